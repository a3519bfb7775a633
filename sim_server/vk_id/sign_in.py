"""Signing in: the screens that the client's journey names, in its order, until VK ID has its answer."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from flask import abort, redirect, url_for
from werkzeug.wrappers import Response

from sim_server.domain import sign_in_ends, sign_ins
from sim_server.domain.codes import Channel
from sim_server.domain.database import Database
from sim_server.domain.numbers import number_of
from sim_server.domain.sign_ins import AuthorizationRequest, Situation
from sim_server.domain.walks import WalkUnknown
from sim_server.domain.worlds import World
from sim_server.vk_id.clients import SELECT_ACCOUNT, Client, Words
from sim_server.vk_id.journeys import PHONE
from sim_server.vk_id.popup import tell_opener
from sim_server.vk_id.registration import KnownClients, usual_client
from sim_server.vk_id.screen import WalkScreen, read_screens
from sim_server.vk_id.vpn import refuse_vpn
from sim_server.vk_id.walk import PROVED, Walks, Wish, send_again, waits_for_code
from sim_server.web.sessions import own_browser, own_session
from sim_server.web.site import REMEMBERED, current_world

SCREENS = Path(__file__).parent / "screens"
NEW_PHONE = "new_phone"  # the key of a session with the number that is to be the remembered VK ID's
SHOWN_FIRST = "choice"  # what shows whom the browser remembers
SHOWING = ("account", "choice")  # what only shows that, and decides nothing
ROBOT = "robot"  # what is asked besides of whoever has such a number
LOGIN, NOTHING = "login", "none"  # wishes of a `prompt`: to be asked anew, or not at all

SignIn = sign_ins.SignIn[Client]


@dataclass(frozen=True, kw_only=True)
class SignInScreen(WalkScreen[SignIn]):
    """One screen of a sign-in; its words are what a client may say otherwise, as instructions differ."""

    words: Words
    worded_as: str = ""  # the screen whose words it shows, if not its own
    proves: bool = False  # whether it proves who a person is; the others ask what shall become of that
    for_whom: frozenset[Situation] = frozenset(Situation)  # the situations in which it has something to show
    follows: str = ""  # the screen without which before it, it would stand for another


Screens = Mapping[str, SignInScreen]


class SignIns(Walks[SignIn]):
    """All sign-ins, and the clients that ask for them."""

    kind = "signin"

    def __init__(
        self, screens: Screens, clients: Mapping[str, Client], simulated: Collection[str] = ()
    ) -> None:
        super().__init__(screens)
        self.clients = clients
        self._real = {name for name, one in clients.items() if not {*one.hosts} & {*simulated}}
        self._usual = usual_client(screens)
        self._proving = {name for name, screen in screens.items() if screen.proves}
        self.wishes = {
            "forget": Wish(sign_ins.forget_person),
            "forgotten": Wish(_take_forgotten),
            **{f"resend/{channel}": Wish(partial(_resend, channel), waits_for_code) for channel in Channel},
        }

    def begin(self, client: Client, wanted: AuthorizationRequest, remembered: int | None = None) -> Response:
        """Open a sign-in for this browser, in which that VK ID is offered, and show its first screen."""
        known = None if LOGIN in wanted.prompts else remembered
        sign_in = sign_ins.begin(current_world(), client, wanted, own_session().name_browser(), known)
        needed = self.needed(sign_in)
        if NOTHING in wanted.prompts and needed is not None:
            return self._refuse_silently(sign_in)
        if needed is None:
            return self.end(sign_in)
        needed.arrive(sign_in)
        return self.to_next(sign_in.id)

    def known(self, world: World) -> Mapping[str, Client]:
        """Every client of that world, by its id."""
        return KnownClients(self.clients, self._usual, world)

    def load(self, walk_id: str) -> SignIn:
        """The sign-in with that id, if it is this browser's."""
        try:
            return self._loaded(walk_id)
        except WalkUnknown:
            abort(403)

    def _loaded(self, walk_id: str) -> SignIn:
        """The same; raises WalkUnknown."""
        return sign_ins.load(current_world(), self.known(current_world()), walk_id, own_browser())

    def order(self, sign_in: SignIn) -> Sequence[str]:
        """What the client has the person asked, and after the number that it is no robot, where that is doubted."""
        asked = self._asked(sign_in)
        if ROBOT in asked or not number_of(sign_in.address).robot_check:
            return asked
        known = asked.index(PHONE) + 1 if PHONE in asked else 0
        return [*asked[:known], ROBOT, *asked[known:]]

    def _asked(self, sign_in: SignIn) -> Sequence[str]:
        """The client's journey; who is remembered sees first who that is, if the client asks for that.

        Who is somebody else than the client wants proves that, and has nothing to decide.
        """
        if sign_in.situation is None:
            return sign_in.client.asked_of_anybody
        journey = sign_in.client.journey[sign_in.situation]
        if NOTHING in sign_in.prompts:
            return [name for name in journey if name not in SHOWING]
        if sign_in.somebody_else:
            return [name for name in journey if name in self._proving]
        shown_first = SELECT_ACCOUNT in sign_in.prompts and not {*SHOWING} & {*journey}
        remembered = sign_in.situation is Situation.REMEMBERED_WITH_PROFILE
        return [SHOWN_FIRST, *journey] if shown_first and remembered else journey

    def admit(self, sign_in: SignIn) -> None:
        """Return if the browser may go on, and is not behind a VPN that the client does not work over."""
        address = url_for("signin.show", walk_id=sign_in.id)
        refuse_vpn(sign_in.client, address, real_asks=self.is_real(sign_in.client))

    def end(self, sign_in: SignIn) -> Response:
        """Finish, let the browser remember the VK ID, and go back to the client; not for somebody else."""
        if sign_in.somebody_else:
            return self._send_back(sign_in, sign_in_ends.refuse(sign_in))
        callback, account_id = sign_in_ends.finish(sign_in)
        _remember(sign_in, account_id)
        return self._send_back(sign_in, callback)

    def end_early(self, sign_in: SignIn) -> Response:
        """Go back to the client without its wish."""
        return self._send_back(sign_in, sign_in_ends.leave(sign_in))

    def _refuse_silently(self, sign_in: SignIn) -> Response:
        """Say what would have to be asked of a person whom the client wants to be asked nothing."""
        error = "interaction_required" if sign_in.account else "login_required"
        return self._send_back(sign_in, sign_in_ends.refuse(sign_in, error, "Something must be asked"))

    def _send_back(self, sign_in: SignIn, callback: str) -> Response:
        """Give the client its answer: by its address, or by the window that it has opened."""
        if sign_in.opener:
            return tell_opener(sign_in.opener, sign_in.redirect_uri, callback)
        return redirect(callback, 303)

    def words(self, sign_in: SignIn, screen: Any) -> Words:
        """What the client's instruction calls things on this screen."""
        return sign_in.client.words(screen.worded_as or screen.name, sign_in.situation)

    def context(self, sign_in: SignIn, screen: Any) -> dict[str, Any]:
        """The sign-in and its client."""
        client, title = sign_in.client, self.words(sign_in, screen)["title"]
        return {"sign_in": sign_in, "client": client, "title": title, "real_asks": self.is_real(client)}

    def is_real(self, client: Client) -> bool:
        """Whether the client is a real system, which the simulator does not answer for."""
        return client.is_own or client.id in self._real

    def asked_by_real(self, sign_in_id: str | None) -> bool:
        """Whether a real system asks for the sign-in with that id, if this browser has it."""
        if sign_in_id is None:
            return False
        try:
            return self.is_real(self._loaded(sign_in_id).client)
        except WalkUnknown:
            return False

    def resume(self, sign_in_id: str, phone: str) -> Response:
        """Go on with a sign-in of this browser, from now on with this number; raise WalkUnknown."""
        sign_in = self._loaded(sign_in_id)
        if sign_in.over or phone in ("", sign_in.address):
            return self.to_next(sign_in_id)
        sign_ins.take_phone(sign_in, phone)
        return self.go_on(sign_in_id)


@dataclass(frozen=True)
class VkIdConfig:
    """All sign-ins; the names of the journals, and of the services that one is connected with by signing in."""

    database: Database
    sign_ins: SignIns
    journals: Mapping[str, str]
    services: Mapping[str, str]


def sign_in_screens(folder: Path | None = None) -> Screens:
    """The screens of the folder; without one, VK ID's own."""
    return read_screens(folder or SCREENS, SignInScreen)


def _remember(sign_in: SignIn, account_id: int | None) -> None:
    """Let the browser remember that VK ID; whatever proved it has renewed the session, or it is renewed now.

    Once somebody else has signed in, a way that ended before brings nobody back.
    """
    browser = own_session()
    remembered = browser.get(REMEMBERED)
    if remembered == account_id or (sign_in.over and remembered is not None):
        return
    if browser.get(PROVED) != sign_in.id:
        browser.renew()
    browser.pop(NEW_PHONE, None)
    browser[REMEMBERED] = account_id


def _take_forgotten(sign_in: SignIn) -> None:
    """Want a code instead of the forgotten password, where the client's instruction has it so."""
    if sign_in.client.forgotten_leads_to == "code":
        sign_ins.take_forgotten(sign_in)


def _resend(channel: Channel, sign_in: SignIn) -> None:
    send_again(partial(sign_ins.send_sign_in_code, sign_in, channel))
