"""Defects of Сферум, of the account page of VK ID and of the sites that one enters with it."""

from typing import Any

from tests.defects.consequence import consequence
from tests.defects.forms import lacks
from tests.defects.walking import MAIL, answer, newcomer, screen_of, sign_in_at_vk_id, walk
from tests.http.browser import Browser
from tests.http.page import Page
from tests.http.world import World
from tests.people import PASSWORD

SFERUM, GTO, VK, VK_ID = "https://sferum.ru", "https://www.gto.ru", "https://vk.com", "https://id.vk.com"
REGISTER, MEMBER, BY_VK_ID = "Зарегистрироваться", "Учебный профиль", "Войти с VK ID"
OUT_OF_VK_ID = "Выйти из VK ID"
NEW_NUMBER = "+71997777777"


def registering(world: World) -> tuple[Browser, Any, list[str]]:
    browser, person = world.browser(), newcomer(world, "diary", "nothing")
    browser.open(SFERUM)
    browser.submit(REGISTER)
    return browser, person, walk(browser, world, person)


def registered(world: World) -> Page:
    return registering(world)[0].page


def entered(world: World, site: str, **person: Any) -> Browser:
    """A newcomer's browser, signed in to that site by VK ID."""
    browser, owner = world.browser(), newcomer(world, "diary", **person)
    browser.open(site)
    browser.submit(BY_VK_ID)
    walk(browser, world, owner)
    return browser


def account_page(world: World, **person: Any) -> Browser:
    browser = world.browser()
    sign_in_at_vk_id(browser, world, newcomer(world, "diary", **person))
    browser.open(VK_ID)
    return browser


test_sferum_register_missing = lacks(
    "sferum_register_missing", lambda world: world.browser().open(SFERUM), REGISTER
)
test_sferum_doors_missing = lacks(
    "sferum_doors_missing", lambda world: world.browser().open(f"{SFERUM}/doors"), "Профиль Сферума"
)
test_sferum_messenger_missing = lacks("sferum_messenger_missing", registered, "Открыть VK Мессенджер")
test_sferum_mail_line_missing = lacks(
    "sferum_mail_line_missing",
    lambda world: account_page(world, vk_id={"password": PASSWORD, "email": MAIL}).page,
    MAIL,
)
test_sferum_connections_missing = lacks(
    "sferum_connections_missing",
    lambda world: account_page(world, account={"linked": True}).page,
    "Отключить: Дневник МЭШ",
)


@consequence
def test_sferum_page_made(world: World) -> bool:
    browser, _person, _screens = registering(world)
    browser.open(VK)
    browser.submit(BY_VK_ID)
    browser.submit("Продолжить как Вера")
    return browser.page.heading == "Ваша страница"


@consequence
def test_sferum_more_than_vk_id(world: World) -> bool:
    return registering(world)[2] == ["phone", "code", "account_data", "offer", "profile_data", "back"]


@consequence
def test_sferum_mail_refused(world: World) -> bool:
    browser = world.browser()
    browser.open(SFERUM)
    browser.submit(REGISTER)
    answer(browser, world, newcomer(world, "diary", "nothing"), phone=MAIL)
    return screen_of(browser) == "phone"


@consequence
def test_sferum_guest_after_registering(world: World) -> bool:
    page = registered(world)
    return page.heading == "Сферум" and REGISTER in page.buttons


@consequence
def test_sferum_gto_refuses(world: World) -> bool:
    return "Вход не выполнен" in entered(world, GTO).page.text


@consequence
def test_sferum_vkontakte_refuses(world: World) -> bool:
    return "Вход не выполнен" in entered(world, VK).page.text


def changing_number(world: World) -> Browser:
    browser = account_page(world)
    browser.follow("Изменить номер телефона")
    browser.submit("Продолжить", phone=NEW_NUMBER)
    return browser


@consequence
def test_sferum_number_change_lost(world: World) -> bool:
    page = changing_number(world).submit("Продолжить", code=world.code(NEW_NUMBER))
    assert "Номер телефона изменён" in page.text
    return "555-00-00" in page.text


@consequence
def test_sferum_number_change_unproven(world: World) -> bool:
    return "Номер телефона изменён" in changing_number(world).submit("Продолжить", code="000000").text


@consequence
def test_sferum_disconnecting_unlinks_nothing(world: World) -> bool:
    browser = account_page(world, account={"linked": True})
    browser.follow("Отключить: Дневник МЭШ")
    assert "Сервис отключён" in browser.submit("Отключить").text
    return "login0" in world.links


@consequence
def test_sferum_disconnected_service_stays_open(world: World) -> bool:
    browser = entered(world, GTO)
    browser.open(VK_ID)
    browser.follow("Отключить: Портал ГТО")
    browser.submit("Отключить")
    return browser.open(GTO).heading == "Личный кабинет участника"


@consequence
def test_sferum_sign_out_forgets_nothing(world: World) -> bool:
    return account_page(world).submit(OUT_OF_VK_ID).heading == "Кабинет VK ID"
