"""Defects of linking."""

from tests.defects.consequence import consequence
from tests.defects.forms import lacks
from tests.defects.walking import (
    JOURNALS,
    VK_ID,
    at_screen,
    begin,
    linked,
    newcomer,
    sign_in_at_vk_id,
    walk,
)
from tests.http.browser import Browser
from tests.http.world import World

UNLINK, OTHER_ACCOUNT = "Отвязать учебный профиль VK ID", "Войти в другой аккаунт"
REFUSED, LEFT = "Привязка не выполнена", "Вы вышли из VK ID, не завершив привязку"


def second_account(world: World, **typed: str) -> Browser:
    """A second account of the journal asks for a study profile that is linked already."""
    owner = newcomer(world, "mesh", account={"linked": True})
    other = newcomer(world, "mesh", "nothing", number=1)
    browser = world.browser()
    begin(browser, other)
    walk(browser, world, owner, **typed)
    return browser


test_refusal_unexplained = lacks(
    "refusal_unexplained", lambda world: second_account(world).page, "уже привязан к другой учётной записи"
)


@consequence
def test_link_not_made(world: World) -> bool:
    browser, _person = linked(world, "perm")
    return JOURNALS["perm"][2] in browser.page.buttons and "login0" not in world.links


@consequence
def test_number_linked_twice(world: World) -> bool:
    second_account(world)
    return list(world.links) == ["pavel", "login1"]


@consequence
def test_refused_link_renames(world: World) -> bool:
    second_account(world, first_name="Вероника")
    return world.links["login0"] == "Орлова Вероника Павловна"


@consequence
def test_linked_with_remembered_account(world: World) -> bool:
    browser = world.browser()
    sign_in_at_vk_id(browser, world, newcomer(world, "mesh", number=1))
    person = newcomer(world, "mesh")
    begin(browser, person)
    browser.submit(OTHER_ACCOUNT)
    walk(browser, world, person)
    page = browser.open(VK_ID)
    return "Белова Нина Олеговна" in page.text and "Отключить: МЭШ, журнал учителя" in page.links


@consequence
def test_linked_with_the_first_profile(world: World) -> bool:
    newcomer(world, "mesh", number=1)
    person = newcomer(world, "perm")
    begin(browser := world.browser(), person)
    walk(browser, world, person)
    return browser.follow("Перейти в VK Мессенджер").heading == "Вход в VK ID"


def left(world: World, journal: str, screen: str) -> Browser:
    browser, _person = at_screen(world, journal, "profile", screen)
    browser.submit("Отмена")
    return browser


@consequence
def test_refused_consent_links(world: World) -> bool:
    left(world, "mesh", "consent")
    return "login0" in world.links


@consequence
def test_left_form_links(world: World) -> bool:
    left(world, "paragraf", "password")
    return "login0" in world.links


test_leaving_unsaid = lacks("leaving_unsaid", lambda world: left(world, "paragraf", "password").page, LEFT)


@consequence
def test_relinking_refused(world: World) -> bool:
    browser, person = linked(world, "perm")
    browser.submit(UNLINK)
    browser.submit("Отвязать")
    begin(browser, person)
    walk(browser, world, person)
    return browser.page.heading == REFUSED
