"""Fifty at once: what only one may have, one has, and nobody meets an error of the simulator's."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urljoin

from sim_server.domain.codes import Channel, ResendTooEarly, send_code
from sim_server.domain.consents import clients_of
from sim_server.domain.vk_accounts import vk_account_by_phone
from sim_server.domain.worlds import failures_of, find_world
from tests.http.browser import Browser
from tests.http.protocol import authorize_address, exchange, obtain_callback
from tests.http.ways import GO_ON, ask_to_link, link, prove_phone, reach_last_screen
from tests.http.world import World
from tests.people import ANNA, IGOR, OLGA, full_name, particulars

AT_ONCE = 50
SEVERAL = 5  # browsers or accounts, each of which presses ten times


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


def test_one_profile_is_linked_with_one_account(world: World) -> None:
    """Two accounts of the journal, one study profile, and both answers of VK ID come back at once."""
    callbacks = []
    for number, person in enumerate((ANNA, IGOR)):
        browser = world.browser(f"d{number}")
        ask_to_link(browser, person)
        prove_phone(browser, world, ANNA)
        browser.submit("Продолжить в учебном профиле")
        callbacks.append((browser, browser.submit_until_back(GO_ON)))

    def come_back(number: int) -> int:
        browser, callback = callbacks[number % 2]
        return browser.ask("GET", callback).status_code

    assert set(at_once(come_back)) <= {303, 409}
    assert [*world.links.values()].count(full_name(ANNA)) == 1
    assert len(world.events("linked")) == 1
    assert unbroken(world)


def test_one_number_is_registered_once(world: World) -> None:
    """Somebody without VK ID goes the same way in several browsers, and ends it in all of them at once."""
    ends = []
    for number in range(SEVERAL):
        browser = world.browser(f"d{number}")
        browser.open(authorize_address())
        world.pass_time(minutes=5)  # a number gets no new code at once
        prove_phone(browser, world, OLGA, password=None)
        browser.submit(GO_ON, **particulars(OLGA))
        browser.submit("Создать учебный профиль")
        ends.append((browser, browser.request_of(GO_ON, **particulars(OLGA))))

    def end(number: int) -> int:
        browser, (url, method, data) = ends[number % SEVERAL]
        return browser.ask(method, url, data).status_code

    assert set(at_once(end)) == {303}
    for browser, _request in ends:
        browser.submit_until_back(GO_ON, **particulars(OLGA))
    assert len(world.events("vk_id_registered")) == len(world.events("study_profile_created")) == 1
    assert unbroken(world)


def test_sign_ins_at_once_are_one_consent(world: World, browser: Browser) -> None:
    """Codes of several sign-ins of one person for one client are exchanged at once, each ten times."""
    callbacks = [obtain_callback(browser, world)]
    while len(callbacks) < SEVERAL:
        browser.open(authorize_address())
        browser.submit("Продолжить в учебном профиле")
        browser.url = browser.submit_until_back(GO_ON)
        callbacks.append(browser.query)
    answers = at_once(lambda number: exchange(world, callbacks[number % SEVERAL]).json)
    assert sum("access_token" in answer for answer in answers) == SEVERAL
    assert all("access_token" in answer or "error" in answer for answer in answers)
    place = find_world(world.simulator.database, world.name)
    assert clients_of(place, vk_account_by_phone(place, ANNA["phone"])) == ["perm-journal"]
    assert unbroken(world)


def test_one_written_form_is_one_message(world: World, browser: Browser) -> None:
    link(browser, world, ANNA)
    browser.follow("Перейти в VK Мессенджер")
    browser.follow("Учительская")
    url, method, data = browser.request_of("Отправить", text="Собрание")
    assert set(at_once(lambda _number: browser.ask(method, url, data).status_code)) <= {200, 303}
    assert browser.open(browser.url).text.count("Собрание") == 1
    assert unbroken(world)
