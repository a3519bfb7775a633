"""Numbers for people: phones to which something happens in every world, as `numbers.toml` says."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from sim_server.toml_file import Table

LATE_SECONDS = 180.0  # later than another SMS can be asked for

Mishap = Literal["", "lost", "doubled", "late"]


class Number(Table):
    """A phone and what happens to whoever has it; `says` tells people that."""

    phone: str
    says: str = ""
    sms: Mishap = ""
    call: Mishap = ""
    code_expires: bool = False
    banned: bool = False
    robot_check: bool = False
    password_closed: bool = False


class Numbers(Table):
    """The file."""

    numbers: tuple[Number, ...]


NUMBERS = {one.phone: one for one in Numbers.from_file(Path(__file__).with_name("numbers.toml")).numbers}


def number_of(address: str | None) -> Number:
    """What happens to that phone: to almost every one, nothing."""
    return NUMBERS.get(address or "") or Number(phone=address or "")
