"""The address that takes VK ID's answer back to its client. RFC 6749 §4.1.2."""

from __future__ import annotations

import json
from typing import Any, Literal
from urllib.parse import parse_qsl, urlencode

LASTS = "expires_in"  # a number in a message, as in every answer
Form = Literal["parameters", "payload"]


def callback_address(redirect_uri: str, form: Form, answer: dict[str, Any]) -> str:
    """The client's address with the answer: as parameters, or all of them as one in JSON."""
    parameters = {"payload": json.dumps(answer)} if form == "payload" else answer
    return f"{redirect_uri}{'&' if '?' in redirect_uri else '?'}{urlencode(parameters)}"


def answer_in(address: str, redirect_uri: str) -> dict[str, Any]:
    """The answer that such an address carries; what stands in the client's own address is none."""
    parameters = dict(parse_qsl(address[len(redirect_uri) + 1 :], keep_blank_values=True))
    if "payload" in parameters:
        return dict(json.loads(parameters["payload"]))
    return {name: int(value) if name == LASTS else value for name, value in parameters.items()}
