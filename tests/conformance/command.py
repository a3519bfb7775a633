"""`svyazka.py conformance`: every client its whole way, and docs/conformance.md made of what became of it."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from fixtures.environment.arguments import ArgumentParser
from fixtures.environment.console import Progress
from sim_server.domain.database import Database
from sim_server.simulator import Simulator
from tests.conformance.client import Client, lose_all_by_reuse
from tests.conformance.clients import OF_PYPI
from tests.conformance.judging import Judged, about, judge
from tests.conformance.npm_shop import Untried, fetch, wanted_version
from tests.conformance.served import Served, found_and_trusted, served_by_tls
from tests.conformance.table import FILE, page
from tests.conformance.with_passport import Passport, passport_site
from tests.conformance.with_sdk import VkIdSdk, sdk_in_chromium
from tests.http.world import World
from tests.people import ANNA

REFUSED = 1
SHOP = Path(tempfile.gettempdir()) / "svyazka-conformance-npm"
Started = Callable[[], AbstractContextManager[type[Client]]]


def main(argv: Sequence[str]) -> int:
    """Try everybody and write the page; 0 if all that could be tried go through, else 1."""
    options = _arguments().parse_args(list(argv))
    judged = try_all(options.packages)
    if options.write:
        FILE.write_text(page(judged), encoding="utf-8")
    for one in judged:
        print(_told(one))
    return REFUSED if any(one.observed is False for one in judged) else 0


def try_all(packages: Path) -> list[Judged]:
    """What becomes of each client, those of npm in the packages' folder."""
    warnings.simplefilter("ignore", DeprecationWarning)  # what others import is theirs
    with _vk_id() as (simulator, served, folder):

        def make_world() -> World:
            return World(simulator, [ANNA])

        progress = Progress("Чужие клиенты идут в VK ID.", len(OF_PYPI) + 2)
        judged = []
        for client in OF_PYPI:
            with progress.step(client.name):
                judged.append(_tried(client, make_world))
        for client, started in _of_npm(packages, served, folder):
            with progress.step(client.name):
                judged.append(tried_in(client, started, make_world))
        return judged


@contextmanager
def _vk_id() -> Iterator[tuple[Simulator, Served, Path]]:
    with tempfile.TemporaryDirectory(prefix="svyazka-conformance-") as name:
        folder = Path(name)
        database = Database(f"sqlite:///{(folder / 'worlds.sqlite').as_posix()}")
        simulator = Simulator(database)
        with served_by_tls(simulator, folder) as served, found_and_trusted(served):
            yield simulator, served, folder
        database.close()


def _of_npm(packages: Path, served: Served, folder: Path) -> Iterator[tuple[type[Client], Started]]:
    """The clients of npm, and how each is had."""
    yield VkIdSdk, lambda: sdk_in_chromium(fetch(packages), served, folder / "home")
    yield Passport, lambda: passport_site(fetch(packages), served)


def tried_in(client: type[Client], started: Started, make_world: Callable[[], World]) -> Judged:
    """What becomes of a client that has to be had first; if it cannot be, why not."""
    try:
        with started() as ready:
            return _tried(ready, make_world)
    except Untried as why:
        return Judged(*about(client, wanted_version(client.name)), untried=str(why))


def _tried(client: type[Client], make_world: Callable[[], World]) -> Judged:
    judged = judge(client, make_world)
    if judged.observed:
        lose_all_by_reuse(client(make_world()))
    return judged


def _told(one: Judged) -> str:
    name = f"{one.registry} {one.name} {one.version}"
    if one.observed is None:
        return f"{name} — не проверено: {one.untried}"
    strict = f"strict отказывает: {', '.join(one.refusing)}" if one.refusing else "и под strict тоже"
    return f"{name} — проходит весь путь; {strict}" if one.observed else f"{name} — VK ID отказал"


def _arguments() -> ArgumentParser:
    parser = ArgumentParser(
        prog="svyazka.py conformance",
        description="Пускает в VK ID симулятора чужие клиенты из реестров, неизменённые, и пишет docs/conformance.md.",
    )
    parser.add_argument(
        "--packages", type=Path, default=SHOP, metavar="ПАПКА", help=f"куда npm ставит пакеты (обычно {SHOP})"
    )
    parser.add_argument("--no-write", dest="write", action="store_false", help="таблицу не переписывать")
    return parser
