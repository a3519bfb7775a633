"""A walk on the second face, watched as `observe` watches: unchanged, and with ten differences planted."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from fixtures.browser import Chromium, launch, launch_arguments
from fixtures.environment.browsers import find_browser
from fixtures.environment.problem import SetupFailed
from fixtures.journals import SITES_VARIABLE
from fixtures.residents.reading import Resident, read_people
from fixtures.simulator import Simulator
from fixtures.stand import Stand, load_stand
from reports.comparing.comparing import compare
from reports.comparing.shown import Shown
from reports.record.clauses import load_instructions
from reports.record.observation import Observation, read_observation
from reports.record.situations import WITH_PROFILE
from sim_server.domain.database import Database
from sim_server.domain.sign_ins import Situation
from sim_server.showing.telling import ways_of
from steps.observing.stage import Wanted, observing_in
from tests.observing.person import Person
from tests.observing.planting import CASE, JOURNAL, plant
from tests.observing.test_planted_differences import expected, told


def somebody(people: str) -> Resident:
    """One who has everything, and is not taken for a robot."""
    return next(
        one
        for one in read_people(Path(people))
        if (one.journal, one.situations, one.robot_check) == (JOURNAL, (WITH_PROFILE,), False)
    )


class SmallSimulator(Simulator):
    """The second face with one school of each kind: it starts sooner."""

    def _face(self) -> list[str]:
        return [*super()._face(), "--circles", "1"]


@contextmanager
def started(stand: Stand) -> Iterator[Simulator]:
    simulator = SmallSimulator(stand)
    try:
        yield simulator
    finally:
        simulator.stop()


def walked(
    driver: Playwright, shown: Shown, file: Path, headed: bool = False
) -> tuple[Observation, Resident]:
    """What is observed when somebody walks the way of that case, and who it was."""
    stand = load_stand("wild")

    def keep(seen: Observation) -> None:
        assert seen.situation or len(seen.screens) < 3, (
            "nobody knows yet whom to cover, and they are signed in"
        )
        seen.write(file)

    way = next(one for one in shown.ways if one.case == CASE)
    with started(stand) as simulator:
        address = simulator.address
        start = partial(launch, driver, launch_arguments(address), headed)
        chromium = Chromium(start, stand.ignore_certificate_errors)
        try:
            wanted = Wanted("wild", "perm", headed)
            with observing_in(chromium, stand, wanted, address.people, keep) as observer:
                page = observer.context.pages[0]

                def looked() -> None:
                    for _ in range(3):
                        [*observer.heed()]

                person = somebody(address.people)
                Person(observer.context, page, stand, person, looked).walk(way)
                looked()
        finally:
            chromium.close()
    return read_observation(file), person


def test_ten_planted_differences_are_seen_on_a_walk(
    driver: Playwright, database: Database, shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planted = plant(shown, tmp_path, seed=0)
    monkeypatch.setenv(SITES_VARIABLE, str(planted.sites))
    live = Shown.read(ways_of(database, JOURNAL, planted.sites, [Situation(CASE)]))

    seen, person = walked(driver, live, tmp_path / "walk.observation.json")

    assert told(compare(seen, shown, load_instructions()["perm"].clauses)) == expected(planted)
    written = (tmp_path / "walk.observation.json").read_text(encoding="utf-8")
    personal = (
        person.last_name,
        person.middle_name,
        person.login,
        person.phone[-7:],
        person.school,
        *person.secrets,
    )
    assert [one for one in personal if one in written] == []
    assert all(screen.picture for screen in seen.screens if screen.system == "vk_id")


@pytest.fixture
def virtual_screen(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A screen that nobody sees, for a browser with a window; without Xvfb or such a browser it is said aloud."""
    if shutil.which("Xvfb") is None:
        pytest.skip("окно показать негде: нет Xvfb (Debian: apt-get install xvfb)")
    said, tell = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(tell), "-screen", "0", "1400x1200x24"], pass_fds=[tell]
    ) as screen:
        os.close(tell)
        try:
            with os.fdopen(said) as number:
                monkeypatch.setenv("DISPLAY", f":{number.readline().strip()}")
            try:
                find_browser(headed=True)
            except SetupFailed as missing:
                pytest.skip(f"окно открыть нечем: {missing}")
            yield
        finally:
            screen.terminate()


@pytest.mark.usefixtures("virtual_screen")
def test_nothing_is_found_on_an_unchanged_face_in_a_window(
    driver: Playwright, shown: Shown, tmp_path: Path
) -> None:
    seen, _person = walked(driver, shown, tmp_path / "walk.observation.json", headed=True)

    assert compare(seen, shown, load_instructions()["perm"].clauses).findings == ()
    assert seen.situation == WITH_PROFILE
