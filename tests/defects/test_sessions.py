"""Defects of who is signed in where, and for how long."""

from tests.defects.consequence import consequence
from tests.defects.walking import (
    MESSENGER,
    VK_ID,
    at_screen,
    begin,
    enter,
    enter_messenger,
    newcomer,
    screen_of,
    sign_in_at_vk_id,
    walk,
)
from tests.http.browser import Browser
from tests.http.world import World

DESK = "https://school.permkrai.ru/desk"
BOX, NEW = "everywhere_else_out", "Osen-2026!"


@consequence
def test_foreign_browser_goes_on(world: World) -> bool:
    browser, _person = at_screen(world, "perm", "profile", "password")
    other = world.browser("d2")
    other.open(browser.url)
    return screen_of(other) == "password"


@consequence
def test_old_walk_goes_on(world: World) -> bool:
    browser, _person = at_screen(world, "perm", "profile", "password")
    world.pass_time(days=3)
    browser.open(browser.url)
    return screen_of(browser) == "password"


def recovered(world: World, **ticked: str) -> tuple[Browser, Browser]:
    """The browser in which a password was recovered, and another that was signed in to VK ID and the messenger."""
    person = newcomer(world, "perm", account={"linked": True})
    here, there = world.browser("d1"), world.browser("d2")
    for browser in (there, here):
        enter_messenger(browser, world, person)
        world.pass_time(minutes=3)
    here.open(f"{VK_ID}/recovery")
    walk(here, world, person, until="password")
    here.submit("Продолжить", password=NEW, repeated=NEW, **ticked)
    return here, there


def recovered_with_box(world: World) -> tuple[Browser, Browser]:
    return recovered(world, **{BOX: "y"})


def is_inside(browser: Browser, site: str) -> bool:
    """Whether the site knows who is in this browser."""
    return "Орлова Вера Павловна" in browser.open(site).text


@consequence
def test_sign_out_everywhere_ignored(world: World) -> bool:
    _here, there = recovered_with_box(world)
    return is_inside(there, MESSENGER) and is_inside(there, VK_ID)


@consequence
def test_services_stay_signed_in(world: World) -> bool:
    _here, there = recovered_with_box(world)
    return is_inside(there, MESSENGER) and not is_inside(there, VK_ID)


@consequence
def test_this_device_signed_out_too(world: World) -> bool:
    here, _there = recovered_with_box(world)
    return not is_inside(here, VK_ID)


@consequence
def test_always_signed_out_everywhere(world: World) -> bool:
    _here, there = recovered(world)
    return not is_inside(there, VK_ID)


@consequence
def test_journal_never_signs_out(world: World) -> bool:
    browser = world.browser()
    enter(browser, newcomer(world, "perm"))
    world.pass_time(hours=8)
    return browser.open(DESK).heading == "Рабочий стол"


@consequence
def test_journal_exit_does_nothing(world: World) -> bool:
    browser = world.browser()
    enter(browser, newcomer(world, "perm"))
    browser.submit("Выйти")
    return browser.open(DESK).heading == "Рабочий стол"


@consequence
def test_messenger_exit_does_nothing(world: World) -> bool:
    browser = world.browser()
    enter_messenger(browser, world, newcomer(world, "perm", account={"linked": True}))
    return "Учительская" in browser.submit("Выйти").links


@consequence
def test_session_kept_at_sign_in(world: World) -> bool:
    browser = world.browser()
    person = newcomer(world, "perm")
    browser.open("https://school.permkrai.ru/login")
    before = cookie(browser)
    enter(browser, person)
    return cookie(browser) == before


def cookie(browser: Browser) -> str:
    found = browser.client.get_cookie("sid", domain="school.permkrai.ru")
    assert found
    return found.value


@consequence
def test_browser_forgets_at_once(world: World) -> bool:
    browser, person = world.browser(), newcomer(world, "mesh")
    sign_in_at_vk_id(browser, world, person)
    begin(browser, person)
    return screen_of(browser) == "phone"
