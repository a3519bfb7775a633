"""An authorization code never expires."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="Код авторизации годится и через час.",
    kind=Kind.PROTOCOL,
    blind=True,
    test="tests/http/test_exchange.py::test_code_expires_by_the_world_s_time",
    replaces=(function("sim_server.vk_id.tokens:_code_is_fresh", lambda real, *asked: None),),
)
