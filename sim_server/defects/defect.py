"""What a defect is, and what is a change that harms nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sim_server.defects.seams import Replacement


class Kind(StrEnum):
    """What is wrong with the product; the words are what people read."""

    CAPTION = "надпись"
    MISSING = "пропажа с экрана"
    ORDER = "порядок экранов"
    CODE = "проверка кода"
    PASSWORD = "пароль и блокировка"  # noqa: S105 - the name of a kind
    CONSENT = "согласие"
    LINK = "привязка"
    UNLINK = "отвязка"
    CHATS = "чаты"
    PRIVACY = "чужие данные"
    SESSION = "вход и выход"
    REGION = "правила области"
    TIME = "время"
    REFUSAL = "сообщение об отказе"
    PROTOCOL = "обмен между системами"
    SCRIPT = "скрипты и окна"


@dataclass(frozen=True, kw_only=True)
class Defect:
    """A defect of the product: what a person or a client sees of it, which clauses or captions it breaks, and where.

    `says` is a Russian sentence that gives the consequence; `breaks` are ids of clauses. `labels` are captions that
    should stand there and do not, or stand there and should not: a finding counts at either. `blind`: it was
    written before the scenarios of its place were read. `test`: where no screen shows it, the protocol test that
    notices it, `tests/http/test_x.py::test_name`.
    """

    says: str
    kind: Kind
    breaks: Sequence[str] = ()
    labels: Sequence[str] = ()
    blind: bool = False
    test: str = ""
    replaces: Sequence[Replacement]


@dataclass(frozen=True, kw_only=True)
class Harmless:
    """A change of the product that no instruction speaks of: whoever calls it a finding is wrong."""

    says: str
    replaces: Sequence[Replacement]
