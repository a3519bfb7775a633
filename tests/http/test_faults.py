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

FORGED = "Ответ VK ID не относится к вашему запросу или уже был использован."
UNFIT = "VK ID не подтвердил вход: его ответ уже не действует или предназначен не этому журналу."
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


@pytest.mark.parametrize("point", ["exchange", "user_info"])
@pytest.mark.parametrize("kind", ["error", "silent", "cut", "broken_json"])
def test_back_channel_that_fails_links_nothing(world: World, browser: Browser, point: str, kind: str) -> None:
    reach_last_screen(browser, world, ANNA)
    world.disturb("vk_id", point, kind)
    page = browser.submit(GO_ON)
    assert (page.heading, browser.status) == ("Привязка не выполнена", 409)
    assert UNAVAILABLE in page.text
    assert "anna" not in world.links


@pytest.mark.parametrize(
    ("point", "kind", "reason"),
    [
        ("callback", "wrong_state", FORGED),
        ("callback", "wrong_client", UNFIT),
        ("callback", "expired", UNFIT),
        ("exchange", "wrong_client", UNFIT),
        ("exchange", "expired", UNFIT),
    ],
)
def test_answer_that_is_of_no_use_links_nothing(
    world: World, browser: Browser, point: str, kind: str, reason: str
) -> None:
    reach_last_screen(browser, world, ANNA)
    world.disturb("vk_id", point, kind)
    page = browser.submit(GO_ON)
    assert (page.heading, browser.status) == ("Привязка не выполнена", 409)
    assert reason in page.text
    assert "anna" not in world.links


@pytest.mark.parametrize(("status", "seen"), [(429, 429), (500, 500), (502, 502), (504, 504), (None, 503)])
def test_page_answers_with_the_status_that_was_ordered_and_owns_up_to_no_failure(
    world: World, browser: Browser, status: int | None, seen: int
) -> None:
    world.disturb("journal", "page", "error", status=status)
    page = browser.open(JOURNAL)
    assert browser.status == seen
    assert page.heading != "Ошибка симулятора"
    assert world.api.get(f"{world.path}/failures").json["failures"] == []


def test_fault_of_one_client_meets_no_other(world: World, browser: Browser) -> None:
    world.disturb("vk_id", "authorize", "error", times=None, client="mesh-journal")
    assert ask_to_link(browser, ANNA).heading == "Вход в VK ID"
    world.disturb("vk_id", "authorize", "error", times=None, client="perm-journal")
    enter_journal(browser, ANNA)
    assert browser.submit(LINK).heading == "Сервис временно недоступен"


def test_fault_of_one_journal_s_pages_meets_no_other(world: World, browser: Browser) -> None:
    world.disturb("journal", "page", "error", times=None, client="mesh-journal")
    browser.open(JOURNAL)
    assert browser.status == 200
    browser.open("https://school.mos.ru")
    assert browser.status == 503


def test_fault_of_one_client_loses_the_codes_of_its_sign_ins_alone(world: World, browser: Browser) -> None:
    world.disturb("phone", "sms", "lost", times=None, client="mesh-journal")
    ask_to_link(browser, OLGA)
    give_phone(browser, OLGA["phone"])
    assert len(world.messages(OLGA["phone"])) == 1


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        ({"system": "journal", "point": "page", "kind": "lost"}, "бывает: error, slow, silent, cut"),
        ({"system": "journal", "point": "sms", "kind": "lost"}, "бывает: ничего"),
        ({"system": "phone", "point": "page", "kind": "error", "client": "perm-journal"}, "уберите client"),
        ({"system": "vk_id", "point": "page", "kind": "slow", "status": 500}, "только у error"),
    ],
)
def test_fault_that_would_never_come_is_refused(world: World, fault: dict[str, object], says: str) -> None:
    answer = world.api.post(f"{world.path}/faults", json=fault)
    assert answer.status_code == 409
    assert says in answer.json["error"]


def test_linking_succeeds_after_the_fault(world: World, browser: Browser) -> None:
    reach_last_screen(browser, world, ANNA)
    world.disturb("vk_id", "exchange", "error")
    browser.submit(GO_ON)
    browser.follow("Вернуться к личным сообщениям")
    browser.submit(LINK)
    browser.submit("Продолжить в учебном профиле")
    assert browser.submit(GO_ON).form_with(UNLINK)
    assert world.links["anna"] == full_name(ANNA)


def test_slow_token_within_patience_links_and_costs_the_world_s_time(world: World, browser: Browser) -> None:
    reach_last_screen(browser, world, ANNA)
    world.disturb("vk_id", "exchange", "slow", seconds=9)
    assert browser.submit(GO_ON).form_with(UNLINK)
    assert seconds_moved(world) == 9


def test_slow_token_beyond_patience_is_no_answer(world: World, browser: Browser) -> None:
    reach_last_screen(browser, world, ANNA)
    world.disturb("vk_id", "exchange", "slow", seconds=60)
    assert UNAVAILABLE in browser.submit(GO_ON).text
    assert seconds_moved(world) == 10
    assert "anna" not in world.links


def test_sms_that_never_comes_is_followed_by_a_call(world: World, browser: Browser) -> None:
    world.disturb("phone", "sms", "lost")
    ask_to_link(browser, OLGA)
    assert give_phone(browser, OLGA["phone"]).heading == "Подтвердите вход"
    assert world.messages(OLGA["phone"]) == []
    assert world.events("code_sent")[0]["data"]["arrives"] is False
    world.pass_time(minutes=3)
    browser.open(browser.url)
    browser.submit("Позвонить")
    assert browser.submit(GO_ON, code=world.code(OLGA["phone"])).heading == "Личные данные"


def test_sms_that_comes_twice_is_one_code(world: World, browser: Browser) -> None:
    world.disturb("phone", "sms", "doubled")
    ask_to_link(browser, OLGA)
    give_phone(browser, OLGA["phone"])
    first, second = world.messages(OLGA["phone"])
    assert first["text"] == second["text"]
    assert browser.submit(GO_ON, code=world.code(OLGA["phone"])).heading == "Личные данные"


def test_late_sms_comes_when_its_time_has_come_and_after_what_was_there_before(
    world: World, browser: Browser
) -> None:
    world.disturb("phone", "sms", "late", seconds=180)
    ask_to_link(browser, OLGA)
    give_phone(browser, OLGA["phone"])
    assert world.messages(OLGA["phone"]) == []
    world.pass_time(minutes=2)
    browser.open(browser.url)
    browser.submit("Отправить SMS")
    (second,) = world.messages(OLGA["phone"])
    world.pass_time(minutes=1)
    earlier, late = world.messages(OLGA["phone"])
    assert (earlier, late["id"] < second["id"]) == (second, True)
    digits = OLGA["phone"].lstrip("+")
    newer = world.api.get(f"{world.path}/phones/{digits}/messages?after={second['id']}").json["messages"]
    assert newer == [late]


def test_pressing_too_early_does_not_use_up_a_fault(world: World, browser: Browser) -> None:
    ask_to_link(browser, OLGA)
    give_phone(browser, OLGA["phone"])
    world.disturb("phone", "sms", "lost")
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
