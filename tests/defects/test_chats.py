"""Defects of the chats that linking makes, and of what one does in them."""

from typing import Any

from tests.defects.consequence import consequence
from tests.defects.forms import lacks
from tests.defects.walking import MESSENGER, enter_messenger, linked, newcomer
from tests.http.browser import Browser
from tests.http.page import Page
from tests.http.ways import enter_journal
from tests.http.world import World
from tests.people import PAVEL

CLASS, SCHOOL, SUBJECT, STAFF = "Чат класса 5 «А»", "Чат школы", "Алгебра", "Учительская"
PERSONAL = "Личный профиль (ВКонтакте)"
PAGE = {"page": {"last_name": "Лунная", "chats": ["Дача"]}}


def inside(world: World, journal: str = "mesh", number: int = 0, **more: Any) -> Browser:
    """A linked newcomer's browser in the messenger."""
    browser = world.browser(f"d{number}")
    account = {"linked": True, **more.pop("account", {})}
    enter_messenger(browser, world, newcomer(world, journal, number=number, account=account, **more))
    return browser


def chats(world: World, journal: str = "mesh") -> Page:
    """The list of chats of somebody who has just linked: what is arranged is sound, so this is walked."""
    _browser, person = linked(world, journal)
    return enter_messenger(world.browser("d2"), world, person)


def in_chat(world: World, title: str, journal: str = "mesh", **more: Any) -> Browser:
    browser = inside(world, journal, **more)
    browser.follow(title)
    return browser


test_class_chat_missing = lacks("class_chat_missing", chats, CLASS)
test_subject_chats_missing = lacks("subject_chats_missing", chats, SUBJECT)
test_school_chat_missing = lacks("school_chat_missing", chats, SCHOOL)
test_calls_missing = lacks("calls_missing", lambda world: in_chat(world, CLASS).page, "Начать звонок")
test_lessons_missing = lacks(
    "lessons_missing", lambda world: in_chat(world, CLASS).page, "Начать дистанционный урок"
)
test_switch_missing = lacks("switch_missing", lambda world: inside(world, **PAGE).page, PERSONAL)


@consequence
def test_journal_lists_no_chats(world: World) -> bool:
    page = enter_journal(world.browser(), PAVEL)
    return "Чаты" in page.text and not any("Учительская" in item for item in page.items)


@consequence
def test_class_of_others(world: World) -> bool:
    links = chats(world).links
    return "Чат класса 1 «Я»" in links and CLASS not in links


@consequence
def test_staff_room_for_everybody(world: World) -> bool:
    return STAFF in chats(world, "diary").links


@consequence
def test_apart_by_journal(world: World) -> bool:
    newcomer(world, "mesh", number=1, account={"linked": True})
    _browser, parent = linked(world, "diary")
    browser = world.browser("d2")
    enter_messenger(browser, world, parent)
    browser.follow(CLASS)
    return "Белова Нина Олеговна" not in browser.follow("Участники").items


@consequence
def test_strangers_found(world: World) -> bool:
    newcomer(world, "mesh", number=1, account={"linked": True, "school": "Школа № 99"})
    browser = in_chat(world, CLASS)
    return "Добавить: Белова Нина Олеговна" in browser.follow("Участники").buttons


@consequence
def test_foreign_chat_opens(world: World) -> bool:
    owner = in_chat(world, CLASS)
    account = {"school": "Школа № 99"}
    stranger = inside(world, number=1, account=account)
    return stranger.open(owner.url).heading == CLASS


@consequence
def test_lesson_closed(world: World) -> bool:
    teacher = in_chat(world, CLASS)
    teacher.submit("Начать дистанционный урок")
    pupil = inside(world, "diary", number=1, account={"role": "pupil"})
    page = pupil.follow(CLASS)
    return "Идёт дистанционный урок" in page.text and "Присоединиться к уроку" not in page.buttons


@consequence
def test_parents_attend_lessons(world: World) -> bool:
    teacher = in_chat(world, CLASS)
    teacher.submit("Начать дистанционный урок")
    parent = inside(world, "diary", number=1)
    return "Присоединиться к уроку" in parent.follow(CLASS).buttons


@consequence
def test_pupils_write_to_the_school(world: World) -> bool:
    return "Отправить" in in_chat(world, SCHOOL, "diary", account={"role": "pupil"}).page.buttons


def written(world: World) -> Browser:
    browser = in_chat(world, CLASS)
    browser.submit("Отправить", **{"text": "Добрый день"})
    return browser


@consequence
def test_message_lost(world: World) -> bool:
    page = written(world).page
    return page.heading == CLASS and "Добрый день" not in page.text


@consequence
def test_messages_read_stay_unread(world: World) -> bool:
    reader = inside(world, "diary", number=1)
    written(world)
    reader.follow(CLASS)
    return "Непрочитанных" in reader.open(MESSENGER).text


@consequence
def test_pages_are_silent(world: World) -> bool:
    browser = inside(world, **PAGE)
    browser.submit(PERSONAL)
    page = browser.follow("Дача")
    return page.heading == "Дача" and "Отправить" not in page.buttons


@consequence
def test_switch_changes_nothing(world: World) -> bool:
    page = inside(world, **PAGE).submit(PERSONAL)
    return PERSONAL in page.buttons and CLASS in page.links


def made_chat(world: World) -> tuple[Browser, str]:
    """A teacher of Perm has made a chat with a colleague."""
    newcomer(world, "perm", number=1, account={"linked": True})
    browser = inside(world, "perm")
    browser.follow("Создайте новый")
    colleague = browser.page.html.partition('id="person-')[2].partition('"')[0]
    browser.submit("Создать чат", title="Олимпиада", people=colleague)
    return browser, browser.url


@consequence
def test_unlinked_cannot_leave(world: World) -> bool:
    browser, chat = made_chat(world)
    journal = world.browser("d5")
    account = {"login": "login0", "password": "journal-0"}
    enter_journal(journal, {"journal_accounts": [account]})
    journal.submit("Отвязать учебный профиль VK ID")
    journal.submit("Отвязать")
    page = browser.open(f"{chat}/members")
    return page.heading == "Участники" and "Покинуть чат" not in page.links


@consequence
def test_leaving_keeps_the_chat(world: World) -> bool:
    browser, chat = made_chat(world)
    browser.open(f"{chat}/leave")
    browser.submit("Покинуть")
    return browser.open(chat).heading == "Олимпиада"


@consequence
def test_chats_of_whoever_came_first(world: World) -> bool:
    browser = inside(world, "perm", number=1)
    newcomer(world, "perm", account={"linked": True})
    account = {"login": "login0", "password": "journal-0"}
    enter_journal(browser, {"journal_accounts": [account]})
    return "Белова Нина Олеговна" in browser.follow("Перейти в VK Мессенджер").text
