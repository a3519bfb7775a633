"""The page of a phone, as people and scenarios read it."""

import pytest

from tests.http.browser import Browser
from tests.http.ways import ask_to_link, give_phone
from tests.http.world import World
from tests.people import OLGA

PHONE = "https://phone.svyazka.test"


def test_phone_without_messages_says_so(browser: Browser) -> None:
    page = browser.open(f"{PHONE}/71993333333")
    assert (page.heading, "Сообщений нет." in page.text) == ("Телефон +7 199 333-33-33", True)


def test_newest_message_stands_first(world: World, browser: Browser) -> None:
    ask_to_link(browser, OLGA)
    give_phone(browser, OLGA["phone"])
    sms = world.code(OLGA["phone"])
    world.pass_time(minutes=3)
    browser.open(browser.url)
    browser.submit("Позвонить")
    for path in ("/71993333333", "/71993333333/messages"):
        newest, oldest = world.browser("d2").open(f"{PHONE}{path}").items
        assert newest.startswith("Пропущенный звонок: +7 199 ")
        assert oldest.startswith(f"СМС от VK: Код {sms} для входа в VK ID")


@pytest.mark.parametrize("digits", ["12", "phone", "712345678901"])
def test_what_is_no_number_is_not_found(browser: Browser, digits: str) -> None:
    browser.open(f"{PHONE}/{digits}")
    assert browser.status == 404
