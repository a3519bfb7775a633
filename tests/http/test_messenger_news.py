"""What an open page of the messenger is told when it asks what is new."""

import re

import pytest
from werkzeug.test import TestResponse

from sim_server.simulator import Simulator
from tests.http.browser import Browser
from tests.http.test_chat_members import linked
from tests.http.ways import (
    GO_ON,
    JOURNAL,
    LINK,
    MESSENGER,
    UNLINK,
    ask_for_messenger,
    enter_journal,
    prove_phone,
)
from tests.http.world import World
from tests.people import ANNA, PAVEL, full_name

CLASS = "Чат с родителями, 5 «А»"
STAFF = "Учительская"


@pytest.fixture
def world(simulator: Simulator) -> World:
    """Anna and Pavel in the same chats; Anna has a page."""
    people = [linked(ANNA, "Школа № 12", "5 «А»"), linked(PAVEL, "Школа № 12", "5 «А»")]
    return World(simulator, [{**people[0], "page": {"chats": ["Дача"]}}, people[1]])


@pytest.fixture
def anna(world: World) -> Browser:
    browser = world.browser("d1")
    ask_for_messenger(browser)
    prove_phone(browser, world, ANNA)
    return browser


@pytest.fixture
def pavel(world: World) -> Browser:
    browser = world.browser("d2")
    ask_for_messenger(browser)
    prove_phone(browser, world, PAVEL)
    return browser


def news(browser: Browser) -> TestResponse:
    """Asks as the page's script does: with what the page shows."""
    html = browser.page.html
    shown = re.findall(r'id="(\w+)"[^>]*data-state="(\w+)"', html)
    shown += re.findall(r"data-(user|last|open)=\"(\d+)\"", html)
    address = re.findall(r'data-news="([^"]+)"', html)[0]
    return browser.ask("GET", f"{address}?{'&'.join(f'{name}={value}' for name, value in shown)}")


def test_nothing_new_is_answered_with_nothing(anna: Browser) -> None:
    assert (news(anna).status_code, news(anna).text) == (204, "")
    anna.follow(STAFF)
    assert (news(anna).status_code, news(anna).text) == (204, "")
    anna.follow("Участники")
    assert (news(anna).status_code, news(anna).text) == (204, "")


def test_open_chat_is_told_the_new_message_and_has_read_it(anna: Browser, pavel: Browser) -> None:
    anna.follow(STAFF)
    pavel.follow(STAFF)
    pavel.submit("Отправить", text="<script>alert(1)</script>")
    told = news(anna).json
    assert told is not None
    assert set(told) == {"parts", "messages", "last"}
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in told["messages"]
    assert full_name(PAVEL) in told["messages"]
    assert told["parts"] == {}
    anna.open(f"{MESSENGER}/")
    assert "Непрочитанных" not in anna.page.text


def test_list_is_told_what_is_unread(anna: Browser, pavel: Browser) -> None:
    pavel.follow(STAFF)
    pavel.submit("Отправить", text="Педсовет")
    told = news(anna).json
    assert told is not None
    assert list(told["parts"]) == ["chats"]
    assert told["parts"]["chats"].count("Непрочитанных") == 1
    anna.open(f"{MESSENGER}/")
    assert news(anna).status_code == 204


def test_call_that_began_came_and_ended_is_told(anna: Browser, pavel: Browser) -> None:
    anna.follow(STAFF)
    pavel.follow(STAFF)
    pavel.submit("Начать звонок")
    told = news(anna).json
    assert told is not None
    assert "Присоединиться к звонку" in told["parts"]["call"]
    anna.open(anna.url)
    anna.submit("Присоединиться к звонку")
    came = news(pavel).json
    assert came is not None
    assert full_name(ANNA) in came["parts"]["people"]
    anna.submit("Завершить звонок")
    html, url = pavel.page.html, pavel.url
    pavel.submit("Завершить звонок")
    pavel.page.html, pavel.url = html, url
    over = news(pavel).json
    assert over is not None
    assert over["over"] is True


def test_who_is_not_signed_in_is_not_sent_to_vk_id(world: World, browser: Browser) -> None:
    answer = browser.ask("GET", f"{MESSENGER}/news?user=1")
    assert (answer.status_code, answer.headers.get("Location")) == (401, None)


def test_page_of_the_other_profile_is_told_nothing(anna: Browser) -> None:
    anna.follow(STAFF)
    html, url = anna.page.html, anna.url
    anna.submit("Личный профиль (ВКонтакте)")
    assert anna.page.items == ["Дача"]
    anna.page.html, anna.url = html, url
    assert (news(anna).status_code, news(anna).text) == (409, "")


def test_chat_of_others_is_not_told_of(anna: Browser, pavel: Browser) -> None:
    anna.submit("Личный профиль (ВКонтакте)")
    anna.follow("Дача")
    anna.submit("Отправить", text="Шашлык")
    address = f"{anna.url}/news"
    user = re.findall(r'data-user="(\d+)"', pavel.page.html)[0]
    answer = pavel.ask("GET", f"{address}?user={user}&last=0")
    assert "Шашлык" not in answer.text
    assert (pavel.ask("GET", f"{anna.url}/call/news?user={user}").status_code) == 404


def test_window_left_open_while_unlinking_loses_the_chat_and_writes_nothing(
    world: World, anna: Browser, pavel: Browser
) -> None:
    anna.follow(STAFF)
    html, url = anna.page.html, anna.url
    sent = anna.request_of("Отправить", text="Ещё одно")
    enter_journal(anna, ANNA)
    anna.submit(UNLINK)
    anna.submit("Отвязать")
    assert anna.url == f"{JOURNAL}/messages"
    anna.page.html, anna.url = html, url
    told = news(anna).json
    assert told is not None
    assert "Этого чата у вас больше нет." in told["gone"]
    assert "Чатов пока нет" in told["parts"]["chats"]
    page = anna.open(*sent)
    assert (page.heading, anna.status) == ("Сообщение не отправлено", 404)
    assert page.alerts == ["Этого чата у вас больше нет."]
    assert "Ещё одно" in page.text
    assert "Ещё одно" not in pavel.follow(STAFF).text


@pytest.fixture
def teacher_and_parent(simulator: Simulator) -> Browser:
    """Anna, a teacher in one journal and a parent in another, with a chat «Олимпиада» of hers open."""
    anna = linked(ANNA, "Школа № 12", "5 «А»")
    parent = {**anna["journal_accounts"][0], "journal": "diary", "role": "parent", "login": "parent"}
    pavel = linked(PAVEL, "Школа № 12", "5 «А»")
    world = World(simulator, [{**anna, "journal_accounts": [*anna["journal_accounts"], parent]}, pavel])
    browser = world.browser()
    ask_for_messenger(browser)
    prove_phone(browser, world, ANNA)
    browser.follow("Создайте новый")
    links = world.api.get(f"{world.path}/links").json["links"]
    colleague = next(link["profile"]["id"] for link in links if link["login"] == "pavel")
    browser.submit("Создать чат", title="Олимпиада", people=str(colleague))
    assert browser.page.heading == "Олимпиада"
    return browser


def test_open_chat_is_told_that_one_may_not_write_there_any_more_and_that_one_may_again(
    teacher_and_parent: Browser,
) -> None:
    anna = teacher_and_parent
    html, url = anna.page.html, anna.url
    sent = anna.request_of("Отправить", text="Задания готовы")
    enter_journal(anna, ANNA)
    anna.submit(UNLINK)
    anna.submit("Отвязать")
    anna.page.html, anna.url = html, url
    told = news(anna).json
    assert told is not None
    assert "Писать в этот чат вы не можете." in told["parts"]["write"]
    assert "<form" not in told["parts"]["write"]
    page = anna.open(*sent)
    assert (page.heading, anna.status) == ("Сообщение не отправлено", 403)
    assert page.alerts == ["Писать в этот чат вы не можете."]
    assert "Задания готовы" in page.text
    silent = anna.open(url).html
    assert news(anna).status_code == 204
    anna.open(f"{JOURNAL}/messages")
    anna.submit(LINK)
    anna.submit("Продолжить в учебном профиле")
    anna.submit(GO_ON)
    anna.page.html, anna.url = silent, url
    told = news(anna).json
    assert told is not None
    assert "Отправить" in told["parts"]["write"]


def test_page_of_earlier_messages_is_told_nothing_of_writing(anna: Browser) -> None:
    anna.follow(STAFF)
    anna.submit("Отправить", text="Педсовет")
    anna.open(f"{anna.url}?before=1")
    assert "Отправить" not in anna.page.buttons
    assert news(anna).status_code == 204
