"""The address that takes VK ID's answer back to its client. RFC 6749 §4.1.2."""

from __future__ import annotations

import json
from typing import Any, Literal
from urllib.parse import parse_qsl, urlencode, urlsplit

Form = Literal["parameters", "payload"]


def callback_address(redirect_uri: str, form: Form, answer: dict[str, Any]) -> str:
    """The client's address with the answer: as parameters, or all of them as one in JSON."""
    parameters = {"payload": json.dumps(answer)} if form == "payload" else answer
    return f"{redirect_uri}{'&' if '?' in redirect_uri else '?'}{urlencode(parameters)}"


def answer_in(address: str) -> dict[str, Any]:
    """The answer that such an address carries."""
    parameters = dict(parse_qsl(urlsplit(address).query))
    return dict(json.loads(parameters["payload"])) if "payload" in parameters else parameters
