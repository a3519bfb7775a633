"""Everything that ends, ends by the world's clock."""

import pytest

from tests.http.browser import Browser
from tests.http.ways import GO_ON, JOURNAL, LINK, VK_ID, ask_to_link, enter_journal, link
from tests.http.world import World
from tests.people import ANNA

OUTDATED = "Страница устарела. Проверьте данные и отправьте их ещё раз"


def test_journal_session_ends_half_an_hour_after_the_last_request(world: World, browser: Browser) -> None:
    enter_journal(browser, ANNA)
    for _request in range(3):
        world.pass_time(minutes=25)
        assert browser.open(f"{JOURNAL}/messages").heading == "Личные сообщения"
    world.pass_time(minutes=31)
    assert browser.open(f"{JOURNAL}/messages").heading == "Вход для сотрудников"


def test_outdated_form_is_told_and_can_be_sent_again(world: World, browser: Browser) -> None:
    ask_to_link(browser, ANNA)
    world.pass_time(minutes=61)
    page = browser.submit(GO_ON, phone=ANNA["phone"])
    assert (page.heading, OUTDATED in page.text) == ("Вход в VK ID", True)
    assert browser.submit(GO_ON).heading == "Введите пароль"


def test_form_serves_for_an_hour(world: World, browser: Browser) -> None:
    ask_to_link(browser, ANNA)
    world.pass_time(minutes=59)
    assert browser.submit(GO_ON, phone=ANNA["phone"]).heading == "Введите пароль"


@pytest.mark.parametrize("token", ["", "forged", None])
def test_form_without_a_sound_token_is_refused(browser: Browser, token: str | None) -> None:
    browser.open(f"{JOURNAL}/login")
    data = {"login": "anna", "password": "journal-anna"} | ({} if token is None else {"csrf_token": token})
    assert OUTDATED in browser.open(f"{JOURNAL}/login", "POST", data).text


def test_form_of_another_browser_is_refused(world: World, browser: Browser) -> None:
    browser.open(f"{JOURNAL}/login")
    stolen = browser.page.form_with("Войти").values["csrf_token"]
    other = world.browser("d2")
    other.open(f"{JOURNAL}/login")
    page = other.submit("Войти", login="anna", password="journal-anna", csrf_token=stolen)
    assert OUTDATED in page.text


def test_unfinished_way_ends_after_a_day(world: World, browser: Browser) -> None:
    ask_to_link(browser, ANNA)
    world.pass_time(hours=23)
    assert browser.open(browser.url).heading == "Вход в VK ID"
    world.pass_time(hours=2)
    assert (browser.open(browser.url).heading, browser.status) == ("Нет доступа", 403)


def test_vk_id_is_remembered_for_a_year(world: World, browser: Browser) -> None:
    link(browser, world, ANNA)
    browser.submit("Отвязать учебный профиль VK ID")
    browser.submit("Отвязать")
    world.pass_time(days=364)
    enter_journal(browser, ANNA)
    assert browser.submit(LINK).heading == "Выберите учебный профиль"
    world.pass_time(days=366)
    enter_journal(browser, ANNA)
    assert browser.submit(LINK).heading == "Вход в VK ID"
    assert browser.url.startswith(VK_ID)
