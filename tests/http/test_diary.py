"""The parents' diary: what its site file alone says, of the navigation bar, of e-mail, of a new profile's data."""

import pytest

from sim_server.simulator import Simulator
from tests.http.browser import Browser
from tests.http.ways import GO_ON, give_phone
from tests.http.world import World
from tests.people import ANNA, IGOR, PASSWORD, PAVEL, full_name, with_account

WEB, APP = "https://dnevnik.mos.ru", "https://app.dnevnik.mos.ru"
EMAIL = "roditel@pochta.test"
SECTIONS = [
    "МЭШ", "Дневник", "Библиотека", "Портфолио учащегося", "Веб.Лаб.Информатика", "Новости", "Справка",
]  # fmt: skip


def in_diary(person, role="parent", **more):
    return with_account(person, journal="diary", role=role) | more


PARENT = in_diary(ANNA, vk_id={"password": PASSWORD, "email": EMAIL, "last_name": "Лунная"})
NEW_PARENT = in_diary(IGOR, vk_id={"password": PASSWORD, "last_name": "Лунный"})
PUPIL = in_diary(PAVEL, role="pupil")


@pytest.fixture
def world(simulator: Simulator) -> World:
    return World(simulator, [PARENT, NEW_PARENT, PUPIL])


def enter(browser: Browser, person, site: str = WEB):
    account = person["journal_accounts"][0]
    browser.open(f"{site}/login")
    return browser.submit("Войти", login=account["login"], password=account["password"])


def ask_to_link(browser: Browser, person, site: str = WEB):
    enter(browser, person, site)
    browser.open(f"{site}/messenger/connect")
    return browser.submit("Перейти к подключению")


def test_icon_stands_in_the_navigation_bar_before_the_role(browser: Browser) -> None:
    page = enter(browser, PARENT)
    assert page.items == [*SECTIONS, "", "РОДИТЕЛЬ"]
    assert page.links["Чаты"] == "/messenger/connect"


def test_app_has_neither_bar_nor_icon(browser: Browser) -> None:
    page = enter(browser, PARENT, APP)
    assert page.items == []
    assert "Чаты" not in page.links
    assert browser.follow("Настройки аккаунта").buttons[-1] == "Мессенджер"


@pytest.mark.parametrize("written", [EMAIL, EMAIL.title()])
def test_email_is_as_good_as_the_number(browser: Browser, written: str) -> None:
    ask_to_link(browser, PARENT)
    assert give_phone(browser, written).heading == "Введите пароль"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("drugoy@pochta.test", "С этой почтой нет VK ID"),
        ("roditel@", "Проверьте адрес почты"),
        ("@pochta.test", "Проверьте адрес почты"),
        ("12", "Проверьте номер телефона"),
    ],
)
def test_what_is_neither_is_refused(browser: Browser, written: str, told: str) -> None:
    ask_to_link(browser, PARENT)
    page = give_phone(browser, written)
    assert page.heading == "Вход в VK ID"
    assert [alert.startswith(told) for alert in page.alerts] == [True]


def test_new_profile_begins_with_an_empty_form(browser: Browser) -> None:
    ask_to_link(browser, NEW_PARENT)
    give_phone(browser, NEW_PARENT["phone"])
    browser.submit("Создать учебный профиль")
    page = browser.submit(GO_ON, password=PASSWORD)
    assert page.heading == "Информация о себе"
    assert "Лунный" not in page.html


def test_code_is_sent_whichever_screen_comes_before_it(simulator: Simulator) -> None:
    """Whoever has no password is asked for the code right after the offer of a study profile."""
    person = {**NEW_PARENT, "vk_id": {"password": None}}
    world = World(simulator, [person])
    browser = world.browser()
    ask_to_link(browser, person)
    assert give_phone(browser, person["phone"]).heading == "Создание учебного профиля"
    assert world.messages(person["phone"]) == []
    assert browser.submit("Создать учебный профиль").heading == "Подтвердите вход"
    assert browser.submit("Отправить", code=world.code(person["phone"])).heading == "Информация о себе"


def test_present_profile_is_shown_and_the_page_is_not(browser: Browser) -> None:
    ask_to_link(browser, PARENT)
    give_phone(browser, PARENT["phone"])
    page = browser.submit(GO_ON, password=PASSWORD)
    assert full_name(PARENT) in page.text
    page = browser.submit(GO_ON)
    assert page.heading == "Информация о себе"
    assert PARENT["last_name"] in page.html
    assert "Лунная" not in page.html


def press_to_link(browser: Browser):
    """What pressing the button that links would send, sent from whatever page the person is on."""
    token = {"csrf_token": browser.page.form_with("Выйти").values["csrf_token"]}
    return browser.ask("POST", f"{WEB}/messenger/connect/link", token)


def test_pupil_gets_neither_to_the_place_of_parents_nor_on_from_it(browser: Browser) -> None:
    enter(browser, PUPIL)
    assert browser.ask("GET", f"{WEB}/messenger/connect").status_code == 403
    assert press_to_link(browser).status_code == 403


def test_parent_gets_on(browser: Browser) -> None:
    enter(browser, PARENT)
    assert press_to_link(browser).headers["Location"].startswith("https://id.vk.com/")


def test_linked_parent_who_presses_in_an_old_tab_stays(browser: Browser) -> None:
    ask_to_link(browser, PARENT)
    give_phone(browser, PARENT["phone"])
    browser.submit(GO_ON, password=PASSWORD)
    for button in (GO_ON, GO_ON, "Привязать"):
        browser.submit(button)
    browser.open(f"{WEB}/messenger/connect")
    assert browser.page.heading == "Мессенджер подключен"
    assert press_to_link(browser).headers["Location"] == "/messenger/connect"


@pytest.mark.parametrize(("person", "status"), [(PUPIL, 200), (PARENT, 403)], ids=["pupil", "parent"])
def test_lesson_is_entered_from_the_account_of_the_child(browser: Browser, person, status: int) -> None:
    enter(browser, person)
    assert browser.ask("GET", f"{WEB}/lesson").status_code == status
