"""What regions differ in, said in site.toml alone: a code before unlinking, consent first, a page of one's own."""

from pathlib import Path

import pytest

from sim_server.domain.database import Database
from sim_server.journal.site_file import SITES
from sim_server.simulator import Simulator
from tests.http.browser import Browser
from tests.http.page import Page
from tests.http.ways import (
    GO_ON,
    JOURNAL,
    LINK,
    UNLINK,
    ask_to_link,
    enter_journal,
    give_phone,
    link,
    prove_phone,
)
from tests.http.world import World
from tests.people import ANNA, IGOR, PASSWORD, PAVEL, particulars

PHONE = ANNA["phone"]
PROVE = "Подтвердить"
CONSENT = "Добавление профиля Сферум"


def region(database: Database, folder: Path, *changes: tuple[str, str]) -> World:
    """Perm's journal with these places of its file changed."""
    text = (SITES / "perm/site.toml").read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    (folder / "perm").mkdir()
    (folder / "perm/site.toml").write_text(text, encoding="utf-8")
    return World(Simulator(database, sites=folder), [ANNA, IGOR, PAVEL])


@pytest.fixture
def asking_for_code(database: Database, tmp_path: Path) -> World:
    return region(database, tmp_path, ("[unlinking]", '[unlinking]\ncode = { field = "Код для отвязки" }'))


def reach_code(browser: Browser, world: World) -> Page:
    link(browser, world, ANNA)
    browser.submit(UNLINK)
    return browser.submit("Отвязать")


def test_code_from_the_sms_unlinks(asking_for_code: World) -> None:
    browser = asking_for_code.browser()
    page = reach_code(browser, asking_for_code)
    assert page.heading == "Подтвердите отвязку"
    assert "anna" in asking_for_code.links
    sms = asking_for_code.messages(PHONE)[-1]
    assert (sms["sender"], "для отвязки учебного профиля" in sms["text"]) == ("ЭПОС Пермь", True)
    page = browser.submit(PROVE, code=asking_for_code.code(PHONE))
    assert (page.heading, "anna" in asking_for_code.links) == ("Личные сообщения", False)
    assert page.form_with(LINK)


def test_wrong_code_leaves_the_link(asking_for_code: World) -> None:
    browser = asking_for_code.browser()
    reach_code(browser, asking_for_code)
    page = browser.submit(PROVE, code="не код")
    assert (page.heading, page.alerts) == ("Подтвердите отвязку", ["Неверный код"])
    assert "anna" in asking_for_code.links


def test_code_can_be_sent_again_when_the_time_is_up(asking_for_code: World) -> None:
    browser = asking_for_code.browser()
    reach_code(browser, asking_for_code)
    first = asking_for_code.code(PHONE)
    again = browser.request_of("Отправить код ещё раз")
    browser.open(*again)
    assert len([one for one in asking_for_code.messages(PHONE) if "отвязки" in one["text"]]) == 1
    asking_for_code.pass_time(minutes=2)
    browser.open(*again)
    assert asking_for_code.code(PHONE) != first
    assert browser.submit(PROVE, code=first).alerts == [
        "Этот код уже заменён новым. Введите код из последнего сообщения"
    ]
    browser.submit(PROVE, code=asking_for_code.code(PHONE))
    assert "anna" not in asking_for_code.links


def test_without_the_code_s_page_nothing_is_unlinked(asking_for_code: World) -> None:
    browser = asking_for_code.browser()
    enter_journal(browser, PAVEL)
    browser.submit(UNLINK)
    browser.open(*browser.request_of("Отвязать"))
    browser.follow("Отмена")
    assert "pavel" in asking_for_code.links
    assert browser.open(f"{JOURNAL}/unlink/code").heading == "Подтвердите отвязку"


def test_journal_without_the_table_asks_for_no_code(world: World, browser: Browser) -> None:
    link(browser, world, ANNA)
    browser.open(f"{JOURNAL}/unlink/code")
    assert browser.status == 404


BEFORE_THE_PHONE = tuple(
    (f'{situation} = ["phone"', f'{situation} = ["consent", "phone"')
    for situation in ("with_profile", "with_vk_id", "without_vk_id")
)


def test_consent_may_come_before_the_phone(database: Database, tmp_path: Path) -> None:
    world = region(database, tmp_path, *BEFORE_THE_PHONE)
    browser = world.browser()
    page = ask_to_link(browser, ANNA)
    assert (page.heading, "Соколова" in page.text) == (CONSENT, False)
    assert browser.submit("Привязать").heading == "Вход в VK ID"
    page = prove_phone(browser, world, ANNA)
    assert page.heading == "Выберите учебный профиль"
    browser.submit("Продолжить в учебном профиле")
    browser.submit(GO_ON, **particulars(ANNA))
    assert "anna" in world.links


def test_consent_given_before_the_phone_is_not_asked_again_for_another(
    database: Database, tmp_path: Path
) -> None:
    world = region(database, tmp_path, *BEFORE_THE_PHONE)
    browser = world.browser()
    ask_to_link(browser, ANNA)
    browser.submit("Привязать")
    give_phone(browser, IGOR["phone"])
    page = browser.submit("Назад")
    assert page.heading == "Вход в VK ID"
    assert prove_phone(browser, world, ANNA).heading == "Выберите учебный профиль"


def test_consent_between_shows_whose_it_is(database: Database, tmp_path: Path) -> None:
    order = 'with_profile = ["phone", "password", "code", "choice", "profile_data"]'
    world = region(
        database, tmp_path, (order, 'with_profile = ["phone", "password", "consent", "code", "profile_data"]')
    )
    browser = world.browser()
    ask_to_link(browser, ANNA)
    give_phone(browser, PHONE)
    page = browser.submit(GO_ON, password=PASSWORD)
    assert (page.heading, "Соколова Анна Викторовна" in page.text) == (CONSENT, True)
    assert browser.submit("Привязать").heading == "Подтвердите вход"
    assert browser.submit(GO_ON, code=world.code(PHONE)).heading == "Информация о себе"


def test_code_that_is_the_first_screen_is_sent(database: Database, tmp_path: Path) -> None:
    order = 'remembered_with_profile = ["choice", "profile_data"]'
    world = region(database, tmp_path, (order, 'remembered_with_profile = ["code", "choice"]'))
    browser = world.browser()
    link(browser, world, ANNA)
    browser.submit(UNLINK)
    browser.submit("Отвязать")
    world.pass_time(minutes=5)
    sent = len(world.messages(PHONE))
    assert browser.submit(LINK).heading == "Подтвердите вход"
    assert len(world.messages(PHONE)) == sent + 1
    browser.submit(GO_ON, code=world.code(PHONE))
    browser.submit("Продолжить в учебном профиле")
    assert "anna" in world.links


def test_linking_may_be_on_the_page_of_one_s_profile(database: Database, tmp_path: Path) -> None:
    place = (
        'reached_by = "icon"\ncaption = "Личные сообщения"',
        'reached_by = "profile"\ncaption = "Мой профиль"',
    )
    world = region(database, tmp_path, place)
    browser = world.browser()
    browser.open(f"{JOURNAL}/login")
    page = browser.submit("Войти", login="anna", password="journal-anna")
    assert "Личные сообщения" not in page.links
    page = browser.follow("Мой профиль")
    assert "Соколова Анна Викторовна" in page.text
    assert "Школа № 12, 5 «А»" in page.text
    assert browser.submit(LINK).heading == "Вход в VK ID"
