"""The messenger opens for another account than the linked one."""

from typing import Any

from flask import session

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function


def let_anybody_in(real: Any) -> Any:
    session["expected"] = ""
    return real()


DEFECT = Defect(
    says="Из дневника в чаты пускают под любой учётной записью, а не под привязанной.",
    kind=Kind.PRIVACY,
    breaks=("paragraf.chats.3",),
    blind=True,
    replaces=(function("sim_server.messenger.sign_in:end", let_anybody_in),),
)
