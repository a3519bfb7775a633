"""Who acts now and at which computer or phone: the one object every sentence speaks to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar, cast
from urllib.parse import parse_qs, urlencode, urlsplit, urlunsplit

from fixtures.cast import FRIENDS, ME
from fixtures.people import NotHad, Persona
from fixtures.phones import digits_of
from fixtures.sight.device import Device
from fixtures.world import World
from steps.screens.asked import asked
from steps.screens.layout import ScreenLayout
from steps.screens.messenger import Messenger
from steps.screens.out_of_turn import StepOutOfTurn
from steps.screens.phone import Generator, Mailbox, Phone
from steps.screens.screen import Screen

T = TypeVar("T")


class Actor:
    """A person at a computer, with a phone at hand; `sit` changes who and where."""

    def __init__(self, world: World) -> None:
        """Be me at my own computer."""
        self.world = world
        self._who = ME
        self._where = ME
        self._held: dict[tuple[object, str], object] = {}
        self._positions: dict[str, str] = {}
        self._noted_address: str | None = None
        self._is_arranging = False

    @property
    def arranges(self) -> bool:
        """Whether the stand brings the person where a way leads, and nobody goes it."""
        return self._is_arranging and self.world.arranges

    @contextmanager
    def arranging(self) -> Iterator[None]:
        """Say meanwhile what holds before the scenario begins."""
        self._is_arranging = True
        try:
            yield
        finally:
            self._is_arranging = False

    @property
    def person(self) -> Persona:
        """Who acts, with the account they use now."""
        return self.person_of(ME)

    def person_of(self, whose: str) -> Persona:
        """Somebody of the cast, with the account they use now; «me» is whoever acts."""
        who = self._speaker(whose)
        person = self.world.met(who)
        return person.acting_as(self._positions[who]) if who in self._positions else person

    @property
    def device(self) -> Device:
        """The computer that person sits at."""
        return self.world.devices.get(self._where) or self._computer()

    @property
    def screen(self) -> Screen:
        """What is in front of that person."""
        return Screen(self.device, self.world.prove_alive)

    def open(self, address: str) -> None:
        """Type an address and go there."""
        self.world.visit(address)
        self.screen.open(address)

    @property
    def layout(self) -> ScreenLayout:
        """The same screen, looked at for where things stand."""
        return ScreenLayout(self.device, self.world.prove_alive)

    @property
    def messenger(self) -> Messenger:
        """The same screen, when it is the messenger's."""
        return Messenger(self.device, self.world.prove_alive)

    @property
    def phone(self) -> Phone:
        """That person's phone."""
        return self.phone_of(ME)

    def phone_of(self, whose: str) -> Phone:
        """Somebody's phone; «me» is whoever acts."""
        if whose in FRIENDS and whose not in self.world.people:
            raise NotHad(f"друга «{whose}» нет: скажите «Дано у меня есть друзья, которым доверяю»")
        return self._beside(Phone, "phone", whose, digits_of(self.person_of(whose).phone))

    @property
    def email(self) -> str:
        """That person's address; raises NotHad if there is none."""
        if not self.person.email:
            raise NotHad("почты у этого человека нет: скажите «Дано к моему VK ID привязана почта»")
        return self.person.email

    @property
    def mailbox(self) -> Mailbox:
        """That person's mailbox."""
        return self._beside(Mailbox, "mailbox", ME, self.email)

    @property
    def generator(self) -> Generator:
        """The generator app on that person's phone; raises NotHad if there is none."""
        if not self.person.generator_secret:
            told = "приложения-генератора у этого человека нет"
            raise NotHad(f"{told}: скажите «Дано у меня есть приложение-генератор кодов»")
        return self._beside(Generator, "phone", ME, f"{digits_of(self.person.phone)}/codes")

    def phone_with(self, number: str) -> Phone:
        """The phone with that number, whoever holds it."""
        self.world.need("phone")
        return self._laid_beside(Phone, "phone", digits_of(number))

    def _beside(self, kind: Callable[[Device, str], T], site: str, whose: str, path: str) -> T:
        """Hold what is somebody's beside the computer in use; next time it is the same, with what was read on it."""
        self.world.need(site)
        held = kind, self._speaker(whose)
        if held not in self._held:
            self._held[held] = made = self._laid_beside(kind, site, path)
            if isinstance(made, Phone):
                made.read = self.world.read_before.get(made.address, 0)
        return cast(T, self._held[held])

    def _laid_beside(self, kind: Callable[[Device, str], T], site: str, path: str) -> T:
        """What a page of the stand shows; where it has none, what the operator tells."""
        operator = self.world.operator
        if site not in self.world.stand.powers and operator is not None:
            return cast(T, asked(kind, self.device, path, operator))
        return kind(self.device, f"{self.world.stand.site(site)}/{path}")

    def _speaker(self, whose: str) -> str:
        """Whoever acts speaks of themselves as «me»."""
        return self._who if whose == ME else whose

    def sit(self, who: str, where: str) -> None:
        """Be this person at that computer from now on."""
        self._who, self._where = who, where
        self._computer()

    def act_as(self, position: str) -> None:
        """Go on in another of the roles that whoever acts has; raises PositionUnknown."""
        self.world.person(self._who).acting_as(position)
        self._positions[self._who] = position

    def take_up_phone(self) -> None:
        """Go on at the phone of whoever acts, in the apps on it."""
        self._where = phone_key(self._who)
        self.world.person(self._who)
        self.world.acted.add(self._who)
        self.world.handheld(self._where)

    def _computer(self) -> Device:
        self.world.person(self._who)  # whoever acts is in the world before it is made
        self.world.acted.add(self._who)
        return self.world.device(self._where)

    def note_address(self) -> None:
        """Keep what stands in the address bar."""
        self._noted_address = self.screen.address

    @property
    def noted_address(self) -> str:
        """The address that was kept."""
        if self._noted_address is None:
            raise StepOutOfTurn("никакой адрес не записан: сначала «Когда записываю адрес страницы»")
        return self._noted_address

    @property
    def forged_address(self) -> str:
        """The address that was kept, with somebody else's state."""
        parts = urlsplit(self.noted_address)
        query = parse_qs(parts.query)
        query["state"] = [query["state"][0][::-1]]
        return urlunsplit(parts._replace(query=urlencode(query, doseq=True)))


def phone_key(who: str) -> str:
    """What a world calls the phone in somebody's hand."""
    return f"phone of {who}"
