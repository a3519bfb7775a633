"""Defects of taking a link back."""

from tests.defects.consequence import consequence
from tests.http.ways import LINK, UNLINK, enter_journal
from tests.http.world import World
from tests.people import PAVEL


@consequence
def test_perm_unlinks_without_asking(world: World) -> bool:
    browser = world.browser()
    enter_journal(browser, PAVEL)
    browser.submit(UNLINK)
    return LINK in browser.page.buttons
