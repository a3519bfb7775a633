"""What one process has begun, another on the same database goes on with; one that dies is replaced."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import psutil

from sim_server.domain.database import Database
from sim_server.domain.keys import lasting_key
from sim_server.domain.worlds import find_world
from sim_server.simulator import Simulator
from sim_server.start.ready_people import keep_main_world
from tests.http.browser import Browser
from tests.http.far import FarSimulator
from tests.http.ways import GO_ON, JOURNAL, LINK, UNLINK, enter_journal, give_phone, link, prove_phone
from tests.http.world import World
from tests.people import ANNA, OLGA, particulars

PATIENCE = 60.0
SOONER = 30.0  # seconds: than the wait would end by itself


def test_link_is_made_by_several_processes(world: World, browser: Browser) -> None:
    assert UNLINK in link(browser, world, ANNA).buttons


def test_sessions_forms_and_ways_are_shared(world: World, browser: Browser, here: Simulator) -> None:
    enter_journal(browser, ANNA)
    there, browser.client.application = browser.client.application, here
    browser.submit(LINK)
    browser.client.application = there
    prove_phone(browser, world, ANNA)
    browser.client.application = here
    browser.submit("Продолжить в учебном профиле")
    browser.client.application = there
    assert UNLINK in browser.submit(GO_ON, **particulars(ANNA)).buttons


def test_message_of_another_process_is_heard_at_once(
    world: World, browser: Browser, here: Simulator, waits: threading.Event
) -> None:
    """Nothing but the news of its commit wakes who waits here."""
    asked = f"{world.path}/phones/{OLGA['phone'][1:]}/messages?wait=50"
    browser.open(f"{JOURNAL}/login")
    browser.submit("Войти", login="olga", password="journal-olga")
    browser.follow("Личные сообщения")
    browser.submit(LINK)
    with ThreadPoolExecutor(1) as pool:
        heard = pool.submit(here.control.test_client().get, asked)
        assert waits.wait(PATIENCE)
        give_phone(browser, OLGA["phone"])
        assert [one["kind"] for one in heard.result(SOONER).json["messages"]] == ["sms"]


def test_defect_that_one_process_was_ordered_acts_in_all(simulator: FarSimulator, here: Simulator) -> None:
    spoilt = World(here, [ANNA], defects=["proceed_renamed"])
    browser = Browser(simulator, f"Svyazka/{spoilt.name}.d1")
    enter_journal(browser, ANNA)
    assert GO_ON not in browser.submit(LINK).buttons


def test_main_world_and_key_are_the_same_for_all(here: Simulator, database: Database, address: str) -> None:
    began = keep_main_world(database, here.chat_rules)
    another = Database(address)
    assert keep_main_world(another, here.chat_rules) == began
    assert lasting_key(another) == lasting_key(database)
    another.close()


def test_process_that_dies_is_replaced_and_nobody_misses_it(
    simulator: FarSimulator, world: World, browser: Browser
) -> None:
    keeper = psutil.Process(simulator.pid)
    before = {one.pid for one in keeper.children()}
    enter_journal(browser, ANNA)
    os.kill(min(before), signal.SIGKILL)
    for _look in range(20):
        assert LINK in browser.open(f"{JOURNAL}/messages").buttons
    assert wait_until(lambda: len({one.pid for one in keeper.children()} - {min(before)}) == len(before))
    assert find_world(simulator.database, world.name)


def wait_until(holds: Callable[[], bool]) -> bool:
    never, deadline = threading.Event(), time.monotonic() + PATIENCE
    while not holds() and time.monotonic() < deadline:
        never.wait(0.05)
    return holds()
