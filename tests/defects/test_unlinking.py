"""Defects of taking a link back."""

from tests.defects.consequence import consequence
from tests.defects.forms import lacks
from tests.defects.walking import (
    VK_ID,
    at_place,
    begin,
    enter_messenger,
    linked,
    newcomer,
    sign_in_at_vk_id,
    walk,
)
from tests.http.browser import Browser
from tests.http.page import Page
from tests.http.ways import LINK, UNLINK, enter_journal
from tests.http.world import World
from tests.people import PAVEL


def unlinked(world: World) -> tuple[Browser, dict[str, str]]:
    """A newcomer's browser at the place of linking, after linking and unlinking."""
    browser, person = linked(world, "perm")
    browser.submit(UNLINK)
    browser.submit("Отвязать")
    return browser, person


def disconnected(world: World) -> Page:
    """What the journal shows after the account page of VK ID has disconnected it."""
    browser, person = world.browser(), newcomer(world, "perm", account={"linked": True})
    sign_in_at_vk_id(browser, world, person)
    browser.open(VK_ID)
    browser.follow("Отключить: ЭПОС Пермь")
    browser.submit("Отключить")
    return at_place(browser, person)


test_severed_unsaid = lacks("severed_unsaid", disconnected, "этот журнал отключён в кабинете VK ID")


@consequence
def test_perm_unlinks_without_asking(world: World) -> bool:
    browser = world.browser()
    enter_journal(browser, PAVEL)
    browser.submit(UNLINK)
    return LINK in browser.page.buttons


@consequence
def test_unlinking_does_nothing(world: World) -> bool:
    return UNLINK in unlinked(world)[0].page.buttons and "login0" in world.links


@consequence
def test_access_stays(world: World) -> bool:
    _browser, person = unlinked(world)
    assert "login0" not in world.links
    return "Учительская" in enter_messenger(world.browser("d2"), world, person).links


@consequence
def test_button_stays(world: World) -> bool:
    return UNLINK in unlinked(world)[0].page.buttons and "login0" not in world.links


@consequence
def test_other_links_go_too(world: World) -> bool:
    browser, person = linked(world, "perm")
    other = newcomer(world, "mesh", "nothing", number=1)
    link_also(world, other, person)
    browser.submit(UNLINK)
    browser.submit("Отвязать")
    return {"login0", "login1"}.isdisjoint(world.links)


def link_also(world: World, account_owner: dict[str, str], vk_owner: dict[str, str]) -> None:
    """Link somebody's account with the study profile of another."""
    browser = world.browser("d3")
    begin(browser, account_owner)
    walk(browser, world, vk_owner)


@consequence
def test_somebody_else_unlinked(world: World) -> bool:
    browser = unlinked(world)[0]
    return UNLINK in browser.page.buttons and "pavel" not in world.links
