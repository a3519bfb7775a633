"""Defects of what the scripts of pages do; a browser without scripts sees what would run."""

from tests.defects.consequence import consequence
from tests.defects.walking import at_screen, linked
from tests.http.ways import JOURNAL, enter_journal
from tests.http.world import World
from tests.people import ANNA


@consequence
def test_alert_on_journal_desk(world: World) -> bool:
    browser = world.browser()
    enter_journal(browser, ANNA)
    return "alert(" in browser.open(f"{JOURNAL}/desk").html


@consequence
def test_alert_on_the_code_screen(world: World) -> bool:
    return "alert(" in at_screen(world, "mesh", "profile", "code")[0].page.html


@consequence
def test_script_fails_after_linking(world: World) -> bool:
    return "<script>showChats()</script>" in linked(world, "perm")[0].page.html


@consequence
def test_countdown_fails(world: World) -> bool:
    page = at_screen(world, "mesh", "profile", "code")[0].page
    return 'getElementById("timer")' in page.html and 'id="timer"' not in page.html


@consequence
def test_confirmation_before_unlinking(world: World) -> bool:
    return "return confirm(" in linked(world, "paragraf")[0].page.html
