"""Defects of «Параграф», the pupils' diary of St Petersburg."""

from tests.defects.consequence import consequence
from tests.defects.forms import lacks, walks
from tests.defects.walking import (
    MESSENGER,
    at_place,
    enter,
    enter_messenger,
    linked,
    newcomer,
    walk,
)
from tests.http.browser import Browser
from tests.http.page import Page
from tests.http.world import World

SITE = "https://dnevnik2.petersburgedu.ru"
LINK, CHATS, UNLINK = "Привязать к VK ID", "Перейти в чаты", "Отвязать аккаунт от VK ID"
ENTER, SECOND, MAKE = "Войти", "Войти в Сферум", "Создайте новый"


def desk(world: World) -> Page:
    return enter(world.browser(), newcomer(world, "paragraf"))


def linked_page(world: World) -> Page:
    return linked(world, "paragraf")[0].page


def at_messenger(world: World) -> Browser:
    """Where «Перейти в чаты» leads."""
    browser, _person = linked(world, "paragraf")
    browser.follow(CHATS)
    return browser


def in_messenger(world: World) -> Browser:
    browser = world.browser()
    enter_messenger(browser, world, newcomer(world, "paragraf", account={"linked": True}))
    return browser


test_paragraf_role_missing = lacks("paragraf_role_missing", desk, "Обучающийся")
test_paragraf_tab_missing = lacks("paragraf_tab_missing", desk, "Чаты")
test_paragraf_link_button_missing = lacks(
    "paragraf_link_button_missing", lambda world: at_place(world.browser(), newcomer(world, "paragraf")), LINK
)
test_paragraf_chats_button_missing = lacks("paragraf_chats_button_missing", linked_page, CHATS)
test_paragraf_unlink_button_missing = lacks("paragraf_unlink_button_missing", linked_page, UNLINK)
test_paragraf_second_button_missing = lacks(
    "paragraf_second_button_missing", lambda world: at_messenger(world).page, SECOND
)
test_paragraf_linked_account_unnamed = lacks(
    "paragraf_linked_account_unnamed",
    lambda world: forgetful(world).page,
    "Войдите в VK ID, который вы привязали раньше",
)
test_paragraf_create_button_missing = lacks(
    "paragraf_create_button_missing", lambda world: in_messenger(world).page, MAKE
)
test_paragraf_consent_asked = walks(
    "paragraf_consent_asked", "paragraf", "profile", "phone", "password", "consent"
)


def forgetful(world: World) -> Browser:
    """Another browser of the linked person, at VK ID's first screen on the way to the chats."""
    _browser, person = linked(world, "paragraf")
    other = world.browser("d2")
    at_place(other, person)
    other.follow(CHATS)
    other.follow(ENTER)
    return other


@consequence
def test_paragraf_login_page_gone(world: World) -> bool:
    browser = world.browser()
    browser.open(f"{SITE}/login")
    return browser.status == 404


@consequence
def test_paragraf_linking_leads_away(world: World) -> bool:
    return linked(world, "paragraf")[0].page.heading == "Кабинет VK ID"


@consequence
def test_paragraf_same_window(world: World) -> bool:
    page = linked_page(world)
    return CHATS in page.links and 'target="_blank"' not in page.html


@consequence
def test_paragraf_sign_in_page_skipped(world: World) -> bool:
    browser = at_messenger(world)
    return browser.url.startswith(MESSENGER) and SECOND not in browser.page.links


@consequence
def test_paragraf_second_button_leads_elsewhere(world: World) -> bool:
    return at_messenger(world).follow(SECOND).heading == "Сферум"


@consequence
def test_paragraf_another_account_let_in(world: World) -> bool:
    other = newcomer(world, "perm", number=1)
    browser = forgetful(world)
    walk(browser, world, other)
    return "Белова Нина Олеговна" in browser.page.text


@consequence
def test_paragraf_linked_number_open(world: World) -> bool:
    return "555-00-00" in forgetful(world).page.text


@consequence
def test_paragraf_list_on_the_right(world: World) -> bool:
    return ".side { order: 1;" in in_messenger(world).page.html


def made_chat(world: World) -> Browser:
    """A pupil makes a chat with a schoolmate."""
    mate = newcomer(world, "paragraf", number=1, account={"linked": True})
    browser = in_messenger(world)
    browser.follow(MAKE)
    chosen = browser.page.html.partition('id="person-')[2].partition('"')[0]
    assert mate["last_name"] in browser.page.text
    browser.submit("Создать чат", title="Контрольная", people=chosen)
    return browser


@consequence
def test_paragraf_created_chat_empty(world: World) -> bool:
    browser = made_chat(world)
    return "Белова Нина Олеговна" not in browser.follow("Участники").items


@consequence
def test_paragraf_created_chat_refused(world: World) -> bool:
    return made_chat(world).page.heading == "Нет доступа"


@consequence
def test_paragraf_unlinking_asks_back(world: World) -> bool:
    browser, _person = linked(world, "paragraf")
    return browser.submit(UNLINK).heading == "Отвязать?" and "login0" in world.links
