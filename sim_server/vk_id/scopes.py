"""What a client may ask for, and which particulars each right opens."""

from __future__ import annotations

PERSONAL, PHONE, EMAIL = "vkid.personal_info", "phone", "email"
SCOPES = (PERSONAL, PHONE, EMAIL)


def granted(asked: str) -> str:
    """The rights that come of a request: those there are, and the personal ones always."""
    wanted = {PERSONAL, *asked.split()}
    return " ".join(scope for scope in SCOPES if scope in wanted)


def unknown(asked: str) -> list[str]:
    """What was asked for and does not exist."""
    return [scope for scope in asked.split() if scope not in SCOPES]


def opens(scope: str, right: str) -> bool:
    """Whether these rights have that one among them."""
    return right in scope.split()
