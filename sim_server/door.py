"""The door of a simulator that listens beyond this machine: people come in by the address that `serve` prints.

Every site of it is a host of its own, so a browser that has the key at the start page is led by there once for each.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlencode

from werkzeug.utils import redirect
from werkzeug.wrappers import Request, Response

from sim_server.tenancy import BY_HAND, START_HOST
from sim_server.web.headers import protect

Wsgi = Callable[[dict[str, Any], Any], Iterable[bytes]]
KEY = "key"  # in the address that is printed
COOKIE = "svyazka-key"
LEADING_ON = "/-/key"  # of the start page; no system has an address that begins so
# A page of a site here, at this port; anything more daring is read by each browser in its own way.
OUR_PAGE = re.compile(
    rf"(http://(?:[a-z0-9-]+\.)+{re.escape(BY_HAND[1:])}(:[0-9]+)?/[^\s\\?#]*)(?:\?([^\s\\#]*))?", re.ASCII
)
BETWEEN_SERVERS = "/oauth2/"  # what clients' servers ask; they prove themselves by what they present
CLOSED = """<!doctype html><html lang="ru"><meta charset="utf-8"><title>Нужен ключ</title>
<body style="font: 1.1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 15vh auto; padding: 0 1rem">
<h1>Нужен ключ</h1>
<p>Этот симулятор открыт не только своему компьютеру, и пароли и СМС он показывает лишь тем, кого позвали.
Откройте адрес, который напечатала команда serve: ключ стоит в нём.</p>
"""


class Door:
    """A WSGI application before another: only who knows the key gets on."""

    def __init__(self, inside: Wsgi, key: str) -> None:
        """Let in whoever knows the key."""
        self._inside = inside
        self._key = key

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer the request, or have it answered inside."""
        request = Request(environ)
        answer = self._answer(request)
        return (protect(answer) if answer else self._inside)(environ, start_response)

    def _answer(self, request: Request) -> Response | None:
        """What the door itself says; None lets in."""
        if self._knows(request.args.get(KEY, "")):
            return self._welcome(request)
        if self._knows(request.cookies.get(COOKIE, "")):
            return self._lead_on(request) if request.path == LEADING_ON else None
        if request.path.startswith(BETWEEN_SERVERS) or self._knows(_bearer(request)):
            return None
        if request.method != "GET" or _host(request) == START_HOST:
            return Response(CLOSED, 403, mimetype="text/html")
        there = f"http://{START_HOST}{_port(request)}{LEADING_ON}"
        return redirect(f"{there}?{urlencode({'to': request.url})}", 303, Response)

    def _knows(self, presented: str) -> bool:
        return hmac.compare_digest(presented.encode("utf-8", "replace"), self._key.encode())

    def _welcome(self, request: Request) -> Response:
        """Keep the key in the browser, and take it out of the address."""
        left = {name: value for name, value in request.args.items(multi=True) if name != KEY}
        answer = redirect(request.path + (f"?{urlencode(left)}" if left else ""), 303, Response)
        answer.set_cookie(COOKIE, self._key, httponly=True, samesite="Lax")
        return _unkept(answer)

    def _lead_on(self, request: Request) -> Response:
        """Back to the site that asked, with the key: to none but ours."""
        there = OUR_PAGE.fullmatch(request.args.get("to", ""))
        if there is None or (there[2] or "") != _port(request):
            return Response(CLOSED, 403, mimetype="text/html")
        query = f"{there[3]}&" if there[3] else ""
        return _unkept(redirect(f"{there[1]}?{query}{urlencode({KEY: self._key})}", 303, Response))


def _unkept(answer: Response) -> Response:
    """The same; nobody keeps what tells the key."""
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _bearer(request: Request) -> str:
    return request.headers.get("Authorization", "").removeprefix("Bearer ")


def _host(request: Request) -> str:
    return request.host.lower().partition(":")[0]


def _port(request: Request) -> str:
    _name, colon, port = request.host.partition(":")
    return colon + port
