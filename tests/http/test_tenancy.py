"""How requests find world, device and site: by the token of a run's browser, or by a host label by hand."""

import pytest
from werkzeug.test import Client

from sim_server.domain.worlds import World as DomainWorld
from sim_server.simulator import Simulator
from sim_server.start.ready_people import begin_main_world
from tests.http.browser import Browser
from tests.http.ways import GO_ON, JOURNAL, LINK, enter_journal, link
from tests.http.world import World
from tests.people import ANNA, EVERYBODY, OLGA, full_name


@pytest.fixture
def main_world(simulator: Simulator) -> DomainWorld:
    return begin_main_world(simulator.database, simulator.chat_rules)


def test_token_finds_the_world(browser: Browser) -> None:
    assert "Выйти" in enter_journal(browser, ANNA).buttons


def test_without_token_there_is_no_world(simulator: Simulator) -> None:
    nobody = Browser(simulator)
    assert (nobody.open(JOURNAL).heading, nobody.status) == ("Неизвестный мир", 421)


def test_dropped_world_is_unknown(world: World, browser: Browser) -> None:
    world.api.delete(world.path)
    assert (browser.open(JOURNAL).heading, browser.status) == ("Неизвестный мир", 421)


def test_name_of_a_dropped_world_is_never_given_again(simulator: Simulator, world: World) -> None:
    world.api.delete(world.path)
    assert World(simulator, []).name != world.name


@pytest.mark.parametrize(
    "host", ["ok.ru", "school.permkrai.ru.example.org", "localhost.example.org", "control.svyazka.test", ""]
)
def test_other_hosts_are_misdirected(world: World, simulator: Simulator, host: str) -> None:
    headers = {"User-Agent": f"Tests Svyazka/{world.name}.d1", "Host": host}
    answer = Client(simulator).get("/", headers=headers)
    assert (answer.status_code, answer.text) == (421, "Такого сайта в симуляторе нет\n")


@pytest.mark.usefixtures("main_world")
def test_by_hand_without_label_it_is_the_main_world(simulator: Simulator) -> None:
    browser = Browser(simulator)
    browser.open("http://school.permkrai.ru.localhost:8000/login")
    browser.submit("Войти", login="sokolova", password="perm-1111")
    browser.follow("Личные сообщения")
    browser.submit(LINK)
    assert browser.url.startswith("http://id.vk.com.localhost:8000/signin/")
    browser.submit(GO_ON, phone="+71991111111")
    browser.submit(GO_ON, password="Vesna-2026!")
    phone = Browser(simulator).open("http://phone.svyazka.test.localhost:8000/71991111111")
    browser.submit(GO_ON, code=phone.items[0].removeprefix("СМС от VK: Код ")[:6])
    browser.submit("Продолжить в учебном профиле")
    browser.submit(GO_ON)
    assert browser.url == "http://school.permkrai.ru.localhost:8000/messages"
    browser.follow("Перейти в VK Мессенджер")
    assert browser.url == "http://web.vk.me.localhost:8000/"
    assert "Учительская" in browser.page.links


def test_by_hand_a_label_names_the_world(world: World, simulator: Simulator) -> None:
    browser = Browser(simulator)
    browser.open(f"http://school.permkrai.ru.{world.name}.localhost:8000/login")
    browser.submit("Войти", login="olga", password=OLGA["journal_accounts"][0]["password"])
    assert full_name(OLGA) in browser.page.text
    browser.follow("Личные сообщения")
    browser.submit(LINK)
    assert browser.url.startswith(f"http://id.vk.com.{world.name}.localhost:8000/signin/")


def test_by_hand_an_unknown_world_is_told(simulator: Simulator) -> None:
    browser = Browser(simulator)
    browser.open("http://school.permkrai.ru.nowhere.localhost:8000/")
    assert (browser.page.heading, browser.status) == ("Неизвестный мир", 421)


def test_each_device_has_a_memory_of_its_own(world: World, browser: Browser) -> None:
    link(browser, world, ANNA)
    other = world.browser("d2")
    assert other.open(f"{JOURNAL}/messages").heading == "Вход для сотрудников"


def test_control_api_answers_by_hand(simulator: Simulator) -> None:
    answer = Client(simulator).get("/health", base_url="http://control.svyazka.test.localhost:8000")
    assert answer.json == {"status": "ok"}


def test_world_is_told_by_token_not_by_cookie(simulator: Simulator, browser: Browser) -> None:
    enter_journal(browser, ANNA)
    browser.agent = f"Svyazka/{World(simulator, EVERYBODY).name}.d1"
    assert browser.open(f"{JOURNAL}/messages").heading == "Вход для сотрудников"
