"""Leaving VK ID in the middle: nothing is linked, nothing is left behind."""

import pytest

from tests.http.browser import Browser
from tests.http.ways import GO_ON, JOURNAL, LINK, ask_to_link, give_phone, prove_phone, reach_last_screen
from tests.http.world import World
from tests.people import ANNA, OLGA, particulars

LEFT = "Вы вышли из VK ID, не завершив привязку. Профиль не привязан."


@pytest.mark.parametrize("reached", ["phone", "password", "last"])
def test_leaving_returns_unlinked(world: World, browser: Browser, reached: str) -> None:
    if reached == "last":
        reach_last_screen(browser, world, ANNA)
    else:
        ask_to_link(browser, ANNA)
    if reached == "password":
        give_phone(browser, ANNA["phone"])
    page = browser.submit("Отмена")
    assert browser.url == f"{JOURNAL}/messages"
    assert LEFT in page.text
    assert page.form_with(LINK)
    assert "anna" not in world.links


def test_registration_left_before_its_end_leaves_no_vk_id(world: World, browser: Browser) -> None:
    ask_to_link(browser, OLGA)
    prove_phone(browser, world, OLGA, password=None)
    browser.submit(GO_ON, **particulars(OLGA))
    browser.submit("Создать учебный профиль")
    browser.submit("Отмена")
    assert world.events("vk_id_registered") == []
    browser.submit(LINK)
    assert prove_phone(browser, world, OLGA, password=None).heading == "Личные данные"


def test_note_about_leaving_is_shown_once(browser: Browser) -> None:
    ask_to_link(browser, ANNA)
    assert LEFT in browser.submit("Отмена").text
    assert LEFT not in browser.open(f"{JOURNAL}/messages").text


def test_abandoned_way_can_be_begun_again(world: World, browser: Browser) -> None:
    ask_to_link(browser, ANNA)
    browser.submit("Отмена")
    browser.submit(LINK)
    prove_phone(browser, world, ANNA)
    browser.submit("Продолжить в учебном профиле")
    browser.submit(GO_ON)
    assert "anna" in world.links


def test_another_s_browser_cannot_enter_the_way(world: World, browser: Browser) -> None:
    ask_to_link(browser, ANNA)
    other = world.browser("d2")
    assert (other.open(browser.url).heading, other.status) == ("Нет доступа", 403)


def test_change_of_the_number_forgets_what_was_proven(world: World, browser: Browser) -> None:
    ask_to_link(browser, ANNA)
    give_phone(browser, OLGA["phone"])
    assert browser.page.heading == "Подтвердите вход"
    assert browser.submit("Изменить номер телефона").heading == "Вход в VK ID"
    give_phone(browser, ANNA["phone"])
    assert browser.submit("Назад").heading == "Вход в VK ID"
    prove_phone(browser, world, ANNA)
    browser.submit("Продолжить в учебном профиле")
    browser.submit(GO_ON)
    assert "anna" in world.links
    assert world.events("vk_id_registered") == []


def test_answer_to_a_screen_that_is_not_asked_changes_nothing(world: World, browser: Browser) -> None:
    ask_to_link(browser, ANNA)
    token = browser.page.form_with(GO_ON).values["csrf_token"]
    for early in ("password", "code", "choice", "offer", "profile_data", "consent"):
        page = browser.open(f"{browser.url.rstrip('/')}/{early}", "POST", {"csrf_token": token})
        assert page.heading == "Вход в VK ID"
