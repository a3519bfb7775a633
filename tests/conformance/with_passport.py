"""passport-vk-id in an ordinary site on Node, a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar, cast
from urllib.parse import parse_qs, urlsplit

import requests

from tests.conformance.client import CLIENT_ID, Client, Refused
from tests.conformance.npm_shop import OWN, version_of
from tests.conformance.served import Served


class Passport(Client):
    """The strategy `passport-vk-id`."""

    name = package = "passport-vk-id"
    registry = "npm"
    settings = ("clientID", "callbackURL", 'scope: ["vkid.personal_info"]')
    calls = ("вход", "обмен", "данные")
    packages: ClassVar[Path]

    @property
    def version(self) -> str:
        """The fetched one."""
        return version_of(self.packages, self.package)

    def sign_in(self) -> None:
        """Open the site's address for signing in, and be known when VK ID sends the browser back."""
        browser = requests.Session()
        browser.trust_env = False
        site = self.callback.removesuffix("/callback")
        back = self.comes_back(browser.get(site, allow_redirects=False).headers["Location"])
        told = self._told(browser.get(back))
        device_id = parse_qs(urlsplit(back).query).get("device_id", [""])[0]
        self.tokens = {
            "access_token": told["accessToken"],
            "refresh_token": told["refreshToken"],
            "device_id": device_id,
        }

    def user(self, access_token: str) -> Mapping[str, Any]:
        """Ask as the strategy asks at the end of every sign-in."""
        site = "/".join(self.callback.split("/")[:3])
        answer = requests.get(f"{site}/user", params={"access_token": access_token}, timeout=30)
        return dict(self._told(answer)["_json"])

    def _told(self, answer: requests.Response) -> dict[str, Any]:
        if answer.status_code != 200:
            raise Refused(answer.text)
        return dict(answer.json())


@contextmanager
def passport_site(packages: Path, served: Served) -> Iterator[type[Client]]:
    """Have the site run; gives the client, who knows where."""
    told = {
        "NODE_EXTRA_CA_CERTS": str(served.ca_file),
        "RESOLVER_RULES": json.dumps(dict(served.rules)),
        "CLIENT_ID": CLIENT_ID,
        "NODE_TLS_REJECT_UNAUTHORIZED": "1",  # whatever the machine says
    }
    command = ["node", "--require", str(OWN / "resolver.cjs"), str(OWN / "passport_site.cjs")]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(
        command, cwd=packages.parent, env={**os.environ, **told}, **cast(Any, pipes)
    ) as process:
        where = process.stdout.readline().strip()
        try:
            yield type("Passport", (Passport,), {"packages": packages, "callback": where})
        finally:
            process.stdin.close()
