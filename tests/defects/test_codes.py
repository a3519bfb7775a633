"""Defects of one-time codes."""

from tests.defects.consequence import consequence
from tests.defects.forms import instead, lacks, screen
from tests.defects.walking import MAIL, answer, at_screen, newcomer, screen_of, walk
from tests.http.browser import Browser
from tests.http.world import World

RESEND, CALL = "Отправить SMS", "Позвонить"
CHANGE = "Изменить номер телефона"
OTHER_NUMBER = "+71997777777"

test_call_missing = lacks("call_missing", screen("mesh", "profile", "code"), CALL)
test_number_button_missing = lacks("number_button_missing", screen("mesh", "profile", "code"), CHANGE)
test_line_names_another_number = instead(
    "line_names_another_number", screen("diary", "nothing", "code"), "+7 199 000-00-00", "+7 199 555-00-00"
)


@consequence
def test_any_code_accepted(world: World) -> bool:
    return shown_after_code(world, "000000") == "account_data"


def shown_after_code(world: World, typed: str) -> str:
    browser, person = at_screen(world, "perm", "nothing", "code")
    answer(browser, world, person, code=typed)
    return screen_of(browser)


@consequence
def test_expired_code_accepted(world: World) -> bool:
    browser, person = at_screen(world, "perm", "nothing", "code")
    world.pass_time(minutes=11)
    answer(browser, world, person)
    return screen_of(browser) == "account_data"


@consequence
def test_replaced_code_accepted(world: World) -> bool:
    browser, person = at_screen(world, "perm", "nothing", "code")
    earlier = world.code(person["phone"])
    world.pass_time(minutes=3)
    browser.submit(RESEND)
    answer(browser, world, person, code=earlier)
    return screen_of(browser) == "account_data"


@consequence
def test_codes_guessed_without_end(world: World) -> bool:
    browser, person = at_screen(world, "perm", "nothing", "code")
    for _attempt in range(4):
        answer(browser, world, person, code="000000")
    answer(browser, world, person)
    return screen_of(browser) == "account_data"


@consequence
def test_new_code_at_once(world: World) -> bool:
    browser, person = at_screen(world, "mesh", "nothing", "code")
    browser.submit(RESEND)
    return len(world.messages(person["phone"])) > 1


@consequence
def test_countdown_twice_as_long(world: World) -> bool:
    return 'data-seconds="240"' in at_screen(world, "mesh", "nothing", "code")[0].page.html


@consequence
def test_countdown_never_ends(world: World) -> bool:
    browser, person = at_screen(world, "mesh", "nothing", "code")
    world.pass_time(minutes=30)
    browser.submit(RESEND)
    return len(world.messages(person["phone"])) == 1


def registering_by_mail(world: World) -> Browser:
    browser = world.browser()
    browser.open("https://sferum.ru")
    browser.submit("Зарегистрироваться")
    walk(browser, world, newcomer(world, "perm", "nothing"), phone=MAIL, until="code")
    return browser


@consequence
def test_letter_again_too_early(world: World) -> bool:
    return 'data-seconds="120"' in registering_by_mail(world).page.html


@consequence
def test_sms_never_comes(world: World) -> bool:
    _browser, person = at_screen(world, "perm", "nothing", "code")
    return world.messages(person["phone"]) == []


@consequence
def test_letter_never_comes(world: World) -> bool:
    browser = registering_by_mail(world)
    assert screen_of(browser) == "code"
    return "Писем нет" in browser.open(f"https://mail.svyazka.test/{MAIL}").text


@consequence
def test_call_from_another_number(world: World) -> bool:
    browser, person = at_screen(world, "mesh", "nothing", "code")
    world.pass_time(minutes=3)
    browser.submit(CALL)
    answer(browser, world, person)
    return screen_of(browser) == "code"


@consequence
def test_number_never_forgotten(world: World) -> bool:
    browser, _person = at_screen(world, "mesh", "nothing", "code")
    browser.submit(CHANGE)
    return screen_of(browser) == "code"


@consequence
def test_code_to_the_wrong_number(world: World) -> bool:
    browser, person = at_screen(world, "mesh", "nothing", "code")
    browser.submit(CHANGE)
    answer(browser, world, person, phone=OTHER_NUMBER)
    world.pass_time(minutes=3)
    browser.submit(RESEND)
    return not world.messages(OTHER_NUMBER) and len(world.messages(person["phone"])) > 1
