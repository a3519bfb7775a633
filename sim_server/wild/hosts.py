"""What the hosts are called on the second face: `id.vk.com` is `id-vk-com.svyaz.test` there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

SCHOOLS = "shkola.test"  # the journals: one site in the eyes of a browser, as of one ministry
OTHERS = "svyaz.test"  # everything else; nobody owns a host in .test, RFC 6761 §6.2


class Hosts:
    """The names of the hosts on both faces, and addresses from one to the other."""

    def __init__(self, inner: Iterable[str], schools: Collection[str]) -> None:
        """Name each of the hosts, of which `schools` are the journals'."""
        self.outer = {
            host: f"{host.replace('.', '-')}.{SCHOOLS if host in schools else OTHERS}" for host in inner
        }
        self.inner = {outer: host for host, outer in self.outer.items()}
        assert len(self.inner) == len(self.outer), "two hosts of one name"
        self._outwards = _any_of(self.outer)
        self._inwards = _any_of(self.inner)

    def outwards(self, address: str) -> str:
        """The address as the second face prints it, whatever of it names a host."""
        return self._outwards.sub(lambda found: self.outer[found[0]], address)

    def inwards(self, address: str) -> str:
        """The address, or a part of one, as the systems know it."""
        return self._inwards.sub(lambda found: self.inner[found[0]], address)


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """Any of the names where it is the whole host of an address, which may stand encoded in a query."""
    ours = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.compile(rf"(?:(?<=//)|(?<=%2F%2F)|(?<=%2f%2f))(?:{ours})(?![\w.-])")
