"""The ways people go through the instruction, in pieces that tests put together."""

from __future__ import annotations

from typing import Any

from tests.http.browser import Browser
from tests.http.page import Page
from tests.http.world import World
from tests.people import PASSWORD, particulars

JOURNAL = "https://school.permkrai.ru"
VK_ID = "https://id.vk.com"
MESSENGER = "https://web.vk.me"
LINK = "Привязать учебный профиль VK ID"
UNLINK = "Отвязать учебный профиль VK ID"
OTHER_ACCOUNT = "Войти в другой аккаунт"
GO_ON = "Продолжить"

Json = dict[str, Any]


def enter_journal(browser: Browser, person: Json) -> Page:
    """Signs in to the journal and opens the messages."""
    account = person["journal_accounts"][0]
    browser.open(f"{JOURNAL}/login")
    browser.submit("Войти", login=account["login"], password=account["password"])
    return browser.follow("Личные сообщения")


def ask_to_link(browser: Browser, person: Json) -> Page:
    """Signs in to the journal and goes to VK ID."""
    enter_journal(browser, person)
    return browser.submit(LINK)


def ask_for_messenger(browser: Browser) -> Page:
    """Opens the messenger by its address, and goes from its sign-in page to VK ID."""
    browser.open(MESSENGER)
    return browser.follow("Войти")


def give_phone(browser: Browser, phone: str) -> Page:
    """Types the number."""
    return browser.submit(GO_ON, phone=phone)


def prove_phone(browser: Browser, world: World, person: Json, password: str | None = PASSWORD) -> Page:
    """Phone, password if there is one, code."""
    give_phone(browser, person["phone"])
    if password is not None:
        browser.submit(GO_ON, password=password)
    return browser.submit(GO_ON, code=world.code(person["phone"]))


def reach_last_screen(browser: Browser, world: World, person: Json) -> Page:
    """Variant 1 up to the check of the personal data."""
    ask_to_link(browser, person)
    prove_phone(browser, world, person)
    return browser.submit("Продолжить в учебном профиле")


def link(browser: Browser, world: World, person: Json) -> Page:
    """The whole of variant 1."""
    reach_last_screen(browser, world, person)
    return browser.submit(GO_ON, **particulars(person))
