"""E-mail addresses as people type and read them."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"[a-z0-9._+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+")
OPEN_LETTERS = 2


class EmailMalformed(ValueError):
    """What was typed is no e-mail address."""


def parse_email(text: str) -> str:
    """The address in small letters, without spaces around it; raises EmailMalformed."""
    address = text.strip().lower()
    if _ADDRESS.fullmatch(address) is None:
        raise EmailMalformed
    return address


def is_email(address: str) -> bool:
    """Whether a code for this address goes by letter; the others are phones."""
    return "@" in address


def masked_email(address: str) -> str:
    """The address as a screen shows it to somebody who has not proven to own it: ka***@pochta.test.

    At least one letter of the name stays hidden: ab@pochta.test is a***@pochta.test.
    """
    name, _, host = address.partition("@")
    return f"{name[: min(OPEN_LETTERS, len(name) - 1)]}***@{host}"
