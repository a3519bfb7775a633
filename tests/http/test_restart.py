"""A simulator that is started anew on the database it had: worlds, sessions, open forms and ways go on."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from sim_server import serve
from sim_server.domain.database import Database
from sim_server.domain.protocol_rules import Profile, choose_rules, rules, rules_of
from sim_server.domain.worlds import find_world
from sim_server.simulator import Simulator
from sim_server.vk_sign_in import VkSignIn
from sim_server.web.forms import FORM_OUTDATED
from tests.http.browser import Browser
from tests.http.ways import GO_ON, LINK, UNLINK, enter_journal, prove_phone
from tests.http.world import World
from tests.people import ANNA, EVERYBODY, Json, particulars


@pytest.fixture
def kept(tmp_path: Path) -> str:
    """The address of a database that outlives whoever opens it."""
    return f"sqlite:///{(tmp_path / 'worlds.sqlite').as_posix()}"


@contextmanager
def started(address: str) -> Iterator[Simulator]:
    database = Database(address)
    yield Simulator(database)
    database.close()


def go_on_with(simulator: Simulator, browser: Browser) -> Browser:
    """The same browser, whose simulator is another one now."""
    browser.client.application = simulator
    return browser


def test_open_form_and_session_outlast_a_restart(kept: str) -> None:
    with started(kept) as simulator:
        browser = World(simulator, EVERYBODY).browser()
        enter_journal(browser, ANNA)
    with started(kept) as simulator:
        page = go_on_with(simulator, browser).submit(LINK)
        assert FORM_OUTDATED not in page.text
        assert page.heading == "Вход в VK ID"


def test_way_through_vk_id_outlasts_a_restart(kept: str) -> None:
    with started(kept) as simulator:
        world = World(simulator, EVERYBODY)
        browser = world.browser()
        enter_journal(browser, ANNA)
        browser.submit(LINK)
        prove_phone(browser, world, ANNA)
    with started(kept) as simulator:
        go_on_with(simulator, browser).submit("Продолжить в учебном профиле")
        assert UNLINK in browser.submit(GO_ON, **particulars(ANNA)).buttons


def test_callback_that_died_half_way_can_be_repeated(kept: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It was taken, and nobody was left to deal with it."""
    callback, browser = half_finished(kept, monkeypatch)
    with started(kept) as simulator:
        World.pass_time(_named(simulator, browser), minutes=1)
        assert UNLINK in go_on_with(simulator, browser).open(callback).buttons


class Death(BaseException):
    """Nothing is tidied up after it."""


def half_finished(kept: str, monkeypatch: pytest.MonkeyPatch) -> tuple[str, Browser]:
    """A callback in whose middle the simulator has died."""
    with started(kept) as simulator, monkeypatch.context() as patch:
        world = World(simulator, EVERYBODY)
        browser = world.browser()
        enter_journal(browser, ANNA)
        browser.submit(LINK)
        prove_phone(browser, world, ANNA)
        browser.submit("Продолжить в учебном профиле")
        callback = browser.submit_until_back(GO_ON, **particulars(ANNA))

        def dies(*_any: Any) -> Any:
            raise Death

        patch.setattr(VkSignIn, "_identity", dies)
        patch.setattr("sim_server.vk_sign_in.close_request", lambda _request: None)
        with pytest.raises(Death):
            browser.open(callback)
        return callback, browser


def _named(simulator: Simulator, browser: Browser) -> Any:
    """The world of the browser, as the simulator of today has it."""
    world: Any = object.__new__(World)
    world.simulator, world.api = simulator, simulator.control.test_client()
    world.path = f"/worlds/{browser.agent.partition('/')[2].partition('.')[0]}"
    return world


@pytest.fixture
def served(kept: str, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Starts `serve` on the kept database, and tells which world `main` is then."""
    monkeypatch.setenv("SVYAZKA_DATABASE_URL", kept)
    mains: list[Json] = []

    def listen(simulator: Simulator, *_any: Any) -> int:
        main = find_world(simulator.database, "main")
        mains.append({"id": main.id, "offset": main.offset, "rules": rules_of(main)})
        choose_rules(main, Profile.STRICT, {"shortest_state": 8})
        return 0

    monkeypatch.setattr(serve, "_listen", listen)

    def start(*arguments: str) -> Json:
        assert serve.main(arguments, argparse.ArgumentParser) == 0
        return mains[-1]

    return start


def test_serve_goes_on_with_the_main_world_that_is_there(served: Any) -> None:
    first, again = served(), served()
    assert (first["id"], first["offset"]) == (again["id"], again["offset"])


def test_what_was_decided_of_disputes_stays_until_a_start_says_otherwise(served: Any) -> None:
    assert served()["rules"] == rules(Profile.OBSERVED)
    assert served()["rules"] == rules(Profile.STRICT, {"shortest_state": 8})
    assert served("--profile", "strict")["rules"] == rules(Profile.STRICT)
    assert served("--fresh")["rules"] == rules(Profile.OBSERVED)


def test_fresh_serve_begins_the_main_world_anew(served: Any) -> None:
    assert served()["id"] != served("--fresh")["id"]
