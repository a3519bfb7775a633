"""What the stand arranges for a «Дано» is what a person would have come to: the same rows, cookies and screens."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pytest
from sqlalchemy import create_engine, select, text

from fixtures.browser import Chromium, Driver, launch_arguments
from fixtures.control import Control
from fixtures.simulator import Address, Simulator
from fixtures.stand import Stand
from fixtures.world import World
from sim_server.domain.tables import Base, WorldRow
from steps.catalogue.definitions import known_definitions
from steps.catalogue.gathering import catalogue_with_uses
from steps.language.definition import Definition
from steps.language.sentence import is_arranged
from steps.screens.actor import Actor

# Ways that one person goes one after the other, once on the screens and once by the stand.
CHAINS = {
    "журнал": (
        "у меня есть VK ID и учебный профиль",
        "вхожу в журнал",
        "начинаю привязку",
        "подтверждаю в VK ID свой телефон",
        "дохожу до экрана «Информация о себе»",
        "прохожу VK ID до конца",
        "вхожу в VK Мессенджер",
        "вхожу в Сферум",
        "вхожу на портал ГТО",
        "открываю кабинет VK ID",
        "отвязываю учебный профиль",
    ),
    "без VK ID": (
        "у меня нет VK ID",
        "вхожу в журнал",
        "начинаю привязку",
        "дохожу до экрана «Информация о себе»",
    ),
    "другая учётная запись": (
        "мой учебный профиль привязан к другой моей учётной записи журнала",
        "вхожу в журнал под другой своей учётной записью",
        "вхожу в VK ID",
        "вхожу в VK Мессенджер",
    ),
    "Мой паспорт": ("я — «учитель журнала «mosreg»»", "вхожу в «Мой паспорт»"),
    "восстановление": (
        "я — «родитель»",
        "у меня есть VK ID и учебный профиль",
        "к моему VK ID привязана почта",
        "у меня есть приложение-генератор кодов",
        "начинаю восстановление пароля",
        "дохожу в восстановлении пароля до экрана «Введите код из приложения»",
        "дохожу в восстановлении пароля до экрана «Придумайте новый пароль»",
    ),
}
SEED = 17
TIME = re.compile(r"(^|_)(at|until)$|^expires|^totp_step$")
RANDOM = re.compile(r"[\w-]{20,}|\$argon2\S+")
KNOWN_BY_NUMBER = re.compile(r"(^|_)id$|^(account|user|vk_account|profile)$")
COUNTDOWN = re.compile(r"\d+:\d\d")


class Names:
    """The same names for what differs from world to world: numbers of rows and what is drawn at random."""

    def __init__(self) -> None:
        self._named: dict[Any, str] = {}

    def plain(self, value: Any, key: str = "") -> Any:
        """The value with such names in it."""
        if isinstance(value, dict):
            return {name: self.plain(one, name) for name, one in value.items() if not TIME.search(name)}
        if isinstance(value, list | tuple):
            return [self.plain(one, key) for one in value]
        if isinstance(value, int) and not isinstance(value, bool) and KNOWN_BY_NUMBER.search(key):
            return self._named.setdefault(value, f"#{len(self._named)}")
        if isinstance(value, str):
            return RANDOM.sub(lambda found: self._named.setdefault(found[0], f"#{len(self._named)}"), value)
        return value


@dataclass
class Came:
    """Where somebody has come: what the systems know by then, what the browser keeps, what is to be seen."""

    rows: dict[str, Any]
    cookies: list[Any]
    address: str
    texts: str
    phone: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Place:
    """A simulator of our own, and the database behind it."""

    stand: Stand
    control: Control
    chromium: Chromium
    database: str

    def go(self, chain: tuple[str, ...], *, walks: bool) -> Iterator[tuple[str, Came]]:
        """Carry the sentences of a chain out; tell where each that may be arranged has led."""
        world = World(self.stand, self.control, self.chromium, SEED, walks=walks)
        actor = Actor(world)
        try:
            for sentence in chain:
                found = definition_of(sentence)
                say(found, sentence, actor)
                if _is_arranged(found):
                    yield sentence, self._come(world, actor)
        finally:
            world.end()

    def _come(self, world: World, actor: Actor) -> Came:
        names, rows = Names(), self._rows(world.id)
        page = actor.device.page
        page.wait_for_load_state()
        keeps = ("domain", "name", "path", "httpOnly", "secure", "sameSite", "value")
        cookies = [{key: one[key] for key in keeps} for one in actor.device.context.cookies()]
        kept = sorted(cookies, key=lambda one: (one["domain"], one["name"]))
        texts = COUNTDOWN.sub("0:00", page.locator("body").inner_text())
        read = {held[0].__name__: one.read for held, one in actor._held.items() if getattr(one, "read", 0)}
        return Came(names.plain(rows), names.plain(kept), names.plain(page.url), texts, read)

    def _rows(self, world: str) -> dict[str, Any]:
        engine = create_engine(self.database)
        with engine.connect() as connection:
            number = connection.scalar(select(WorldRow.id).where(WorldRow.name == world))
            found = {
                name: [dict(row._mapping) for row in connection.execute(_of(table, number))]
                for name, table in Base.metadata.tables.items()
                if "world_id" in table.c
            }
        engine.dispose()
        return found


def _of(table: Any, world: Any) -> Any:
    columns = [column for column in table.c if column.name not in ("world_id",)]
    return select(*columns).where(table.c.world_id == world).order_by(text("rowid"))


def definition_of(sentence: str) -> Definition:
    """The definition of the sentence as a «Дано»."""
    [found] = [each for each in known_definitions() if each.kind == "given" and each.fits(sentence)]
    return found


def say(found: Definition, sentence: str, actor: Actor) -> None:
    """Carry it out."""
    given = {"actor": actor, "world": actor.world, **(found.context.parser.parse_arguments(sentence) or {})}
    found.context.step_func(**{name: given[name] for name in found.takes if name in given})


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, drivers: Driver, stand: Stand) -> Iterator[Place]:
    file = tmp_path_factory.mktemp("arranged") / "worlds.sqlite"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SVYAZKA_DATABASE_URL", f"sqlite:///{file.as_posix()}")
        simulator = Simulator()
    address: Address = simulator.address
    chromium = Chromium(
        partial(drivers.launch, launch_arguments(address), False, 0), stand.ignore_certificate_errors
    )
    control = Control(address.control)
    yield Place(stand, control, chromium, f"sqlite:///{file.as_posix()}")
    control.close()
    chromium.close()
    simulator.stop()


@pytest.mark.parametrize("chain", CHAINS.values(), ids=range(len(CHAINS)))
def test_arranged_is_what_is_walked(place: Place, chain: tuple[str, ...]) -> None:
    walked, arranged = ([*place.go(chain, walks=walks)] for walks in (True, False))
    for (sentence, came), (_sentence, was_brought) in zip(walked, arranged, strict=True):
        assert vars(was_brought) == vars(came), sentence


def test_every_sentence_that_arranges_is_in_a_chain() -> None:
    arranging = {each.pattern for each in known_definitions() if _is_arranged(each)}
    said = {definition_of(sentence).pattern for chain in CHAINS.values() for sentence in chain}
    assert arranging
    assert arranging <= said


def test_every_way_that_is_arranged_is_gone_on_the_screens_by_some_scenario() -> None:
    arranging = [each for each in catalogue_with_uses() if any(map(_is_arranged, each.definitions))]
    only_given = [
        each.sentence for each in arranging if not any(use.text.startswith("Когда") for use in each.uses)
    ]
    assert arranging
    assert not only_given


def _is_arranged(found: Definition) -> bool:
    return is_arranged(found.context.step_func)
