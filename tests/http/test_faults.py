"""What people see when a system errs, is slow, or keeps silent; and that nothing is linked by halves."""

import re

import pytest

from tests.http.browser import Browser
from tests.http.ways import (
    GO_ON,
    JOURNAL,
    LINK,
    UNLINK,
    ask_to_link,
    enter_journal,
    give_phone,
    reach_last_screen,
)
from tests.http.world import World
from tests.people import ANNA, OLGA, full_name

UNAVAILABLE = "VK ID не отвечает. Ничего не изменилось. Попробуйте ещё раз через несколько минут."


def seconds_moved(world: World) -> float:
    return sum(event["data"]["seconds"] for event in world.events("clock_advanced"))


@pytest.mark.parametrize(
    ("kind", "heading", "status"),
    [("error", "Сервис временно недоступен", 503), ("silent", "Сервис не отвечает", 504)],
)
def test_page_of_vk_id_that_fails_is_there_again_the_next_time(
    world: World, browser: Browser, kind: str, heading: str, status: int
) -> None:
    enter_journal(browser, ANNA)
    world.disturb("vk_id", "page", kind)
    page = browser.submit(LINK)
    assert (page.heading, browser.status) == (heading, status)
    assert browser.open(browser.url).heading == "Вход в VK ID"
    assert "anna" not in world.links


@pytest.mark.parametrize(
    ("system", "address"), [("journal", JOURNAL), ("phone", "https://phone.svyazka.test")]
)
def test_fault_disturbs_its_own_system_only(
    world: World, browser: Browser, system: str, address: str
) -> None:
    world.disturb(system, "page", "error", times=None)
    statuses = {}
    for site in (JOURNAL, "https://id.vk.com", "https://phone.svyazka.test"):
        browser.open(site)
        statuses[site] = browser.status
    assert statuses.pop(address) == 503
    assert set(statuses.values()) == {200}


@pytest.mark.parametrize("point", ["token", "user_info"])
@pytest.mark.parametrize("kind", ["error", "silent"])
def test_back_channel_that_fails_links_nothing(world: World, browser: Browser, point: str, kind: str) -> None:
    reach_last_screen(browser, world, ANNA)
    world.disturb("vk_id", point, kind)
    page = browser.submit(GO_ON)
    assert (page.heading, browser.status) == ("Привязка не выполнена", 409)
    assert UNAVAILABLE in page.text
    assert "anna" not in world.links


def test_linking_succeeds_after_the_fault(world: World, browser: Browser) -> None:
    reach_last_screen(browser, world, ANNA)
    world.disturb("vk_id", "token", "error")
    browser.submit(GO_ON)
    browser.follow("Вернуться к личным сообщениям")
    browser.submit(LINK)
    browser.submit("Продолжить в учебном профиле")
    assert browser.submit(GO_ON).form_with(UNLINK)
    assert world.links["anna"] == full_name(ANNA)


def test_slow_token_within_patience_links_and_costs_the_world_s_time(world: World, browser: Browser) -> None:
    reach_last_screen(browser, world, ANNA)
    world.disturb("vk_id", "token", "slow", seconds=9)
    assert browser.submit(GO_ON).form_with(UNLINK)
    assert seconds_moved(world) == 9


def test_slow_token_beyond_patience_is_no_answer(world: World, browser: Browser) -> None:
    reach_last_screen(browser, world, ANNA)
    world.disturb("vk_id", "token", "slow", seconds=60)
    assert UNAVAILABLE in browser.submit(GO_ON).text
    assert seconds_moved(world) == 10
    assert "anna" not in world.links


def test_sms_that_never_comes_is_followed_by_a_call(world: World, browser: Browser) -> None:
    world.disturb("phone", "sms", "silent")
    ask_to_link(browser, OLGA)
    assert give_phone(browser, OLGA["phone"]).heading == "Подтвердите вход"
    assert world.messages(OLGA["phone"]) == []
    assert world.events("code_sent")[0]["data"]["arrives"] is False
    world.pass_time(minutes=3)
    browser.open(browser.url)
    browser.submit("Позвонить")
    assert browser.submit(GO_ON, code=world.code(OLGA["phone"])).heading == "Личные данные"


def test_pressing_too_early_does_not_use_up_a_fault(world: World, browser: Browser) -> None:
    ask_to_link(browser, OLGA)
    give_phone(browser, OLGA["phone"])
    world.disturb("phone", "sms", "silent")
    browser.submit("Отправить SMS")
    world.pass_time(minutes=3)
    browser.open(browser.url)
    browser.submit("Отправить SMS")
    assert len(world.messages(OLGA["phone"])) == 1


def test_countdown_starts_when_the_code_was_sent_however_long_the_line_took(
    world: World, browser: Browser
) -> None:
    world.disturb("phone", "sms", "slow", seconds=8)
    ask_to_link(browser, OLGA)
    page = give_phone(browser, OLGA["phone"])
    assert re.search(r'data-seconds="1(20|1[4-9])"', page.html)


def test_fault_is_used_up_by_its_number(world: World, browser: Browser) -> None:
    world.disturb("journal", "page", "error", times=2)
    statuses = []
    for _visit in range(3):
        browser.open(JOURNAL)
        statuses.append(browser.status)
    assert statuses == [503, 503, 200]


def test_faults_end_when_they_are_cleared(world: World, browser: Browser) -> None:
    world.disturb("journal", "page", "error", times=None)
    browser.open(JOURNAL)
    assert browser.status == 503
    assert world.api.delete(f"{world.path}/faults").status_code == 204
    browser.open(JOURNAL)
    assert browser.status == 200
