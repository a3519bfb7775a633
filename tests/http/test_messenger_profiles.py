"""Two profiles of one VK ID in the messenger, and who may make, add, write and leave, whatever is sent."""

import re
from typing import Any

import pytest

from sim_server.simulator import Simulator
from tests.http.browser import Browser
from tests.http.test_chat_members import linked
from tests.http.ways import MESSENGER, OTHER_ACCOUNT, ask_for_messenger, prove_phone
from tests.http.world import Json, World
from tests.people import ANNA, IGOR, OLGA, PASSWORD, PAVEL, full_name, with_account

STAFF = "Учительская"


def _as(person: Json, role: str, journal: str = "diary", school: str = "Школа № 12") -> Json:
    whole = linked({**person, "vk_id": {"password": PASSWORD}, "study_profile": {}}, school, "5 «А»")
    return with_account(whole, role=role, journal=journal)


@pytest.fixture
def world(simulator: Simulator) -> World:
    """A pupil with a page, a parent, a teacher of their school, a pupil of another."""
    pupil = {**_as(ANNA, "pupil"), "page": {"last_name": "Кот", "chats": ["Дача"]}}
    others = [_as(OLGA, "parent"), _as(PAVEL, "teacher", "mesh"), _as(IGOR, "pupil", school="Школа № 57")]
    return World(simulator, [pupil, *others])


def enter(world: World, person: Json, device: str = "d1") -> Browser:
    browser = world.browser(device)
    ask_for_messenger(browser)
    prove_phone(browser, world, person)
    return browser


def user_of(browser: Browser) -> int:
    return int(re.findall(r'data-user="(\d+)"', browser.page.html)[0])


def token(browser: Browser) -> str:
    return next(form.values["csrf_token"] for form in browser.page.forms if "csrf_token" in form.values)


def send(browser: Browser, path: str, **data: Any) -> int:
    browser.open(f"{MESSENGER}{path}", "POST", {"csrf_token": token(browser), **data})
    return browser.status


def test_page_goes_by_its_own_name(world: World) -> None:
    browser = enter(world, ANNA)
    assert full_name(ANNA) in browser.page.text
    page = browser.submit("Личный профиль (ВКонтакте)")
    assert "Кот Анна Викторовна" in page.text
    assert full_name(ANNA) not in page.text


def test_signing_out_ends_the_call_that_the_page_is_in(world: World) -> None:
    browser = enter(world, ANNA)
    browser.submit("Личный профиль (ВКонтакте)")
    browser.follow("Дача")
    chat = browser.url
    browser.submit("Начать звонок")
    browser.submit("Школьный профиль (Сферум)")
    browser.submit("Выйти")
    ask_for_messenger(browser)
    browser.submit("Продолжить в учебном профиле")
    browser.submit("Личный профиль (ВКонтакте)")
    assert "Начать звонок" in browser.open(chat).buttons


def test_nobody_becomes_somebody_else(world: World) -> None:
    browser, other = enter(world, ANNA), enter(world, PAVEL, "d2")
    assert send(browser, f"/as/{user_of(other)}") == 200
    assert full_name(ANNA) in browser.page.text


def test_switching_needs_the_page_s_own_form(world: World) -> None:
    browser = enter(world, ANNA)
    form = browser.page.form_with("Личный профиль (ВКонтакте)")
    browser.open(f"{MESSENGER}{form.action}", "POST", {})
    assert full_name(ANNA) in browser.page.text


def test_person_of_another_school_is_not_taken_into_a_new_chat(world: World) -> None:
    stranger = user_of(enter(world, IGOR, "d3"))
    browser = enter(world, ANNA)
    browser.follow("Создайте новый")
    assert full_name(PAVEL) in browser.page.text
    assert full_name(IGOR) not in browser.page.text
    assert send(browser, "/chats/new", title="Проект", people=str(stranger)) == 403
    browser.open(f"{MESSENGER}/")
    assert "Проект" not in browser.page.text


def test_parent_makes_no_chat(world: World) -> None:
    pupil, browser = user_of(enter(world, ANNA, "d2")), enter(world, OLGA)
    browser.follow("Чат класса 5 «А»")
    assert send(browser, "/chats/new", title="Проект", people=str(pupil)) == 403


def test_parent_adds_nobody_and_stays_in_the_class_chat(simulator: Simulator) -> None:
    pupil = _as(ANNA, "pupil")
    pupil["journal_accounts"][0]["class_names"] = ["6 «Б»"]
    world = World(simulator, [pupil, _as(OLGA, "parent")])
    newcomer, browser = user_of(enter(world, ANNA, "d2")), enter(world, OLGA)
    browser.follow("Чат класса 5 «А»")
    path = browser.path
    assert send(browser, f"{path}/members/{newcomer}") == 403
    browser.open(f"{MESSENGER}{path}")
    assert send(browser, f"{path}/leave") == 403
    browser.open(f"{MESSENGER}{path}/leave")
    assert browser.status == 403
    there = browser.open(f"{MESSENGER}{path}/members").items
    assert (full_name(OLGA) in there, full_name(ANNA) in there) == (True, False)


def test_parent_neither_holds_nor_joins_a_lesson(world: World) -> None:
    teacher, parent = enter(world, PAVEL), enter(world, OLGA, "d2")
    teacher.follow("Чат класса 5 «А»")
    path = teacher.path
    parent.open(f"{MESSENGER}{path}")
    assert parent.page.buttons == ["Выйти", "Начать звонок", "Отправить"]
    assert send(parent, f"{path}/calls/lesson") == 403
    teacher.submit("Начать дистанционный урок")
    parent.open(f"{MESSENGER}{path}")
    assert send(parent, f"{path}/calls/lesson") == 403
    assert full_name(OLGA) not in teacher.open(teacher.url).items
    parent.open(f"{MESSENGER}{path}/call")  # by its address
    assert parent.path == path
    asked = f"{MESSENGER}{path}/call/news?user={user_of(parent)}&people=0"
    assert parent.ask("GET", asked).json["parts"].keys() <= {"chats"}


def test_teacher_writes_to_the_whole_school_and_a_pupil_reads(world: World) -> None:
    teacher, pupil = enter(world, PAVEL), enter(world, ANNA, "d2")
    teacher.follow("Чат школы")
    teacher.submit("Отправить", text="Завтра субботник")
    page = pupil.follow("Чат школы")
    assert "Завтра субботник" in page.text
    assert "В этот чат пишут только учителя." in page.text
    assert page.buttons == ["Личный профиль (ВКонтакте)", "Выйти"]
    assert send(pupil, pupil.path, text="Ура") == 403
    assert "Ура" not in teacher.open(teacher.url).text


def test_earlier_messages_are_a_page_back(world: World) -> None:
    browser = enter(world, PAVEL)
    browser.follow(STAFF)
    for number in range(101):
        _, _, data = browser.request_of("Отправить", text=f"№ {number}.", form_id=str(number))
        browser.ask("POST", browser.url, data)
    page = browser.open(browser.url)
    assert "№ 0." not in page.text
    assert "№ 100." in page.text
    page = browser.follow("Показать более ранние")
    assert "№ 0." in page.text
    assert "№ 1." not in page.text
    assert "Отправить" not in page.buttons
    assert "№ 100." in browser.follow("Вернуться к новым сообщениям").text


def test_two_quick_presses_write_once_and_two_equal_messages_are_two(world: World) -> None:
    browser = enter(world, PAVEL)
    browser.follow(STAFF)
    sent = browser.request_of("Отправить", text="Сбор в пять")
    browser.ask(*sent[:2][::-1], sent[2])
    assert browser.open(*sent).text.count("Сбор в пять") == 1
    assert browser.submit("Отправить", text="Сбор в пять").text.count("Сбор в пять") == 2


def test_message_that_is_too_long_is_told_and_kept_in_the_field(world: World) -> None:
    browser = enter(world, PAVEL)
    browser.follow(STAFF)
    page = browser.submit("Отправить", text="а" * 4097)
    assert page.alerts == ["Сообщение слишком длинное: не больше 4096 знаков"]
    assert page.form_with("Отправить").values["text"] == "а" * 4097
    assert "Сообщений пока нет." in page.text


def test_journal_s_entrance_leads_a_page_back_to_the_study_profile(world: World) -> None:
    browser = enter(world, ANNA)
    profile = user_of(browser)
    browser.submit("Личный профиль (ВКонтакте)")
    assert full_name(ANNA) in browser.open(f"{MESSENGER}/?profile={profile}").text
    assert OTHER_ACCOUNT not in browser.page.buttons
