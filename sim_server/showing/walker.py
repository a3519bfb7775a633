"""Whoever walks a journal's ways inside the process: one invented person, and a note of every page they come to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlsplit

from sim_server.domain.deliveries import messages_of
from sim_server.domain.people import AccountData, PersonData, VkIdData
from sim_server.domain.sign_ins import Situation
from sim_server.domain.worlds import World
from sim_server.errands.errand import SIX_DIGITS
from sim_server.errands.hand import Hand
from sim_server.errands.page import Form
from sim_server.journal.site_tables import Face, JournalSite, LinkPlace
from sim_server.vk_id.app import HOSTS as VK_ID_HOSTS

MOST_SCREENS = 12  # no way has more; a simulator that leads in a circle is left
SCREEN = re.compile(r"/signin/[\w-]+/([\w-]+)$")
REMEMBERED = (Situation.REMEMBERED_WITH_PROFILE, Situation.REMEMBERED_WITHOUT_PROFILE)
WITH_PROFILE = (Situation.WITH_PROFILE, Situation.REMEMBERED_WITH_PROFILE)
PHONE = "+7199{:07}"


@dataclass(frozen=True)
class Stop:
    """A page on a way: its host, the screen of VK ID that it is, and the page itself."""

    host: str
    screen: str
    html: str


@dataclass
class Walker:
    """One person at one computer; `stops` are the pages they came to, but for those before the journal."""

    world: World
    site: JournalSite
    face: Face
    place: LinkPlace
    person: PersonData
    hand: Hand
    stops: list[Stop] = field(default_factory=list)

    def walk(self, situation: Situation) -> list[Stop]:
        """From the journal's front page to its chats, linking on the way."""
        if situation in REMEMBERED:
            self._be_remembered()
        self.stops.clear()
        self._open(f"https://{self.face.host}/")
        self._press(self.face.entrance or self.site.labels.entrance)
        own = self.person.journal_accounts[0]
        self._press(self.site.labels.sign_in, {"login": own.login, "password": own.password})
        self._go_to_place()
        self._press(self.place.link)
        self._answer_vk_id()
        self._press(self.place.open_messenger)
        return self.stops

    def _be_remembered(self) -> None:
        """Sign in to VK ID's own site, as the browser of somebody who was there before has it."""
        self.hand.open(f"https://{VK_ID_HOSTS[0]}/")
        first = next(form for form in self.hand.page.forms if form.action.endswith("/enter"))
        self._press(next(iter(first.buttons)))
        self._answer_vk_id()

    def _go_to_place(self) -> None:
        for caption in (self.site.labels.settings, self.place.caption):
            if self.hand.page.form_with(caption) or caption in self.hand.page.links:
                self._press(caption)
        if urlsplit(self.hand.address).path != self.place.path:
            self._open(f"https://{self.face.host}{self.place.path}")

    def _answer_vk_id(self) -> None:
        for _screen in range(MOST_SCREENS):
            if self._screen() == "":
                return
            form = self._main_form()
            answers = {name: text for name, text in self._known().items() if name in form.values}
            self._press(next(iter(form.buttons)), answers)

    def _screen(self) -> str:
        """Which screen of VK ID is in front, empty for any other page."""
        found = (SCREEN.search(form.action) for form in self.hand.page.forms)
        return next((one[1] for one in found if one and one[1] not in ("leave", "forget", "forgotten")), "")

    def _main_form(self) -> Form:
        named = f"/{self._screen()}"
        return next(form for form in self.hand.page.forms if form.action.endswith(named))

    def _known(self) -> Mapping[str, str]:
        """What this person answers to the fields of VK ID, by their names; a form that offers it keeps its own."""
        codes = [SIX_DIGITS.findall(one.text) for one in messages_of(self.world, self.person.phone)]
        return {
            "phone": self.person.phone,
            "password": self.person.vk_id.password or "" if self.person.vk_id else "",
            "code": codes[-1][0] if codes and codes[-1] else "",
            "last_name": self.person.last_name,
            "first_name": self.person.first_name,
            "middle_name": self.person.middle_name,
            "birth_date": self.person.birth_date.isoformat(),
            "sex": self.person.sex,
        }

    def _open(self, address: str) -> None:
        self.hand.open(address)
        self._note()

    def _press(self, caption: str, typed: Mapping[str, str] | None = None) -> None:
        if self.hand.press(caption, typed or {}):
            self._note()

    def _note(self) -> None:
        self.stops.append(Stop(urlsplit(self.hand.address).netloc, self._screen(), self.hand.page.html))


def invented(site: JournalSite, role: str, situation: Situation, number: int) -> PersonData:
    """Somebody of this role in this situation; the number tells their phones and logins apart."""
    has_vk_id = situation is not Situation.WITHOUT_VK_ID
    own = AccountData(
        journal=site.id,
        login=f"walker{number}",
        password=f"walker-{number}",
        role=role,
        school="Школа № 7",
        class_names=["6 «В»"],
        subjects=["Биология"],
    )
    return PersonData(
        key=f"walker{number}",
        last_name="Ветрова",
        first_name="Анна",
        middle_name="Олеговна",
        birth_date=date(1985, 3, 14),
        sex="female",
        phone=PHONE.format(number),
        journal_accounts=[own],
        vk_id=VkIdData.model_validate({"password": "Vesna-2024!"}) if has_vk_id else None,
        study_profile={} if situation in WITH_PROFILE else None,  # type: ignore[arg-type]
    )
