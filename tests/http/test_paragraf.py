"""«Параграф»: what its site file alone says, and the messenger's sign-in page that it leads to."""

import pytest

from sim_server.simulator import Simulator
from tests.http.browser import Browser
from tests.http.page import Page
from tests.http.ways import GO_ON, MESSENGER, VK_ID, give_phone, prove_phone
from tests.http.world import World
from tests.people import ANNA, IGOR, OLGA, PASSWORD, PAVEL, Json, full_name, particulars, with_account

DIARY = "https://dnevnik2.petersburgedu.ru"
LINK = "Привязать к VK ID"
UNLINK = "Отвязать аккаунт от VK ID"
OPEN = "Перейти в чаты"
PROPOSAL = "Войдите в VK ID, который вы привязали раньше: Павел К., +7 199 ***-**-44"


def pupil(person: Json) -> Json:
    return with_account(person, journal="paragraf", role="pupil")


@pytest.fixture
def world(simulator: Simulator) -> World:
    return World(simulator, [pupil(person) for person in (ANNA, IGOR, OLGA, PAVEL)])


def enter(browser: Browser, person: Json) -> Page:
    account = person["journal_accounts"][0]
    browser.open(f"{DIARY}/login")
    browser.submit("Войти", login=account["login"], password=account["password"])
    return browser.follow("Чаты")


def test_tabs_are_the_desk_and_the_chats(browser: Browser) -> None:
    page = enter(browser, ANNA)
    assert (page.links["Дневник"], page.links["Чаты"]) == ("/desk", "/chats")
    assert LINK not in browser.follow("Дневник").buttons


def test_chats_open_in_a_new_window_that_knows_nothing_of_the_diary(browser: Browser) -> None:
    html = enter(browser, PAVEL).html
    assert 'href="/messenger" target="_blank" rel="noopener"' in html


def test_unlinking_is_not_asked_back_even_by_address(world: World, browser: Browser) -> None:
    enter(browser, PAVEL)
    assert browser.open(f"{DIARY}/unlink").form_with(UNLINK)
    assert "pavel" in world.links
    assert browser.submit(UNLINK).form_with(LINK)
    assert world.links == {}


def test_forged_form_does_not_unlink(world: World, browser: Browser) -> None:
    enter(browser, PAVEL)
    browser.open(f"{DIARY}/unlink", "POST", {"csrf_token": "forged"})
    assert "pavel" in world.links


def test_number_alone_never_links_a_vk_id_without_a_password(world: World, browser: Browser) -> None:
    """Olga's VK ID, made by a code on the way, has none: she, or anybody, is asked for a code again."""
    enter(browser, OLGA)
    browser.submit(LINK)
    give_phone(browser, OLGA["phone"])
    browser.submit(GO_ON, code=world.code(OLGA["phone"]))
    browser.submit(GO_ON, **particulars(OLGA))
    assert world.links["olga"] == full_name(OLGA)
    other = world.browser("d2")
    enter(other, IGOR)
    other.submit(LINK)
    assert give_phone(other, OLGA["phone"]).heading == "Подтвердите вход"


def test_sign_in_page_leads_to_the_expected_account_by_both_buttons(browser: Browser) -> None:
    enter(browser, PAVEL)
    for button in ("Войти", "Войти в Сферум"):
        browser.open(f"{DIARY}/messenger")
        assert browser.page.heading == "Вход в VK Мессенджер"
        page = browser.follow(button)
        assert page.heading == "Вход в VK ID"
        assert PROPOSAL in page.text


def test_proposal_tells_a_stranger_neither_name_nor_number(world: World, browser: Browser) -> None:
    enter(browser, PAVEL)
    browser.open(f"{DIARY}/messenger")
    page = world.browser("d2").open(browser.url.replace("/sign-in", "/sign-in/vk"))
    assert PROPOSAL in page.text
    assert PAVEL["last_name"] not in page.html
    assert PAVEL["phone"] not in page.html


@pytest.mark.parametrize("hint", ["", "0", "999999", "99999999999999999999999", "1 or 1", "Павел"])
def test_hint_that_names_nobody_proposes_nobody(browser: Browser, hint: str) -> None:
    page = browser.open(f"{MESSENGER}/sign-in/vk?profile={hint}")
    assert (page.heading, browser.status) == ("Вход в VK ID", 200)
    assert "привязали раньше" not in page.text


def test_other_account_is_refused_and_reloading_changes_nothing(world: World, browser: Browser) -> None:
    enter(browser, PAVEL)
    browser.open(f"{DIARY}/messenger")
    browser.follow("Войти")
    page = prove_phone(browser, world, ANNA)
    assert page.heading == "Это другая учётная запись"
    assert browser.open(browser.url).heading == "Это другая учётная запись"
    assert browser.open(MESSENGER).heading == "Вход в VK Мессенджер"


@pytest.mark.parametrize(("stranger", "password"), [(IGOR, PASSWORD), (OLGA, None)])
def test_stranger_without_a_study_profile_is_refused_before_one_is_made(
    world: World, browser: Browser, stranger: Json, password: str | None
) -> None:
    enter(browser, PAVEL)
    browser.open(f"{DIARY}/messenger")
    browser.follow("Войти")
    assert prove_phone(browser, world, stranger, password).heading == "Это другая учётная запись"
    assert world.events("vk_id_registered") == world.events("study_profile_created") == []
    assert browser.open(VK_ID).form_with("Войти в VK ID")
    browser.open(MESSENGER)
    browser.follow("Войти")
    page = prove_phone(browser, world, PAVEL)
    assert (page.heading, full_name(PAVEL) in page.text) == ("VK Мессенджер", True)


def test_expectation_ends_with_its_own_sign_in(world: World, browser: Browser) -> None:
    """Left halfway, it does not stand in the way of who comes later by themselves."""
    enter(browser, PAVEL)
    browser.open(f"{DIARY}/messenger")
    browser.follow("Войти")
    browser.open(MESSENGER)
    browser.follow("Войти")
    assert prove_phone(browser, world, ANNA).heading == "VK Мессенджер"


def test_who_is_in_with_the_expected_account_goes_straight_on(world: World, browser: Browser) -> None:
    enter(browser, PAVEL)
    browser.open(f"{DIARY}/messenger")
    browser.follow("Войти")
    prove_phone(browser, world, PAVEL)
    assert browser.open(f"{DIARY}/messenger").heading == "VK Мессенджер"


def test_remembered_account_is_shown_before_it_signs_in(world: World, browser: Browser) -> None:
    enter(browser, ANNA)
    browser.submit(LINK)
    give_phone(browser, ANNA["phone"])
    browser.submit(GO_ON, password=PASSWORD)
    browser.open(f"{DIARY}/messenger")
    page = browser.follow("Войти")
    assert page.heading == "Выберите учебный профиль"
    assert full_name(ANNA) in page.text
    assert browser.submit("Продолжить в учебном профиле").heading == "VK Мессенджер"
