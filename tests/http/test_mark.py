"""Every page wears the mark of the simulator, but VK ID's none while a real system sends people through it."""

import re
from pathlib import Path

import pytest

import sim_server.web
from sim_server.domain.database import Database
from sim_server.simulator import Simulator
from tests.http.browser import Browser
from tests.http.page import Page
from tests.http.ways import JOURNAL, MESSENGER, VK_ID, ask_to_link, give_phone
from tests.http.world import World
from tests.people import ANNA

UNMARKED = re.compile("<body [^>]* data-unmarked>")
STYLE = Path(sim_server.web.__file__).with_name("templates") / "style.css"


@pytest.fixture
def beside_a_real_journal(database: Database, monkeypatch: pytest.MonkeyPatch) -> World:
    """A world of a simulator that does not answer for the journal of Perm: that one is real."""
    hosts = Simulator._clients_hosts
    monkeypatch.setattr(
        Simulator, "_clients_hosts", lambda self, known: hosts(self, known) - {"school.permkrai.ru"}
    )
    return World(Simulator(database), [ANNA])


def is_unmarked(page: Page) -> bool:
    """Whether the page asks for no mark."""
    return UNMARKED.search(page.html) is not None


def test_the_mark_is_drawn_by_the_sheet_of_all_pages() -> None:
    assert 'body:not([data-unmarked])::after { content: "симулятор" / "";' in STYLE.read_text("utf-8")


def test_pages_of_the_simulator_are_marked(world: World, browser: Browser) -> None:
    for address in (f"{JOURNAL}/login", MESSENGER, VK_ID, "https://phone.svyazka.test"):
        assert not is_unmarked(browser.open(address))
    assert not is_unmarked(ask_to_link(browser, ANNA))


def test_vk_id_is_unmarked_for_a_real_journal_alone(beside_a_real_journal: World) -> None:
    browser = beside_a_real_journal.browser()
    assert not is_unmarked(browser.open(f"{VK_ID}/"))
    assert is_unmarked(ask_to_link(browser, ANNA))
    assert is_unmarked(give_phone(browser, ANNA["phone"]))
    assert is_unmarked(browser.follow("Забыли или не установили пароль?"))
    browser.open(MESSENGER)
    assert not is_unmarked(browser.follow("Войти"))
