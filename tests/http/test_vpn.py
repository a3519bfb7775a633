"""A journal whose linking does not work through a VPN (a word of its site file) and one that does not mind."""

import shutil
from pathlib import Path

import pytest

from sim_server.domain.database import Database
from sim_server.journal.site_file import SITES
from sim_server.simulator import Simulator
from tests.http.browser import Browser
from tests.http.ways import LINK, ask_to_link, enter_journal
from tests.http.world import World
from tests.people import ANNA

BLOCKED = "Привязка аккаунта не работает при подключении VPN. Отключите VPN и попробуйте ещё раз."


@pytest.fixture
def strict_world(database: Database, tmp_path: Path) -> World:
    """A world whose journal says `works_over_vpn = false`."""
    shutil.copytree(SITES / "perm", tmp_path / "perm")
    file = tmp_path / "perm" / "site.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("\n[vk_id]\n", "\n[vk_id]\nworks_over_vpn = false\n"), encoding="utf-8")
    return World(Simulator(database, sites=tmp_path), [ANNA])


def test_vpn_stops_the_linking_until_it_is_off(strict_world: World) -> None:
    browser = strict_world.browser()
    strict_world.switch_vpn(on=True)
    enter_journal(browser, ANNA)
    page = browser.submit(LINK)
    assert (page.heading, BLOCKED in page.text) == ("Отключите VPN", True)
    assert browser.follow("Попробовать ещё раз").heading == "Отключите VPN"
    strict_world.switch_vpn(on=False)
    assert browser.follow("Попробовать ещё раз").heading == "Вход в VK ID"


def test_vpn_of_another_browser_does_not_matter(strict_world: World) -> None:
    strict_world.switch_vpn(on=True, device="d2")
    assert ask_to_link(strict_world.browser(), ANNA).heading == "Вход в VK ID"


def test_journal_that_says_nothing_works_over_vpn(world: World, browser: Browser) -> None:
    world.switch_vpn(on=True)
    assert ask_to_link(browser, ANNA).heading == "Вход в VK ID"


def test_vpn_switched_on_in_the_middle_stops_the_way_but_not_the_leaving(strict_world: World) -> None:
    browser = strict_world.browser()
    ask_to_link(browser, ANNA)
    strict_world.switch_vpn(on=True)
    way, method, data = browser.request_of("Отмена")
    assert browser.submit("Продолжить", phone=ANNA["phone"]).heading == "Отключите VPN"
    assert strict_world.messages(ANNA["phone"]) == []
    assert "не завершив привязку" in browser.open(way, method, data).text
