"""Linking brings a person into the chat of another class."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function


def another_class(real: Any, account: Any, per: str) -> Any:
    return ["1 «Я»"] if per == "class" else real(account, per)


DEFECT = Defect(
    says="После привязки человек попадает в чат не своего класса.",
    kind=Kind.CHATS,
    breaks=(
        "perm.v1.6.4",
        "perm.v1.6.5",
        "mesh_teacher.intro.4",
        "paragraf.chats.4.1",
        "sferum.chats.1",
    ),
    blind=True,
    replaces=(function("sim_server.domain.chats:_parts", another_class),),
)
