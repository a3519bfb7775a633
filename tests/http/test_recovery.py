"""A forgotten password."""

import pytest

from tests.http.browser import Browser
from tests.http.ways import GO_ON, VK_ID, ask_to_link, give_phone
from tests.http.world import World
from tests.people import ANNA, IGOR, OLGA, PASSWORD

NEW = "Osen-2026!"
FORGOTTEN = "Забыли или не установили пароль?"


@pytest.fixture
def asked(browser: Browser) -> Browser:
    """A browser at the recovery's first page, come from Anna's sign-in."""
    ask_to_link(browser, ANNA)
    give_phone(browser, ANNA["phone"])
    browser.follow(FORGOTTEN)
    return browser


def prove(browser: Browser, world: World, phone: str) -> None:
    browser.submit(GO_ON, phone=phone)
    browser.submit(GO_ON, code=world.code(phone))


def test_password_is_changed_and_the_sign_in_goes_on(world: World, asked: Browser) -> None:
    assert asked.page.heading == "Восстановление пароля"
    assert asked.page.form_with(GO_ON).values["phone"] == ANNA["phone"]
    prove(asked, world, ANNA["phone"])
    page = asked.submit(GO_ON, password=NEW, repeated=NEW)
    assert (page.heading, "Пароль изменён" in page.text) == ("Введите пароль", True)
    assert "Неверный пароль" in asked.submit(GO_ON, password=PASSWORD).text
    assert asked.submit(GO_ON, password=NEW).heading == "Подтвердите вход"


def test_unknown_number_is_told(world: World, asked: Browser) -> None:
    assert "С этим номером нет VK ID" in asked.submit(GO_ON, phone=OLGA["phone"]).text
    assert world.messages(OLGA["phone"]) == []


def test_malformed_number_is_told(asked: Browser) -> None:
    assert "Проверьте номер телефона" in asked.submit(GO_ON, phone="12").text


def test_wrong_code_is_told(world: World, asked: Browser) -> None:
    asked.submit(GO_ON, phone=ANNA["phone"])
    wrong = f"{(int(world.code(ANNA['phone'])) + 1) % 10**6:06}"
    assert "Неверный код" in asked.submit(GO_ON, code=wrong).text
    assert asked.open(f"{VK_ID}/recovery/password").form_with(GO_ON).values.keys() >= {"phone"}


@pytest.mark.parametrize(
    ("password", "repeated", "told"),
    [
        ("short", "short", "не меньше 8 символов"),
        (NEW, "another one", "Пароли не совпадают"),
        ("", "", "Введите новый пароль"),
    ],
)
def test_unfit_password_is_told_and_nothing_changes(
    world: World, asked: Browser, password: str, repeated: str, told: str
) -> None:
    prove(asked, world, ANNA["phone"])
    page = asked.submit(GO_ON, password=password, repeated=repeated)
    assert page.heading == "Восстановление пароля"
    assert told in " ".join(page.alerts)
    other = world.browser("d2")
    ask_to_link(other, ANNA)
    give_phone(other, ANNA["phone"])
    assert other.submit(GO_ON, password=PASSWORD).heading == "Подтвердите вход"


def test_new_password_lifts_the_lock_out(world: World, browser: Browser) -> None:
    ask_to_link(browser, ANNA)
    give_phone(browser, ANNA["phone"])
    for _attempt in range(5):
        browser.submit(GO_ON, password="wrong")
    assert "слишком много попыток" in browser.page.text
    browser.follow(FORGOTTEN)
    prove(browser, world, ANNA["phone"])
    browser.submit(GO_ON, password=NEW, repeated=NEW)
    assert browser.submit(GO_ON, password=NEW).heading == "Подтвердите вход"


@pytest.mark.parametrize("page", ["code", "password"])
def test_pages_cannot_be_entered_from_the_side(browser: Browser, page: str) -> None:
    browser.open(f"{VK_ID}/recovery/{page}")
    assert browser.path == "/recovery/phone"


def test_proof_of_one_number_is_no_proof_of_another(world: World, asked: Browser) -> None:
    """Proven with one's own number, somebody else's password must stay out of reach."""
    other_number = asked.request_of(GO_ON, phone=IGOR["phone"])
    prove(asked, world, ANNA["phone"])
    asked.open(*other_number)
    asked.open(f"{VK_ID}/recovery/password")
    assert asked.path != "/recovery/password"


def test_recovery_without_a_sign_in_ends_at_the_front_page(world: World, browser: Browser) -> None:
    browser.open(f"{VK_ID}/recovery/phone")
    prove(browser, world, ANNA["phone"])
    page = browser.submit(GO_ON, password=NEW, repeated=NEW)
    assert (page.heading, browser.path) == ("VK ID", "/")
