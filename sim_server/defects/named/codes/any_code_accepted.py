"""A one-time code is not compared with what was sent."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="Подходит любой код: войти может каждый, кто знает чужой номер телефона.",
    kind=Kind.CODE,
    labels=("Неверный код",),
    replaces=(function("sim_server.domain.codes:check_code", lambda real, *code: None),),
)
