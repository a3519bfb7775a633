"""Whoever carries an errand out: asks the systems inside the process, as the browser of a device would."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextvars import Context
from dataclasses import dataclass
from functools import partial
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

from werkzeug.test import Client, TestResponse

from sim_server.errands.page import Page
from sim_server.tenancy import agent_of

Wsgi = Callable[[dict[str, Any], Any], Iterable[bytes]]
LED_ON = (301, 302, 303)
MOST_HOPS = 20


@dataclass(frozen=True)
class Cookie:
    """What a site keeps in a browser."""

    host: str
    name: str
    value: str
    secure: bool = True
    http_only: bool = True
    same_site: str = "Lax"


class LedInCircle(RuntimeError):
    """The systems have sent the hand on and on; the message is Russian."""


class Hand:
    """Opens and presses; every view, guard and form of the systems is passed as by a browser."""

    def __init__(
        self, systems: Wsgi, world: str, device: str, cookies: Iterable[Cookie] = (), browser: str = ""
    ) -> None:
        """Go on with the cookies that the device's browser has; a site may ask which `browser` that is."""
        self._client = Client(systems, use_cookies=False)
        self._agent = f"{browser} {agent_of(world, device)}".strip()
        self._cookies = {(one.host, one.name): one for one in cookies}
        self.fresh: dict[tuple[str, str], Cookie] = {}  # that the sites have set meanwhile
        self.address = ""
        self.page = Page("")

    def open(self, address: str, stays: bool = False) -> None:
        """Go there, and on to where one is sent; who `stays` goes to no other site than they are at."""
        self._go("GET", address, None, stays)

    def press(self, caption: str, typed: Mapping[str, str], stays: bool = False) -> bool:
        """Press what has this caption, with this typed into its form; False if there is nothing of that name."""
        form = self.page.form_with(caption)
        if form is None and caption not in self.page.links:
            return False
        if form is None:
            self.open(urljoin(self.address, self.page.links[caption]), stays)
            return True
        sent = {**form.values, **typed, **form.buttons[caption]}
        address = urljoin(self.address, form.action or self.address)
        if form.method == "post":
            self._go("POST", address, sent, stays)
        else:
            self.open(f"{address}?{urlencode(sent)}" if sent else address, stays)
        return True

    def _go(self, method: str, address: str, sent: dict[str, str] | None, stays: bool) -> None:
        for _hop in range(MOST_HOPS):
            answer = self._ask(method, address, sent)
            self.address = address
            if answer.status_code not in LED_ON:
                self.page = Page(answer.text)
                return
            address = urljoin(address, answer.headers["Location"])
            method, sent = "GET", None
            if stays and urlsplit(address).netloc != urlsplit(self.address).netloc:
                self.address, self.page = address, Page("")
                return
        raise LedInCircle(f"Страницы отправляют по кругу: {address}")

    def _ask(self, method: str, address: str, sent: dict[str, str] | None) -> TestResponse:
        """One request; it runs in a context of its own, otherwise its `flask.g` would overwrite the caller's."""
        parts = urlsplit(address)
        known = "; ".join(f"{one.name}={one.value}" for one in self._kept_by(parts.netloc))
        headers = {"User-Agent": self._agent, **({"Cookie": known} if known else {})}
        request: dict[str, Any] = {
            "base_url": f"{parts.scheme}://{parts.netloc}",
            "query_string": parts.query,
            "method": method,
            "data": sent,
            "headers": headers,
        }
        answer: TestResponse = Context().run(partial(self._client.open, parts.path or "/", **request))
        self._keep(parts.netloc, answer.headers.getlist("Set-Cookie"))
        return answer

    def _kept_by(self, host: str) -> list[Cookie]:
        return [one for (whose, _name), one in {**self._cookies, **self.fresh}.items() if whose == host]

    def _keep(self, host: str, headers: Iterable[str]) -> None:
        told_of = (pair for header in headers for pair in SimpleCookie(header).items())
        for name, told in told_of:
            flags = bool(told["secure"]), bool(told["httponly"]), told["samesite"] or "Lax"
            self.fresh[host, name] = Cookie(host, name, told.value, *flags)
