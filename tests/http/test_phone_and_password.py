"""VK ID's first two screens: the number and the password, with the lock-out."""

import pytest

from sim_server.web.forms import FORM_OUTDATED
from tests.http.browser import Browser
from tests.http.ways import GO_ON, LINK, VK_ID, ask_to_link, enter_journal, give_phone
from tests.http.world import World
from tests.people import ANNA, IGOR, PASSWORD

LOCKED = (
    "Произведено слишком много попыток входа в этот аккаунт по паролю. "
    "Воспользуйтесь другим способом входа или попробуйте через несколько часов."
)


@pytest.mark.parametrize("typed", ["8 199 111-11-11", "+7(199)1111111", "199 111 11 11", "71991111111"])
def test_number_may_be_typed_in_many_ways(browser: Browser, typed: str) -> None:
    ask_to_link(browser, ANNA)
    assert "с телефоном +7 199 111-11-11" in give_phone(browser, typed).text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "Введите номер телефона"),
        ("12", "Проверьте номер телефона"),
        ("+7 199 111-11-1", "Проверьте номер телефона"),
        ("+7 199 111-11-111", "Проверьте номер телефона"),
        ("телефон", "Проверьте номер телефона"),
        ("+1 212 555-01-00", "Проверьте номер телефона"),
    ],
)
def test_malformed_number_is_told(browser: Browser, typed: str, told: str) -> None:
    ask_to_link(browser, ANNA)
    page = give_phone(browser, typed)
    assert page.heading == "Вход в VK ID"
    assert told in page.text


def test_number_without_vk_id_is_not_asked_for_a_password(browser: Browser) -> None:
    ask_to_link(browser, ANNA)
    assert give_phone(browser, "+7 199 777-77-77").heading == "Подтвердите вход"


def test_wrong_and_empty_passwords_are_told(browser: Browser) -> None:
    ask_to_link(browser, ANNA)
    give_phone(browser, ANNA["phone"])
    assert browser.submit(GO_ON, password="wrong").alerts == ["Неверный пароль"]
    assert browser.submit(GO_ON, password="").alerts == ["Введите пароль"]
    assert browser.submit(GO_ON, password=PASSWORD).heading == "Подтвердите вход"


def test_code_is_sent_only_after_the_password(world: World, browser: Browser) -> None:
    ask_to_link(browser, ANNA)
    give_phone(browser, ANNA["phone"])
    browser.submit(GO_ON, password="wrong")
    assert world.messages(ANNA["phone"]) == []
    browser.submit(GO_ON, password=PASSWORD)
    assert len(world.messages(ANNA["phone"])) == 1


def test_lock_out_holds_for_the_right_password_too_and_ends(world: World, browser: Browser) -> None:
    ask_to_link(browser, ANNA)
    give_phone(browser, ANNA["phone"])
    for _attempt in range(4):
        assert LOCKED not in browser.submit(GO_ON, password="wrong").text
    assert LOCKED in browser.submit(GO_ON, password="wrong").text
    assert LOCKED in browser.submit(GO_ON, password=PASSWORD).text
    world.pass_time(hours=2)
    browser.open(browser.url.removesuffix("/password"))
    assert LOCKED in browser.submit(GO_ON, password=PASSWORD).text
    world.pass_time(hours=1.1)
    browser.open(browser.url.removesuffix("/password"))
    assert browser.submit(GO_ON, password=PASSWORD).heading == "Подтвердите вход"


def test_lock_out_is_the_account_s_not_the_browser_s(world: World, browser: Browser) -> None:
    ask_to_link(browser, ANNA)
    give_phone(browser, ANNA["phone"])
    for _attempt in range(5):
        browser.submit(GO_ON, password="wrong")
    other = world.browser("d2")
    ask_to_link(other, ANNA)
    give_phone(other, ANNA["phone"])
    assert LOCKED in other.submit(GO_ON, password=PASSWORD).text
    other.submit("Назад")
    give_phone(other, IGOR["phone"])
    assert other.submit(GO_ON, password=PASSWORD).heading == "Подтвердите вход"


def test_right_password_ends_the_counting(world: World, browser: Browser) -> None:
    for device in ("d1", "d2"):
        browser = world.browser(device)
        ask_to_link(browser, ANNA)
        give_phone(browser, ANNA["phone"])
        for _attempt in range(4):
            browser.submit(GO_ON, password="wrong")
        assert browser.submit(GO_ON, password=PASSWORD).heading == "Подтвердите вход"


def test_lock_out_links_nothing(world: World, browser: Browser) -> None:
    ask_to_link(browser, ANNA)
    give_phone(browser, ANNA["phone"])
    for _attempt in range(5):
        browser.submit(GO_ON, password="wrong")
    browser.submit("Отмена")
    assert enter_journal(browser, ANNA).form_with(LINK)
    assert "anna" not in world.links


def test_malformed_number_on_a_page_that_stayed_behind_asks_for_the_number_again(
    world: World, browser: Browser
) -> None:
    ask_to_link(browser, ANNA)
    address, old = browser.url, browser.request_of(GO_ON, phone="12")
    give_phone(browser, ANNA["phone"])
    page = browser.open(*old)
    assert (page.heading, browser.url) == ("Вход в VK ID", address)
    assert "Проверьте номер телефона" in page.text
    assert "Введите пароль" not in browser.open(address).text


def test_forged_answer_forgets_no_number(browser: Browser) -> None:
    ask_to_link(browser, ANNA)
    url, method, sent = browser.request_of(GO_ON, phone="12")
    give_phone(browser, ANNA["phone"])
    page = browser.open(url, method, {**(sent or {}), "csrf_token": "forged"})
    assert (page.heading, FORM_OUTDATED in page.text) == ("Введите пароль", True)
    page = browser.submit("Назад")
    assert (page.heading, page.form_with(GO_ON).values["phone"]) == ("Вход в VK ID", "")


def test_wrong_password_is_told_once_by_the_page_that_asked(browser: Browser) -> None:
    ask_to_link(browser, ANNA)
    give_phone(browser, ANNA["phone"])
    address = browser.url
    assert "Неверный пароль" in browser.submit(GO_ON, password="wrong").text
    assert browser.url == address
    assert "Неверный пароль" not in browser.open(browser.url).text


def test_refusal_waits_for_its_own_page(browser: Browser) -> None:
    ask_to_link(browser, ANNA)
    give_phone(browser, ANNA["phone"])
    address = browser.url
    url, method, sent = browser.request_of(GO_ON, password="wrong")
    browser.ask(method, url, sent)
    assert browser.open(f"{VK_ID}/recovery").alerts == []
    assert "Неверный пароль" in browser.open(address).text
