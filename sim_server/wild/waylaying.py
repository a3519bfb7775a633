"""What is laid over the pages of VK ID: a robot check, a QR code first, a code first, a frame or a window.

In the windows of the journals the instructions have the phone first and then the password: there only the frame,
the window and the robot check are laid over, unless everything is wanted everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from werkzeug.wrappers import Request

from sim_server.domain import sign_ins
from sim_server.domain.codes import Channel, ResendTooEarly
from sim_server.domain.phones import PhoneMalformed, parse_phone, printed_phone
from sim_server.domain.sign_ins import SignIn
from sim_server.domain.walks import WalkUnknown
from sim_server.domain.worlds import World
from sim_server.vk_id.app import HOSTS
from sim_server.vk_id.clients import Client
from sim_server.vk_id.forms import CODE_REFUSALS
from sim_server.web.sessions import COOKIE, browser_of

SIGN_IN = re.compile(r"^/signin/([\w-]+)(?:/([\w/-]+))?$")
OPENED = ("page", "frame", "window")  # how a journal opens VK ID
ROBOT_PASSED = "-/robot"
VK_ID = "vk_id"  # whose session the cookie names
CODE_GIVEN = "-/code"
CODE_TITLE = "Введите код из СМС"

Told = dict[str, Any]


@dataclass
class Waylaying:
    """The ways of one run of the face; which sign-in has met which of them is known here and nowhere else."""

    world: World
    seed: int
    clients: Mapping[str, Client]  # whom VK ID knows, by their names there
    journals: Collection[str]  # the names of those that are journals
    suspected_phones: Collection[str] = ()
    everywhere: bool = False
    _asked_by: dict[str, str] = field(default_factory=dict)
    _checked: set[str] = field(default_factory=set)
    _refused: dict[str, str] = field(default_factory=dict)

    def answer(self, host: str, request: Request) -> Told | None:
        """The answer to what only these ways ask for; None if it is the systems' to answer."""
        walk_id, wish = _walk(host, request)
        if request.method != "POST" or wish not in (ROBOT_PASSED, CODE_GIVEN):
            return None
        if wish == ROBOT_PASSED:
            self._checked.discard(walk_id)
            return {"go": f"/signin/{walk_id}"}
        return self._take_code(walk_id, request)

    def lay_over(self, host: str, request: Request, told: Told) -> None:
        """Add to what is told of a page the ways that are laid over it."""
        self._note(host, request, told)
        if "leave" in told:
            told["how"] = self._opened(told["leave"])
        walk_id, _wish = _walk(host, request)
        if walk_id and "tree" in told:
            told["asker"] = self._asked_by.get(walk_id, "")  # the same screen looks different for each
            told["ways"] = self._ways(walk_id, request, told["tree"])

    def _note(self, host: str, request: Request, told: Told) -> None:
        """Remember who asks for a sign-in, and whose number shall prove that it is no robot's."""
        begun = SIGN_IN.match(told.get("go", ""))
        if host in HOSTS and request.path == "/authorize" and begun:
            self._asked_by[begun[1]] = request.args.get("client_id", "")
        walk_id, wish = _walk(host, request)
        if wish == "phone" and request.method == "POST":
            with suppress(PhoneMalformed):
                if parse_phone(request.form.get("phone", "")) in self.suspected_phones:
                    self._checked.add(walk_id)

    def _opened(self, address: str) -> str:
        asked = urlsplit(address)
        named = parse_qs(asked.query).get("client_id", [""])[0]
        if asked.path != "/authorize" or named not in self.journals:
            return OPENED[0]
        return OPENED[(sorted(self.journals).index(named) + self.seed) % len(OPENED)]

    def _ways(self, walk_id: str, request: Request, tree: Told) -> Told:
        ways: Told = {}
        if walk_id in self._checked:
            ways["robot"] = f"/signin/{walk_id}/{ROBOT_PASSED}"
        if not self._diverges(walk_id):
            return ways
        if _asks(tree, "phone"):
            ways["qr"] = True
        if _asks(tree, "password"):
            ways |= self._code_first(walk_id, request)
        return ways

    def _diverges(self, walk_id: str) -> bool:
        """Whether the order of the screens may be another one than the instructions have."""
        return self.everywhere or self._asked_by.get(walk_id, "") not in self.journals

    def _code_first(self, walk_id: str, request: Request) -> Told:
        sign_in = self._sign_in(walk_id, request)
        if sign_in is None:
            return {}
        with suppress(ResendTooEarly):
            sign_ins.send_sign_in_code(sign_in, Channel.SMS)
        return {"code_first": _code_tree(sign_in, self._refused.pop(walk_id, ""))}

    def _take_code(self, walk_id: str, request: Request) -> Told:
        """Let the code stand for the password, as VK ID itself has it by now."""
        sign_in = self._sign_in(walk_id, request)
        if sign_in is None:
            return {"go": f"/signin/{walk_id}"}
        try:
            sign_ins.take_code(sign_in, "".join(request.form.get("code", "").split()))
        except tuple(CODE_REFUSALS) as refusal:
            self._refused[walk_id] = CODE_REFUSALS[type(refusal)][1]
        else:
            sign_ins.take_forgotten(sign_in)
        return {"go": f"/signin/{walk_id}"}

    def _sign_in(self, walk_id: str, request: Request) -> SignIn[Client] | None:
        """The sign-in of this browser, if one of the known clients asks for it."""
        if self._asked_by.get(walk_id) not in self.clients:
            return None
        browser = browser_of(self.world, VK_ID, request.cookies.get(COOKIE, ""))
        try:
            return sign_ins.load(self.world, self.clients, walk_id, browser)
        except WalkUnknown:
            return None


def _walk(host: str, request: Request) -> tuple[str, str]:
    """The sign-in that is meant, and what is asked of it."""
    found = SIGN_IN.match(request.path) if host in HOSTS else None
    return (found[1], found[2] or "") if found else ("", "")


def _asks(tree: Told, screen: str) -> bool:
    """Whether it is that screen: its form goes there."""
    return any(node["k"] == "form" and str(node["action"]).endswith(f"/{screen}") for node in tree["body"])


def _code_tree(sign_in: SignIn[Client], wrong: str = "") -> Told:
    """The screen of the code that comes before the password."""
    number = sign_in.address if "@" in sign_in.address else printed_phone(sign_in.address)
    said = {"k": "text", "t": f"Отправили код на {number}"}
    code = {
        "k": "field",
        "kind": "code",
        "name": "code",
        "label": "Код",
        "length": 6,
        "value": "",
        "wrong": bool(wrong),
    }
    told = [{"k": "paragraph", "tone": "error", "look": ["error"], "c": [{"k": "text", "t": wrong}]}]
    pressed = {"k": "button", "t": "Продолжить", "title": "", "look": ["wide"]}
    form = {
        "k": "form",
        "action": f"/signin/{sign_in.id}/{CODE_GIVEN}",
        "method": "post",
        "sent": [],
        "look": [],
        "c": [code, *(told if wrong else []), pressed],
    }
    paragraph = {"k": "paragraph", "tone": "", "look": [], "c": [said]}
    return {
        "document": CODE_TITLE, "site": "VK ID", "title": CODE_TITLE, "bar": [], "side": [], "side_name": "",
        "body": [paragraph, form], "colour": "", "period": 0.0,
    }  # fmt: skip
