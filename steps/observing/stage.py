"""Where an observation is made: a stand, a browser that reaches nothing else, and somebody who watches over both."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import partial

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import sync_playwright

from fixtures.browser import Chromium, launch, launch_arguments, outward_arguments
from fixtures.residents.reading import VARIABLE, Resident, people_file, read_people
from fixtures.sight.patience import Patience
from fixtures.simulator import Simulator
from fixtures.stand import Stand, load_stand
from reports.record.observation import Observation
from steps.observing.hiding import Hiding
from steps.observing.observer import Keep, Observer
from steps.recording.start import start_page

TITLE = "Наблюдение"
HINT = (
    "Наберите адрес или выберите сайт и пройдите весь путь, как обычный человек. Экраны записываются сами; "
    "телефоны, коды, имена и всё, что вы введёте, закрыты ещё до записи. Закончили — закройте окно."
)


class CannotObserve(Exception):
    """There is nothing to observe on this stand; the message is Russian and says what to do."""


@dataclass(frozen=True)
class Wanted:
    """On which stand somebody walks, by which instruction; `hide` are words to cover besides."""

    stand: str
    instruction: str = ""
    headed: bool = True
    hide: tuple[str, ...] = ()


@contextmanager
def observing(wanted: Wanted, keep: Keep = lambda seen: None) -> Iterator[Observer]:
    """Open a stand in a browser, and take all of it away again; raises CannotObserve."""
    stand = observable(wanted.stand)
    with ExitStack() as stack:
        switches, people_at = outward_arguments(stand), os.environ.get(VARIABLE, "")
        if stand.simulator:
            simulator = Simulator(stand)
            stack.callback(simulator.stop)
            switches, people_at = launch_arguments(simulator.address), simulator.address.people
        stack.enter_context(Patience().keeping_watch())
        driver = stack.enter_context(sync_playwright())
        chromium = Chromium(partial(launch, driver, switches, wanted.headed), stand.ignore_certificate_errors)
        stack.callback(chromium.close)
        yield stack.enter_context(observing_in(chromium, stand, wanted, people_at, keep))


@contextmanager
def observing_in(
    chromium: Chromium, stand: Stand, wanted: Wanted, people_at: str = "", keep: Keep = lambda seen: None
) -> Iterator[Observer]:
    """Watch over somebody in a browser that is there; `people_at` is the file of the stand's people, if any."""
    context = chromium.context("")
    try:
        hiding = Hiding(_people(people_at), wanted.hide)
        observer = Observer(context, stand, _header(stand, wanted), hiding, keep)
        start_page(context.new_page(), stand, TITLE, HINT)
        yield observer
    finally:
        with suppress(BrowserError):  # closed by hand already
            context.close()


def observable(name: str) -> Stand:
    """The stand of this name, if there is something to be seen that is not known; raises CannotObserve."""
    stand = load_stand(name)
    if stand.is_controlled:
        raise CannotObserve(
            f"Стенд «{name}» — сам симулятор, с ним и сравнивают. Назовите другой: --stand wild или свой"
        )
    if not (stand.simulator or stand.network):
        raise CannotObserve(
            f"Стенд «{name}»: ходить к его сайтам не разрешено; разрешает его файл: network = true"
        )
    return stand


def _people(at: str) -> tuple[Resident, ...]:
    """The people of the stand, where a file tells of them."""
    return read_people(people_file({VARIABLE: at})) if at else ()


def _header(stand: Stand, wanted: Wanted) -> Observation:
    today = datetime.date.today().isoformat()
    return Observation(
        stand=stand.name,
        place=stand.place,
        instruction=wanted.instruction,
        day=today,
        detours=tuple(stand.detours),
        simulated=stand.simulated,
    )
