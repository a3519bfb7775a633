"""Defects of the chats that linking makes."""

from tests.defects.consequence import consequence
from tests.http.ways import enter_journal
from tests.http.world import World
from tests.people import PAVEL


@consequence
def test_journal_lists_no_chats(world: World) -> bool:
    page = enter_journal(world.browser(), PAVEL)
    return "Чаты" in page.text and not any("Учительская" in item for item in page.items)
