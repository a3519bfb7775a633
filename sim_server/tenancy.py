"""How a request finds its world, its device and its site; nothing else knows how worlds are addressed.

A run's browser asks the real addresses and carries `Svyazka/<world>.<device>` at the end of its User-Agent.
People ask `http://<host>.localhost:8000` (world `main`) or `http://<host>.<world>.localhost:8000`.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

MAIN_WORLD = "main"
HAND_DEVICE = "hand"
BY_HAND = ".localhost"
START_HOST = "localhost"

_TOKEN = re.compile(r"Svyazka/([a-z0-9-]+)\.([a-z0-9-]+)$")


class PlaceUnknown(LookupError):
    """The request is for no host of ours."""


@dataclass(frozen=True)
class Place:
    """Where a request belongs; a call between systems names no world, what it presents tells it."""

    host: str
    world: str | None
    device: str
    suffix: str = ""
    port: str = ""

    @property
    def by_hand(self) -> bool:
        """Whether a person asks with an own browser, outside a run."""
        return bool(self.suffix)

    def url(self, host: str, path: str = "/") -> str:
        """The address of another site of the same world, for the same browser."""
        if self.by_hand:
            return f"http://{host}{self.suffix}{self.port}{path}"
        return f"https://{host}{self.port}{path}"


def agent_of(world: str, device: str) -> str:
    """The User-Agent of whoever asks as a device of a world, inside the process."""
    return f"Svyazka/{world}.{device}"


def locate(environ: dict[str, Any], hosts: Collection[str]) -> Place:
    """The place a WSGI request belongs to; raises PlaceUnknown."""
    name, colon, port = environ.get("HTTP_HOST", "").lower().partition(":")
    if name == START_HOST:
        return Place(START_HOST, MAIN_WORLD, HAND_DEVICE, BY_HAND, colon + port)
    if name.endswith(BY_HAND):
        host, world = _split_label(name.removesuffix(BY_HAND), hosts)
        return Place(host, world or MAIN_WORLD, HAND_DEVICE, name.removeprefix(host), colon + port)
    if name not in hosts:
        raise PlaceUnknown(name)
    token = _TOKEN.search(environ.get("HTTP_USER_AGENT", ""))
    port = colon + port
    return Place(name, token[1], token[2], port=port) if token else Place(name, None, "", port=port)


def _split_label(label: str, hosts: Collection[str]) -> tuple[str, str]:
    for host in hosts:
        if label == host:
            return host, ""
        if label.startswith(host + "."):
            return host, label.removeprefix(host + ".")
    raise PlaceUnknown(label)
