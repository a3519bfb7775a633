"""After the number was corrected the code still goes to the one before."""

from dataclasses import replace
from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

BEFORE = "number before"


def keep_number(real: Any, sign_in: Any) -> Any:
    before = sign_in.address or sign_in.answers.get(BEFORE)
    return {**real(sign_in), **({BEFORE: before} if before else {})}


def send_there(real: Any, sign_in: Any, channel: Any) -> None:
    real(replace(sign_in, given_address=sign_in.answers.get(BEFORE) or sign_in.address), channel)


DEFECT = Defect(
    says="После исправления номера код уходит на прежний, ошибочный номер.",
    kind=Kind.CODE,
    breaks=(
        "mesh_teacher.v1.3.if.2",
        "mesh_teacher.v2.2.if.2",
        "mesh_teacher.v3.2.if.2",
        "mesh_parent.v1.if.number.2",
        "mesh_parent.v2.if.number.2",
    ),
    blind=True,
    replaces=(
        function("sim_server.domain.sign_ins:_answers_of_anybody", keep_number),
        function("sim_server.domain.sign_ins:send_sign_in_code", send_there),
    ),
)
