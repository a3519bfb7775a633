"""A number is read only when it is typed without blanks."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.phones import PhoneMalformed


def without_blanks(real: Any, text: str) -> Any:
    if " " in text.strip():
        raise PhoneMalformed
    return real(text)


DEFECT = Defect(
    says="Номер, набранный как в инструкции — с пробелами и дефисами, — не принимают.",
    kind=Kind.REFUSAL,
    breaks=("perm.vk.6",),
    blind=True,
    replaces=(function("sim_server.domain.phones:parse_phone", without_blanks),),
)
