"""The page of a phone, as people and scenarios read it."""

import re

import pytest

from sim_server.simulator import Simulator
from tests.http.browser import Browser
from tests.http.ways import GO_ON, ask_to_link, give_phone
from tests.http.world import World
from tests.people import IGOR, OLGA, PASSWORD

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


def test_front_page_names_the_phones_of_its_world_the_latest_first(
    simulator: Simulator, world: World, browser: Browser
) -> None:
    assert "Сообщений ещё никому не приходило." in browser.open(f"{PHONE}/").text
    for device, person in (("d1", OLGA), ("d2", IGOR), ("d3", OLGA)):
        asking = world.browser(device)
        ask_to_link(asking, person)
        give_phone(asking, person["phone"])
        world.pass_time(minutes=3)
        if person is IGOR:
            asking.submit(GO_ON, password=PASSWORD)
    assert browser.open(f"{PHONE}/").items == ["+7 199 333-33-33", "+7 199 222-22-22"]
    assert World(simulator, [OLGA]).browser().open(f"{PHONE}/").items == []


@pytest.mark.parametrize("digits", ["12", "phone", "712345678901"])
def test_what_is_no_number_is_not_found(browser: Browser, digits: str) -> None:
    browser.open(f"{PHONE}/{digits}")
    assert browser.status == 404


def test_generator_app_is_on_the_phone_of_whoever_has_one(simulator: Simulator) -> None:
    vk_id = {"password": PASSWORD, "totp_secret": "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"}
    browser = World(simulator, [{**IGOR, "vk_id": vk_id}, OLGA]).browser()
    browser.open(f"{PHONE}/71992222222")
    page = browser.follow("Приложение-генератор кодов")
    assert re.search(r"VK ID \d{6} Сменится через \d+ с", page.text)
    assert "Приложение-генератор кодов" not in browser.open(f"{PHONE}/71993333333").links
    assert "не подключено" in browser.open(f"{PHONE}/71993333333/codes").text
