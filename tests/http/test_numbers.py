"""Numbers for people, where no scenario goes: new people of a client of somebody's own, and a recovery."""

import pytest

from sim_server.domain.numbers import NUMBERS, Number
from tests.http.browser import Browser
from tests.http.own_client import OwnClient
from tests.http.ways import GO_ON, VK_ID, give_phone
from tests.http.world import World

BANNED = "По этому номеру войти нельзя: он заблокирован."


def number_that(does: str) -> str:
    return next(
        phone for phone, one in NUMBERS.items() if getattr(one, does) != Number.model_fields[does].default
    )


@pytest.fixture
def asked(world: World, browser: Browser) -> Browser:
    """A browser whom a client of somebody's own has sent to VK ID."""
    browser.open(OwnClient(world).address())
    return browser


def test_new_person_proves_to_be_no_robot_before_a_code_is_sent(world: World, asked: Browser) -> None:
    phone = number_that("robot_check")
    assert give_phone(asked, phone).heading == "Подтвердите, что вы не робот"
    assert world.messages(phone) == []
    assert "Отметьте, что вы не робот" in asked.submit(GO_ON).text
    assert asked.submit(GO_ON, no_robot="y").heading == "Подтвердите вход"
    assert asked.submit(GO_ON, code=world.code(phone)).heading == "Личные данные"


def test_banned_number_recovers_nothing(browser: Browser) -> None:
    browser.open(f"{VK_ID}/recovery")
    page = browser.submit(GO_ON, phone=number_that("banned"))
    assert (page.heading, BANNED in page.text) == ("Восстановление пароля", True)


def test_what_happens_to_a_number_happens_for_a_new_person_too(world: World, asked: Browser) -> None:
    phone = number_that("code_expires")
    give_phone(asked, phone)
    assert "Срок действия кода истёк" in asked.submit(GO_ON, code=world.code(phone)).text
