"""An access token never expires."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="Токен открывает данные человека и через неделю.",
    kind=Kind.PROTOCOL,
    blind=True,
    test="tests/http/test_user_info.py::test_token_expires_by_the_world_s_time",
    replaces=(function("sim_server.vk_id.user_info:_is_over", lambda real, world, token: False),),
)
