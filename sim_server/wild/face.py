"""The WSGI entrance of the second face: a shell for every address, and the tidy page behind it as a tree.

The systems know nothing of it: they are asked by their own hosts, in one world, and answer as always.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from io import BytesIO
from mimetypes import guess_type
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup
from werkzeug.test import run_wsgi_app
from werkzeug.wrappers import Request, Response

from sim_server.simulator import Simulator
from sim_server.tenancy import BY_HAND
from sim_server.vk_id.app import HOSTS as VK_ID_HOSTS
from sim_server.web.headers import NOBODY, POLICY
from sim_server.wild.hosts import SCHOOLS, Hosts
from sim_server.wild.trees import page_tree
from sim_server.wild.waylaying import Waylaying

FOLDER = Path(__file__).parent
SERVED = ("face", "ways")
FILES = "/-"  # no system has an address that begins so
DATA = "application/json"
DEVICE_COOKIE = "device"
WORLD = "wild"
RENEWS = "X-Renews"  # of a request for what is new on a page that is open
TOKEN = re.compile(r"\s*Svyazka/\S+$")
REDIRECTS = range(300, 400)
NOT_FOUND = "Такой страницы нет\n"
COMMON_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


@dataclass(frozen=True)
class Asked:
    """A request to the second face: by which host, with what end of it when a person asks by hand, of which device."""

    request: Request
    host: str
    inner: str
    suffix: str
    device: str

    @property
    def secure(self) -> bool:
        """Whether the browser asks over TLS, as in a run."""
        return self.request.scheme == "https"


class WildFace:
    """The systems of a simulator behind pages as real ones are; itself a WSGI application."""

    def __init__(self, simulator: Simulator, ways: Waylaying) -> None:
        """Show these systems, with these ways laid over them."""
        faces = {face.host for site in simulator.journals for face in site.faces}
        self.names = Hosts(simulator.hosts, faces)
        self.hosts = tuple(self.names.inner)
        self._simulator = simulator
        self._ways = ways

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer the request."""
        request = Request(environ)
        asked = self._place(request)
        answer = self._framed(asked, self._answer(asked)) if asked else self._elsewhere(request)
        return answer(environ, start_response)

    @cached_property
    def files(self) -> str:
        """Where the face's own files are: another address whenever one of them has changed."""
        marks = sha256()
        for folder in SERVED:
            for file in sorted((FOLDER / folder).iterdir()):
                marks.update(file.read_bytes() if file.is_file() else b"")
        return f"{FILES}/{marks.hexdigest()[:12]}"

    def _framed(self, asked: Asked, answer: Response) -> Response:
        """Say in whose frame it may stand: VK ID and what lies over it in a journal's, everything else in nobody's."""
        scheme = "https" if asked.secure else "http"
        journals = f"'self' {scheme}://*.{SCHOOLS}{asked.suffix}"
        allowed = journals if asked.inner in VK_ID_HOSTS else NOBODY
        answer.headers[POLICY] = f"frame-ancestors {allowed}"
        return answer

    def _place(self, request: Request) -> Asked | None:
        name, colon, port = request.host.lower().partition(":")
        by_hand = name.endswith(BY_HAND)
        host = name.removesuffix(BY_HAND)
        if host not in self.names.inner:
            return None
        device = request.cookies.get(DEVICE_COOKIE, "")
        device = device if device.isalnum() else secrets.token_hex(8)
        suffix = BY_HAND + colon + port if by_hand else ""
        return Asked(request, host, self.names.inner[host], suffix, device)

    def _elsewhere(self, request: Request) -> Response:
        """The list of sites for whoever comes by hand; nothing else is here."""
        if request.host.lower().partition(":")[0] != BY_HAND.lstrip("."):
            return Response("Такого сайта здесь нет\n", 421)
        if request.path != "/":
            return Response(NOT_FOUND, 404)
        port = request.host.partition(":")[2]
        lines = (self._listed(host, f"http://{host}{BY_HAND}:{port}") for host in self.hosts)
        page = (FOLDER / "sites.html").read_text("utf-8").replace("{sites}", "\n".join(lines))
        return Response(page, mimetype="text/html")

    def _listed(self, host: str, address: str) -> str:
        return f'<li><a href="{address}/">{address}</a><br>вместо {self.names.inner[host]}</li>'

    def _answer(self, asked: Asked) -> Response:
        path = asked.request.path
        if path.startswith(FILES + "/"):
            return self._own(asked, path.split("/")[3:])
        if asked.request.accept_mimetypes.best != DATA:
            return self._shell(asked)
        return self._data(asked)

    def _own(self, asked: Asked, parts: list[str]) -> Response:
        """A file of the face, or the page of a robot check."""
        if len(parts) == 2 and parts[0] in SERVED and "/" not in parts[1]:
            file = FOLDER / parts[0] / Path(parts[1]).name
            if file.is_file():
                kind = guess_type(file.name)[0] or "application/octet-stream"
                kind = "text/javascript" if file.suffix == ".js" else kind
                lasting = {"Cache-Control": "public, max-age=31536000, immutable"}
                return Response(file.read_bytes(), mimetype=kind, headers=lasting)
        return Response(NOT_FOUND, 404)

    def _shell(self, asked: Asked) -> Response:
        shell = (FOLDER / "shell.html").read_text("utf-8")
        for name, value in (
            ("files", self.files),
            ("seed", str(self._ways.seed)),
            ("house", asked.inner),
        ):
            shell = shell.replace(f"{{{name}}}", value)
        answer = Response(shell, mimetype="text/html", headers=COMMON_HEADERS)
        self._keep_device(asked, answer)
        return answer

    def _data(self, asked: Asked) -> Response:
        """The tree of the page, or where to go instead of it."""
        own = self._ways.answer(asked.inner, asked.request)
        if own is not None:
            return _json(own, 200)
        status, headers, body = self._ask(asked)
        told: dict[str, Any]
        if status in REDIRECTS:
            told = self._onward(asked, headers["Location"])
        else:
            left = self._left(asked) if status == 404 and RENEWS in asked.request.headers else None
            told = {"left": left} if left else {"tree": page_tree(body.decode("utf-8"))}
            told = self._outward_tree(asked, told)
        self._ways.lay_over(asked.inner, asked.request, told)
        answer = _json(told, 200 if status in REDIRECTS else status)
        for cookie in headers.getlist("Set-Cookie"):
            answer.headers.add("Set-Cookie", _for_frames(cookie) if asked.secure else cookie)
        self._keep_device(asked, answer)
        return answer

    def _left(self, asked: Asked) -> dict[str, Any] | None:
        """What an open page goes on to show when its address is not theirs any more, if its site has news of that."""
        home = self._ask(asked, "/", "")[2].decode("utf-8")
        asking = BeautifulSoup(home, "html.parser").select_one("script[data-user]")
        if asking is None:
            return None
        status, _, body = self._ask(asked, f"{asked.request.path}/news", f"user={asking['data-user']}")
        said = json.loads(body) if status == 200 else {}
        if "gone" not in said:
            return None
        return {"body": page_tree(f"<main>{said['gone']}</main>")["body"], "side": page_tree(home)["side"]}

    def _ask(self, asked: Asked, path: str = "", query: str | None = None) -> tuple[int, Any, bytes]:
        """What the system itself answers to the same request at its own host, or at another `path` of it."""
        environ = dict(asked.request.environ)
        environ["PATH_INFO"] = path or environ["PATH_INFO"]
        environ["QUERY_STRING"] = environ.get("QUERY_STRING", "") if query is None else query
        environ["wsgi.input"] = BytesIO(asked.request.get_data())  # what is laid over it reads the form too
        environ["HTTP_HOST"] = asked.inner + (asked.suffix and self._by_hand(asked))
        agent = TOKEN.sub("", environ.get("HTTP_USER_AGENT", ""))
        environ["HTTP_USER_AGENT"] = f"{agent} Svyazka/{WORLD}.{asked.device}".strip()
        environ["QUERY_STRING"] = self._inwards(asked, environ.get("QUERY_STRING", ""))
        parts, status, headers = run_wsgi_app(self._simulator, environ, buffered=True)
        return int(status.split()[0]), headers, b"".join(parts)

    def _by_hand(self, asked: Asked) -> str:
        """The end of a host that people's browsers ask for."""
        host, colon, port = asked.suffix.partition(":")
        return f".{WORLD}{host}{colon}{port}"

    def _inwards(self, asked: Asked, address: str) -> str:
        """An address as the systems of a run, or those that are asked by hand, know it."""
        if not asked.suffix:
            return self.names.inwards(address)
        for outer, inner in self.names.inner.items():
            for form in (str, _encoded):
                address = address.replace(form(outer + asked.suffix), form(inner + self._by_hand(asked)))
        return address

    def _outwards(self, asked: Asked, address: str) -> str:
        if not asked.suffix:
            return self.names.outwards(address)
        for inner, outer in self.names.outer.items():
            for form in (str, _encoded):
                address = address.replace(form(inner + self._by_hand(asked)), form(outer + asked.suffix))
        return address

    def _onward(self, asked: Asked, location: str) -> dict[str, Any]:
        """Where a redirection leads: on the same site, or away from it."""
        here = f"{asked.request.scheme}://{asked.host}{asked.suffix}"
        address = urljoin(here + asked.request.path, self._outwards(asked, location))
        there = urlsplit(address)
        same = there.netloc == urlsplit(here).netloc
        path = there.path + (f"?{there.query}" if there.query else "")
        return {"go": path or "/"} if same else {"leave": address}

    def _outward_tree(self, asked: Asked, tree: Any) -> Any:
        """The tree with the addresses that it leads to as the second face has them; no other word is touched."""
        if isinstance(tree, list):
            return [self._outward_tree(asked, one) for one in tree]
        if not isinstance(tree, dict):
            return tree
        return {
            key: self._outwards(asked, value)
            if key in ("href", "action") and isinstance(value, str)
            else self._outward_tree(asked, value)
            for key, value in tree.items()
        }

    def _keep_device(self, asked: Asked, answer: Response) -> None:
        """Let all sites of the schools know the browser by one cookie, as a ministry's do."""
        if asked.host.endswith("." + SCHOOLS) and DEVICE_COOKIE not in asked.request.cookies:
            domain = SCHOOLS + asked.suffix.partition(":")[0]
            answer.set_cookie(
                DEVICE_COOKIE, asked.device, domain=domain, httponly=True, samesite="Lax", secure=asked.secure
            )


def _encoded(host: str) -> str:
    return host.replace(":", "%3A")


def _for_frames(cookie: str) -> str:
    """A cookie that also goes along inside another site's page; only over TLS browsers take such a one."""
    return re.sub(r"SameSite=\w+", "SameSite=None", cookie)


def _json(told: dict[str, Any], status: int) -> Response:
    body = json.dumps(told, ensure_ascii=False)
    return Response(body, status, mimetype=DATA, headers=COMMON_HEADERS)
