"""The code's screen: wrong, expired, replaced and spent codes, sending again, the call."""

from tests.http.browser import Browser
from tests.http.ways import GO_ON, ask_to_link, give_phone
from tests.http.world import World
from tests.people import OLGA

PHONE = OLGA["phone"]
WRONG, EXPIRED = "Неверный код", "Срок действия кода истёк. Запросите новый"
SPENT = "Слишком много неверных кодов. Запросите новый код"
REPLACED = "Этот код уже заменён новым"


def reach_code(browser: Browser) -> None:
    ask_to_link(browser, OLGA)
    assert give_phone(browser, PHONE).heading == "Подтвердите вход"


def other_than(code: str) -> str:
    return f"{(int(code) + 1) % 10 ** len(code):0{len(code)}}"


def reopen(browser: Browser) -> None:
    """Looks at the same way again: forms age with the world."""
    browser.open("/".join(browser.url.split("/")[:5]))


def test_screen_says_where_the_code_went(world: World, browser: Browser) -> None:
    reach_code(browser)
    assert "SMS с кодом отправлено на телефон +7 199 333-33-33" in browser.page.text
    assert world.messages(PHONE)[0]["sender"] == "VK"
    assert browser.submit(GO_ON, code=world.code(PHONE)).heading == "Личные данные"


def test_wrong_and_empty_codes_are_told(world: World, browser: Browser) -> None:
    reach_code(browser)
    assert browser.submit(GO_ON, code=other_than(world.code(PHONE))).alerts == [WRONG]
    assert browser.submit(GO_ON, code="").alerts == ["Введите код"]
    assert browser.submit(GO_ON, code=world.code(PHONE)).heading == "Личные данные"


def test_expired_code_is_told_and_a_new_one_serves(world: World, browser: Browser) -> None:
    reach_code(browser)
    world.pass_time(minutes=11)
    assert EXPIRED in browser.submit(GO_ON, code=world.code(PHONE)).text
    browser.submit("Отправить SMS")
    assert browser.submit(GO_ON, code=world.code(PHONE)).heading == "Личные данные"


def test_replaced_code_is_told(world: World, browser: Browser) -> None:
    reach_code(browser)
    old = world.code(PHONE)
    world.pass_time(minutes=3)
    reopen(browser)
    browser.submit("Отправить SMS")
    assert REPLACED in browser.submit(GO_ON, code=old).text
    assert browser.submit(GO_ON, code=world.code(PHONE)).heading == "Личные данные"


def test_too_many_wrong_codes_spend_the_right_one(world: World, browser: Browser) -> None:
    reach_code(browser)
    right = world.code(PHONE)
    for _attempt in range(2):
        assert SPENT not in browser.submit(GO_ON, code=other_than(right)).text
    assert SPENT in browser.submit(GO_ON, code=other_than(right)).text
    assert SPENT in browser.submit(GO_ON, code=right).text
    world.pass_time(minutes=3)
    reopen(browser)
    browser.submit("Отправить SMS")
    assert browser.submit(GO_ON, code=world.code(PHONE)).heading == "Личные данные"


def test_sending_again_waits_for_the_countdown(world: World, browser: Browser) -> None:
    reach_code(browser)
    assert "Новый код можно запросить через" in browser.submit("Отправить SMS").text
    assert len(world.messages(PHONE)) == 1
    world.pass_time(minutes=2.1)
    reopen(browser)
    browser.submit("Отправить SMS")
    assert len(world.messages(PHONE)) == 2


def test_call_carries_the_code_in_its_last_four_digits(world: World, browser: Browser) -> None:
    reach_code(browser)
    world.pass_time(minutes=3)
    reopen(browser)
    assert "Мы звоним на телефон +7 199 333-33-33" in browser.submit("Позвонить").text
    call = world.messages(PHONE)[-1]
    assert (call["kind"], call["text"]) == ("call", "Пропущенный звонок")
    last_four = call["sender"].replace("-", "")[-4:]
    assert last_four.isdigit()
    assert browser.submit(GO_ON, code=last_four).heading == "Личные данные"


def test_mistyped_number_is_changed_and_the_code_asked_again(world: World, browser: Browser) -> None:
    ask_to_link(browser, OLGA)
    give_phone(browser, "+7 199 333-33-34")
    of_a_stranger = world.code("+71993333334")
    browser.submit("Изменить номер телефона")
    give_phone(browser, PHONE)
    if of_a_stranger != world.code(PHONE):
        assert WRONG in browser.submit(GO_ON, code=of_a_stranger).text
    assert browser.submit(GO_ON, code=world.code(PHONE)).heading == "Личные данные"


def test_code_of_another_way_does_not_serve(world: World, browser: Browser) -> None:
    reach_code(browser)
    code = world.code(PHONE)
    other = world.browser("d2")
    reach_code(other)
    assert world.code(PHONE) != code
    assert WRONG in other.submit(GO_ON, code=code).text
