"""The page of a mailbox, as people and scenarios read it."""

import pytest

from sim_server.domain.codes import Channel, send_code
from sim_server.domain.worlds import find_world
from tests.http.browser import Browser
from tests.http.world import World

MAIL = "https://mail.svyazka.test"


def test_empty_mailbox_says_so(browser: Browser) -> None:
    page = browser.open(f"{MAIL}/karina@pochta.test")
    assert (page.heading, "Писем нет." in page.text) == ("Почта karina@pochta.test", True)


@pytest.mark.parametrize("path", ["/karina@pochta.test", "/karina@pochta.test/messages"])
def test_letter_stands_in_the_list(world: World, browser: Browser, path: str) -> None:
    send_code(
        find_world(world.simulator.database, world.name), "recovery", "karina@pochta.test", Channel.LETTER
    )
    (letter,) = browser.open(f"{MAIL}{path}").items
    assert letter.startswith("Письмо от VK: Код подтверждения")


def test_front_page_names_the_mailboxes_the_latest_first(world: World, browser: Browser) -> None:
    assert "Писем ещё никому не приходило." in browser.open(f"{MAIL}/").text
    for address in ("karina@pochta.test", "anna@pochta.test"):
        send_code(find_world(world.simulator.database, world.name), "recovery", address, Channel.LETTER)
    assert browser.open(f"{MAIL}/").items == ["anna@pochta.test", "karina@pochta.test"]


@pytest.mark.parametrize("address", ["karina", "karina@"])
def test_what_is_no_address_is_not_found(browser: Browser, address: str) -> None:
    browser.open(f"{MAIL}/{address}")
    assert browser.status == 404
