"""Defects of one-time codes."""

from tests.defects.consequence import consequence
from tests.http.ways import GO_ON, ask_to_link, give_phone
from tests.http.world import World
from tests.people import OLGA


@consequence
def test_any_code_accepted(world: World) -> bool:
    browser = world.browser()
    ask_to_link(browser, OLGA)
    give_phone(browser, OLGA["phone"])
    return browser.submit(GO_ON, code="000000").heading == "Личные данные"
