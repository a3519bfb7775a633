"""Defects of what the scripts of pages do."""

from tests.defects.consequence import consequence
from tests.http.ways import JOURNAL, enter_journal
from tests.http.world import World
from tests.people import ANNA


@consequence
def test_alert_on_journal_desk(world: World) -> bool:
    browser = world.browser()
    enter_journal(browser, ANNA)
    return "alert(" in browser.open(f"{JOURNAL}/desk").html
