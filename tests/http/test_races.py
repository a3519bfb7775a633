"""Fifty at once: what only one may have, one has, and nobody meets an error of the simulator's."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urljoin

from sim_server.domain.codes import Channel, ResendTooEarly, send_code
from sim_server.domain.worlds import failures_of, find_world
from tests.http.browser import Browser
from tests.http.protocol import exchange, obtain_callback
from tests.http.ways import GO_ON, reach_last_screen
from tests.http.world import World
from tests.people import ANNA, OLGA

AT_ONCE = 50


def at_once(act: Callable[[int], Any]) -> list[Any]:
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(act, range(AT_ONCE)))


def unbroken(world: World) -> bool:
    return failures_of(find_world(world.simulator.database, world.name)) == []


def test_one_callback_links_once(world: World, browser: Browser) -> None:
    reach_last_screen(browser, world, ANNA)
    callback = browser.submit_until_back(GO_ON)
    statuses = at_once(lambda _number: browser.ask("GET", callback).status_code)
    assert set(statuses) <= {303, 409}
    assert len(world.events("linked")) == 1
    assert unbroken(world)


def test_one_code_is_exchanged_once(world: World, browser: Browser) -> None:
    callback = obtain_callback(browser, world)
    answers = at_once(lambda _number: exchange(world, callback).json)
    assert sum("access_token" in answer for answer in answers) == 1
    assert all("access_token" in answer or "error" in answer for answer in answers)
    assert unbroken(world)


def test_one_form_sends_one_code(world: World) -> None:
    place = find_world(world.simulator.database, world.name)

    def send(_number: int) -> bool:
        try:
            send_code(place, "one form", OLGA["phone"], Channel.SMS)
        except ResendTooEarly:
            return False
        return True

    assert sum(at_once(send)) == len(world.messages(OLGA["phone"])) == 1


def test_last_screen_sent_at_once_gives_one_answer(world: World, browser: Browser) -> None:
    reach_last_screen(browser, world, ANNA)
    url, method, data = browser.request_of(GO_ON)
    ends = at_once(lambda _number: urljoin(url, browser.ask(method, url, data).headers["Location"]))
    led = {browser.ask("GET", one).headers["Location"] for one in {*ends} if "/signin/" in one}
    assert len(led) <= 1
    assert unbroken(world)
