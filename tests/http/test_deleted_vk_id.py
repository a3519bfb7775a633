"""A VK ID that is deleted leaves nobody signed in: its number may come again, and is another person's then."""

import pytest
from sqlalchemy import select

from sim_server.domain.database import Database
from sim_server.domain.tables import SiteSessionRow
from tests.http.browser import Browser
from tests.http.ways import GO_ON, MESSENGER, VK_ID, ask_for_messenger, prove_phone
from tests.http.world import World
from tests.people import OLGA, PAVEL, full_name, particulars

GTO = "https://www.gto.ru"


def enter_vk_id(browser: Browser) -> None:
    browser.open(VK_ID)
    browser.submit("Войти в VK ID")


@pytest.fixture
def left(world: World) -> Browser:
    """A browser in which Pavel was signed in everywhere when he deleted his VK ID in another."""
    browser, owner = world.browser("d1"), world.browser("d2")
    ask_for_messenger(browser)
    prove_phone(browser, world, PAVEL)
    browser.open(GTO)
    browser.submit("Войти с VK ID")
    browser.submit("Продолжить как Павел")
    world.pass_time(minutes=3)
    enter_vk_id(owner)
    prove_phone(owner, world, PAVEL)
    owner.open(f"{VK_ID}/delete")
    owner.submit("Удалить VK ID")
    return browser


def test_no_session_names_it_any_more(world: World, left: Browser, database: Database) -> None:
    with database.read() as session:
        kept = session.scalars(select(SiteSessionRow).where(SiteSessionRow.world_id == int(world.name[1:])))
        assert [one.site for one in kept if {"vk_account", "user"} & one.data.keys()] == []


@pytest.mark.parametrize("site", [VK_ID, GTO, MESSENGER])
def test_whoever_registers_next_is_not_met_in_its_browsers(world: World, left: Browser, site: str) -> None:
    other = world.browser("d3")
    enter_vk_id(other)
    prove_phone(other, world, OLGA, password=None)
    assert "Кабинет VK ID" in other.submit(GO_ON, **particulars(OLGA)).heading
    assert full_name(OLGA) not in left.open(site).text
