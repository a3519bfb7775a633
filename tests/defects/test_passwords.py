"""Defects of passwords."""

from tests.defects.consequence import consequence
from tests.http.ways import GO_ON, ask_to_link, give_phone
from tests.http.world import World
from tests.people import ANNA, PASSWORD


@consequence
def test_no_lock_out(world: World) -> bool:
    browser = world.browser()
    ask_to_link(browser, ANNA)
    give_phone(browser, ANNA["phone"])
    for _attempt in range(6):
        browser.submit(GO_ON, password="wrong")
    return browser.submit(GO_ON, password=PASSWORD).heading == "Подтвердите вход"
