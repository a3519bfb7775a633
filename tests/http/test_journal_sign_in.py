"""Signing in to the journal and out of it."""

import pytest

from tests.http.browser import Browser
from tests.http.ways import JOURNAL, UNLINK, enter_journal
from tests.http.world import World
from tests.people import ANNA, full_name


def test_desk_follows_the_sign_in(browser: Browser) -> None:
    browser.open(f"{JOURNAL}/login")
    page = browser.submit("Войти", login="anna", password="journal-anna")
    assert (page.heading, browser.url) == ("Рабочий стол", f"{JOURNAL}/desk")
    assert full_name(ANNA) in page.text


@pytest.mark.parametrize(
    ("login", "password", "told"),
    [
        ("anna", "wrong", "Неверный логин или пароль"),
        ("nobody", "journal-anna", "Неверный логин или пароль"),
        ("anna", "journal-igor", "Неверный логин или пароль"),
        ("", "journal-anna", "Введите логин"),
        ("anna", "", "Введите пароль"),
    ],
)
def test_wrong_or_empty_answers_are_told(browser: Browser, login: str, password: str, told: str) -> None:
    browser.open(f"{JOURNAL}/login")
    page = browser.submit("Войти", login=login, password=password)
    assert page.heading == "Вход для сотрудников"
    assert told in page.text
    assert browser.open(f"{JOURNAL}/desk").heading == "Вход для сотрудников"


def test_password_is_not_printed_back(browser: Browser) -> None:
    browser.open(f"{JOURNAL}/login")
    assert "unmistakable" not in browser.submit("Войти", login="anna", password="unmistakable").html


def test_refused_sign_in_is_told_once_and_the_login_stands_in_its_field(browser: Browser) -> None:
    address = f"{JOURNAL}/login"
    browser.open(address)
    url, method, sent = browser.request_of("Войти", login="anna", password="unmistakable")
    answer = browser.ask(method, url, sent)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/login")
    page = browser.open(address)
    assert page.form_with("Войти").values.items() >= {"login": "anna", "password": ""}.items()
    assert page.alerts == ["Неверный логин или пароль"]
    assert browser.open(address).alerts == []


@pytest.mark.parametrize("path", ["/desk", "/messages", "/unlink", "/messenger"])
def test_pages_of_a_person_ask_a_stranger_to_sign_in(browser: Browser, path: str) -> None:
    assert browser.open(f"{JOURNAL}{path}").heading == "Вход для сотрудников"


def test_signing_out_ends_the_session(browser: Browser) -> None:
    enter_journal(browser, ANNA)
    assert browser.submit("Выйти").heading == "Электронная Пермская Образовательная система"
    assert browser.open(f"{JOURNAL}/messages").heading == "Вход для сотрудников"


def test_signing_in_changes_the_session_s_id(world: World, browser: Browser) -> None:
    browser.open(f"{JOURNAL}/login")
    before = browser.client.get_cookie("sid", "school.permkrai.ru")
    browser.submit("Войти", login="anna", password="journal-anna")
    after = browser.client.get_cookie("sid", "school.permkrai.ru")
    assert before is not None
    assert after is not None
    assert before.value != after.value
    assert (after.http_only, after.secure, after.same_site) == (True, True, "Lax")
    other = world.browser("d2")
    other.client.set_cookie("sid", before.value, domain="school.permkrai.ru")
    assert other.open(f"{JOURNAL}/desk").heading == "Вход для сотрудников"


def test_unlinked_person_finds_no_way_into_the_messenger(browser: Browser) -> None:
    page = enter_journal(browser, ANNA)
    assert "Перейти в VK Мессенджер" not in page.links
    assert UNLINK not in page.buttons
    assert browser.open(f"{JOURNAL}/messenger").heading == "Личные сообщения"
    assert browser.url == f"{JOURNAL}/messages"


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/nowhere", 404), ("POST", "/desk", 405)])
def test_wrong_address_is_told_in_russian(browser: Browser, method: str, path: str, status: int) -> None:
    page = browser.open(f"{JOURNAL}{path}", method)
    assert browser.status == status
    assert page.heading in ("Страница не найдена", "Запрос не понят")
