"""VK Мессенджер: who gets in, as whom, into which chats."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urlencode

import pytest

from sim_server.web.sessions import WorldSessions
from tests.http.browser import Browser
from tests.http.ways import (
    GO_ON,
    LINK,
    MESSENGER,
    OTHER_ACCOUNT,
    ask_for_messenger,
    ask_to_link,
    enter_journal,
    link,
    prove_phone,
)
from tests.http.world import World
from tests.people import ANNA, IGOR, OLGA, PAVEL, full_name, particulars

OPEN = "Перейти в VK Мессенджер"
OF_5A = ["Учительская", "Чат с родителями, 5 «А»", "Чат с учениками, 5 «А»"]


def open_messenger(world: World, person: dict[str, object], device: str) -> Browser:
    """Links the person in a browser of their own and goes to the messenger."""
    browser = world.browser(device)
    link(browser, world, person)
    browser.follow(OPEN)
    return browser


def test_linked_person_gets_in_from_the_journal(world: World) -> None:
    browser = open_messenger(world, ANNA, "d1")
    assert (browser.page.heading, browser.url) == ("VK Мессенджер", f"{MESSENGER}/")
    assert full_name(ANNA) in browser.page.text
    assert browser.page.items == OF_5A


def test_stranger_whom_the_journal_led_here_is_refused_and_led_back_to_who_is_wanted(world: World) -> None:
    link(world.browser("d1"), world, ANNA)
    browser = world.browser("d2")
    enter_journal(browser, ANNA)
    browser.follow(OPEN)
    page = prove_phone(browser, world, IGOR)
    assert page.heading == "Это другая учётная запись"
    browser.follow("Войти под привязанной учётной записью")
    assert browser.follow("Войти").heading == "Вход в VK ID"
    assert ANNA["first_name"] in browser.page.text
    assert prove_phone(browser, world, IGOR).heading == "Это другая учётная запись"
    assert world.events("study_profile_created") == []


def test_stranger_is_asked_to_sign_in(browser: Browser) -> None:
    page = browser.open(MESSENGER)
    assert (page.heading, list(page.links)[-2:]) == ("Вход в VK Мессенджер", ["Войти", "Войти в Сферум"])
    assert browser.follow("Войти").heading == "Вход в VK ID"


def test_who_signed_out_signs_in_again_and_is_still_linked(world: World) -> None:
    browser = open_messenger(world, ANNA, "d1")
    browser.follow("Учительская")
    chat = browser.url
    assert browser.submit("Выйти").heading == "Вход в VK Мессенджер"
    assert browser.ask("GET", f"{chat}/news").status_code == 401
    assert browser.open(chat).heading == "Вход в VK Мессенджер"
    browser.follow("Войти")
    browser.submit("Продолжить в учебном профиле")
    assert browser.page.items == OF_5A


def test_who_signed_out_while_an_old_page_was_asking_stays_out(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A session that grew old is written by any request; one that began earlier must not bring the person back."""
    browser = open_messenger(world, ANNA, "d1")
    url, method, data = browser.request_of("Выйти")
    monkeypatch.setattr("sim_server.web.sessions.REFRESHED_SHARE", 2)  # every session is old
    save_session = WorldSessions.save_session

    def overtaken(*arguments: Any) -> None:
        monkeypatch.setattr(WorldSessions, "save_session", save_session)
        with ThreadPoolExecutor(1) as pool:  # a thread has a context of its own
            assert pool.submit(browser.ask, method, url, data).result().status_code == 303
        save_session(*arguments)

    monkeypatch.setattr(WorldSessions, "save_session", overtaken)
    browser.ask("GET", f"{MESSENGER}/")
    assert browser.open(f"{MESSENGER}/").heading == "Вход в VK Мессенджер"


def test_who_signs_out_in_a_call_is_not_in_it_any_more(world: World) -> None:
    anna, pavel = open_messenger(world, ANNA, "d1"), world.browser("d2")
    ask_for_messenger(pavel)
    prove_phone(pavel, world, PAVEL)
    for browser, button in ((anna, "Начать звонок"), (pavel, "Присоединиться к звонку")):
        browser.follow("Учительская")
        browser.submit(button)
    assert full_name(ANNA) in pavel.page.items
    anna.submit("Выйти")
    call = pavel.open(pavel.url)
    assert (full_name(PAVEL) in call.items, full_name(ANNA) in call.items) == (True, False)
    chat = pavel.url.removesuffix("/call")
    pavel.submit("Выйти")
    ask_for_messenger(pavel)
    pavel.submit("Продолжить в учебном профиле")
    assert "Начать звонок" in pavel.open(chat).buttons


def test_nobody_is_signed_out_by_another_site(world: World) -> None:
    browser = open_messenger(world, ANNA, "d1")
    url, method, _sent = browser.request_of("Выйти")
    assert browser.open(url, method, {"csrf_token": "forged"}).items == OF_5A


def test_message_is_read_by_the_other_member(world: World) -> None:
    browser = open_messenger(world, ANNA, "d1")
    assert browser.follow("Учительская").heading == "Учительская"
    browser.submit("Отправить", text="Собрание в 15:00 <b>сегодня</b>")
    other = world.browser("d2")
    enter_journal(other, PAVEL)
    other.follow(OPEN)
    prove_phone(other, world, PAVEL)
    page = other.follow("Учительская")
    assert full_name(ANNA) in page.text
    assert "Собрание в 15:00 <b>сегодня</b>" in page.text
    other.submit("Отправить", text="Буду")
    assert "Буду" in browser.open(browser.url).text


def test_empty_message_is_not_sent(world: World) -> None:
    browser = open_messenger(world, ANNA, "d1")
    browser.follow("Учительская")
    assert "Введите сообщение" in browser.submit("Отправить", text="").text
    assert "Сообщений пока нет." in browser.submit("Отправить", text="   ").text


def test_chat_of_others_does_not_exist_for_a_non_member(world: World) -> None:
    browser = open_messenger(world, ANNA, "d1")
    browser.follow("Чат с родителями, 5 «А»")
    address = browser.url
    other = world.browser("d2")
    ask_to_link(other, IGOR)
    prove_phone(other, world, IGOR)
    other.submit("Создать учебный профиль")
    other.submit(GO_ON)
    other.follow(OPEN)
    assert other.page.items == ["Учительская", "Чат с родителями, 7 «Б»", "Чат с учениками, 7 «Б»"]
    other.follow("Учительская")
    _, method, sent = other.request_of("Отправить", text="Чужое")
    assert (other.open(address).heading, other.status) == ("Страница не найдена", 404)
    other.open(address, method, sent)
    assert other.status == 404
    assert "Чужое" not in browser.open(address).text


def test_chat_that_does_not_exist_is_not_found(world: World) -> None:
    browser = open_messenger(world, ANNA, "d1")
    browser.open(f"{MESSENGER}/chats/999999")
    assert browser.status == 404


def test_hint_for_another_profile_asks_to_sign_in(world: World) -> None:
    """A shared browser: VK ID and the messenger remember Anna, the journal leads Pavel there."""
    browser = open_messenger(world, ANNA, "d1")
    browser.open("https://school.permkrai.ru/desk")
    browser.submit("Выйти")
    enter_journal(browser, PAVEL)
    assert browser.follow(OPEN).heading == "Вход в VK ID"
    assert full_name(ANNA) not in browser.page.text
    assert full_name(PAVEL) in prove_phone(browser, world, PAVEL).text
    assert browser.page.heading == "VK Мессенджер"


def test_someone_else_s_remembered_vk_id_can_be_put_aside(world: World) -> None:
    browser = open_messenger(world, ANNA, "d1")
    browser.open("https://school.permkrai.ru/desk")
    browser.submit("Выйти")
    enter_journal(browser, OLGA)
    assert full_name(ANNA) in browser.submit(LINK).text
    browser.submit(OTHER_ACCOUNT)
    prove_phone(browser, world, OLGA, password=None)
    browser.submit(GO_ON, **particulars(OLGA))
    browser.submit("Создать учебный профиль")
    browser.submit(GO_ON, **particulars(OLGA))
    assert (world.links["olga"], world.links["anna"]) == (full_name(OLGA), full_name(ANNA))


def test_profile_without_chats_is_told_when_they_come(world: World, browser: Browser) -> None:
    ask_for_messenger(browser)
    assert "Чатов пока нет" in prove_phone(browser, world, ANNA).text


def test_leaving_vk_id_does_not_let_in(browser: Browser) -> None:
    ask_for_messenger(browser)
    page = browser.submit("Отмена")
    assert (page.heading, browser.status) == ("Вход не выполнен", 403)


def test_forged_callback_does_not_let_in(world: World, browser: Browser) -> None:
    forged = {"code": "x", "device_id": "y", "state": "z"}
    page = browser.open(f"{MESSENGER}/vk/callback?{urlencode(forged)}")
    assert (page.heading, browser.status) == ("Вход не выполнен", 403)


def test_callback_of_another_browser_does_not_let_in(world: World, browser: Browser) -> None:
    ask_for_messenger(browser)
    browser.submit(GO_ON, phone=ANNA["phone"])
    browser.submit(GO_ON, password="Vesna-2026!")
    callback = browser.submit_until_back(GO_ON, code=world.code(ANNA["phone"]))
    other = world.browser("d2")
    assert other.open(callback).heading == "Вход не выполнен"
    assert browser.open(callback).heading == "VK Мессенджер"
