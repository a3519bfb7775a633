"""An authorization code can be exchanged again and again."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="Код авторизации меняют на токен сколько угодно раз: подсмотревший его получает данные человека.",
    kind=Kind.PROTOCOL,
    test="tests/http/test_exchange.py::test_code_serves_once",
    replaces=(function("sim_server.domain.authorizations:use_code", lambda real, world, code: True),),
)
