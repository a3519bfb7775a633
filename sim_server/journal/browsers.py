"""Which browser a person uses, and what the journal says of it."""

from __future__ import annotations

# In this order: the others name Chrome too, to be served like it.
MARKS = (
    ("YaBrowser/", "Яндекс.Браузер"),
    ("OPR/", "Opera"),
    ("Edg/", "Microsoft Edge"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Google Chrome"),
    ("Safari/", "Safari"),
)


def browser_brand(user_agent: str) -> str:
    """The brand that the User-Agent names; empty for an unknown one."""
    return next((brand for mark, brand in MARKS if mark in user_agent), "")


def is_recommended(user_agent: str, recommended: tuple[str, ...]) -> bool:
    """Whether the browser is one of these; a journal that recommends none is content with any."""
    return not recommended or browser_brand(user_agent) in recommended
