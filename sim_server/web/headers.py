"""What every answer tells a browser besides: in whose frame it may stand, what it is, and what others learn of it."""

from __future__ import annotations

from typing import TypeVar

from werkzeug.wrappers import Response

POLICY = "Content-Security-Policy"
NOBODY = "'none'"
UNANSWERED = "Svyazka-Unanswered"  # of an answer that stands for none: how its caller learns that
R = TypeVar("R", bound=Response)
SILENT, CUT = "silent", "cut"


def protect(answer: R) -> R:
    """Complete the answer: in nobody's frame, unless its view lets somebody; its address is told to no other site."""
    if POLICY not in answer.headers:
        answer.headers[POLICY] = f"base-uri 'none'; object-src 'none'; frame-ancestors {NOBODY}"
        answer.headers["X-Frame-Options"] = "DENY"
    return tell_kind(answer)


def tell_kind(answer: R) -> R:
    """Complete the answer of a system to a system."""
    answer.headers.setdefault("X-Content-Type-Options", "nosniff")
    answer.headers.setdefault("Referrer-Policy", "same-origin")
    return answer


def let_frame(answer: R, *origins: str) -> R:
    """Let pages of these origins show the answer in a frame: what VK ID's SDK puts there needs that, nothing else."""
    answer.headers[POLICY] = (
        f"base-uri 'none'; object-src 'none'; frame-ancestors {' '.join(origins) or NOBODY}"
    )
    return answer
