"""Automatic sign-in of a journal with several sites: from the person's own device, as long as it is that."""

import pytest

from sim_server.simulator import Simulator
from tests.http.browser import Browser
from tests.http.world import World
from tests.people import ANNA, PAVEL, Json, with_account

PASSPORT, JOURNAL = "https://myschool.mos.ru", "https://authedu.mosreg.ru"
ENTRANCE, DESK = "Вход в электронный журнал", "Электронный журнал"


def of_the_region(person: Json) -> Json:
    return with_account(person, journal="mosreg")


@pytest.fixture
def region(simulator: Simulator) -> World:
    """A world of two teachers of the Moscow region."""
    return World(simulator, [of_the_region(ANNA), of_the_region(PAVEL)])


def sign_in(browser: Browser, site: str, login: str) -> None:
    browser.open(f"{site}/login")
    browser.submit("Войти", login=login, password=f"journal-{login}")


@pytest.mark.parametrize(
    ("first", "then", "heading"), [(PASSPORT, JOURNAL, DESK), (JOURNAL, PASSPORT, "Безопасность")]
)
def test_other_site_opens_by_itself(region: World, first: str, then: str, heading: str) -> None:
    browser = region.browser()
    sign_in(browser, first, "anna")
    assert browser.open(f"{then}/{'security' if then == PASSPORT else 'desk'}").heading == heading


def test_signing_out_ends_it(region: World) -> None:
    browser = region.browser()
    sign_in(browser, PASSPORT, "anna")
    browser.submit("Выйти")
    assert browser.open(f"{JOURNAL}/desk").heading == ENTRANCE


def test_last_one_to_sign_in_has_the_device(region: World) -> None:
    browser = region.browser()
    sign_in(browser, PASSPORT, "anna")
    sign_in(browser, PASSPORT, "pavel")
    page = browser.open(f"{JOURNAL}/desk")
    assert ("Кузнецов" in page.text, "Соколова" in page.text) == (True, False)


def test_another_device_asks(region: World) -> None:
    sign_in(region.browser("d1"), PASSPORT, "anna")
    assert region.browser("d2").open(f"{JOURNAL}/desk").heading == ENTRANCE


def test_journal_of_another_region_asks(region: World) -> None:
    browser = region.browser()
    sign_in(browser, PASSPORT, "anna")
    assert browser.open("https://school.mos.ru/desk").heading == ENTRANCE
