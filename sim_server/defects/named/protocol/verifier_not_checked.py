"""Whoever has an authorization code can exchange it."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="Код авторизации меняют на токен без проверочной строки: перехвативший код её не знает, но данные получает.",
    kind=Kind.PROTOCOL,
    blind=True,
    test="tests/http/test_exchange.py::test_exchange_that_does_not_fit_the_code_is_refused",
    replaces=(function("sim_server.vk_id.tokens:_verifier_fits", lambda real, *asked: None),),
)
