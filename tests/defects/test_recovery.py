"""Defects of recovering a forgotten password."""

from typing import Any

from sim_server.domain.generator_app import current_code
from sim_server.domain.worlds import find_world
from tests.defects.consequence import consequence
from tests.defects.forms import instead, lacks, renamed
from tests.defects.walking import MAIL, SECRET, VK_ID, answer, newcomer, own_form, screen_of, walk
from tests.http.browser import Browser
from tests.http.page import Page
from tests.http.world import World
from tests.people import PASSWORD

APP, LETTER, FRIENDS = (
    "С помощью приложения-генератора кодов",
    "С помощью электронной почты",
    "С помощью друзей, которым доверяете",
)
CONFIRM, NO_MAIL, CONTINUE = "Подтвердить", "У меня нет доступа к почте", "Продолжить"
NEW = "Osen-2026!"
TO_MAIL = "Мы отправили код на почту ka***@pochta.test"
REPEAT, BOX = "Повторите новый пароль", "Выйти на всех устройствах, кроме этого"
PLAIN = ("phone", "code", "account", "password")


def owner(world: World, *, rich: bool) -> dict[str, Any]:
    """Somebody who can prove the account by the app or by mail, or by nothing but the number."""
    ways = {"email": MAIL, "totp_secret": SECRET} if rich else {}
    return newcomer(world, "perm", vk_id={"password": PASSWORD, **ways})


def steps(world: World, *, rich: bool = False) -> list[str]:
    browser = world.browser()
    person = owner(world, rich=rich)
    browser.open(f"{VK_ID}/recovery")
    return walk(browser, world, person, until="password")


def at_step(world: World, step: str, *, rich: bool = False) -> tuple[Browser, dict[str, Any]]:
    browser = world.browser()
    person = owner(world, rich=rich)
    browser.open(f"{VK_ID}/recovery")
    assert walk(browser, world, person, until=step)[-1] == step
    return browser, person


def at_ways(world: World) -> Page:
    return at_step(world, "way", rich=True)[0].page


def at_letter(world: World) -> Browser:
    browser, _person = at_step(world, "way", rich=True)
    browser.submit(LETTER)
    return browser


def at_password(world: World) -> Page:
    return at_step(world, "password")[0].page


test_recovery_app_way_missing = lacks("recovery_app_way_missing", at_ways, APP)
test_recovery_mail_way_missing = lacks("recovery_mail_way_missing", at_ways, LETTER)
test_recovery_mail_address_open = instead("recovery_mail_address_open", at_ways, MAIL, "ka***@pochta.test")
test_recovery_mail_button_renamed = renamed(
    "recovery_mail_button_renamed", lambda world: at_letter(world).page, "Отправить", CONFIRM
)
test_recovery_mail_address_untold = lacks(
    "recovery_mail_address_untold", lambda world: at_letter(world).page, TO_MAIL
)
test_recovery_no_mail_missing = lacks(
    "recovery_no_mail_missing", lambda world: at_letter(world).page, NO_MAIL
)
test_recovery_rules_untold = lacks("recovery_rules_untold", at_password, "Минимум 8 символов")
test_recovery_new_password_untitled = renamed(
    "recovery_new_password_untitled", at_password, "Введите пароль", "Придумайте новый пароль"
)
test_recovery_device_password_untold = lacks(
    "recovery_device_password_untold", at_password, "пароль, предложенный устройством"
)
test_recovery_repetition_missing = lacks("recovery_repetition_missing", at_password, REPEAT)
test_recovery_sign_out_box_missing = lacks("recovery_sign_out_box_missing", at_password, BOX)
test_recovery_last_button_renamed = renamed(
    "recovery_last_button_renamed", at_password, "Сохранить", CONTINUE
)


@consequence
def test_recovery_friends_way_missing(world: World) -> bool:
    return FRIENDS not in with_friends(world).page.buttons


def with_friends(world: World) -> Browser:
    """A browser that is asked how to prove an account that two friends can prove."""
    browser = world.browser()
    friends = [newcomer(world, "perm", "nothing", number=number) for number in (1, 2)]
    trusting = newcomer_who_trusts(world, friends)
    browser.open(f"{VK_ID}/recovery")
    assert walk(browser, world, trusting, until="way")[-1] == "way"
    return browser


def newcomer_who_trusts(world: World, friends: list[dict[str, Any]]) -> dict[str, Any]:
    """The control API takes friends of the same call only."""
    keys = [one["key"] for one in friends]
    return newcomer(
        world, "perm", number=3, vk_id={"password": PASSWORD, "totp_secret": SECRET, "trusted_friends": keys}
    )


@consequence
def test_recovery_number_step_refuses(world: World) -> bool:
    return steps(world) == ["phone", "stuck"]


@consequence
def test_recovery_code_step_skipped(world: World) -> bool:
    return steps(world) == ["phone", "account", "password"]


@consequence
def test_recovery_account_step_skipped(world: World) -> bool:
    return steps(world) == ["phone", "code", "password"]


@consequence
def test_recovery_account_before_code(world: World) -> bool:
    return steps(world) == ["phone", "account", "code", "password"]


@consequence
def test_recovery_way_step_skipped(world: World) -> bool:
    return steps(world, rich=True)[:4] == [*PLAIN]


@consequence
def test_recovery_any_letter_code_accepted(world: World) -> bool:
    browser = at_letter(world)
    browser.submit(CONFIRM, code="000000")
    return screen_of(browser) == "password"


@consequence
def test_recovery_one_friend_is_enough(world: World) -> bool:
    browser = with_friends(world)
    browser.submit(FRIENDS)
    form = own_form(browser)
    assert form
    browser.submit(CONFIRM, friend=form.values["friend"], code=world.code("+71995550001"))
    return screen_of(browser) == "password"


def app_code(world: World) -> str:
    now = find_world(world.simulator.database, world.name).now()
    return current_code(SECRET, now)


@consequence
def test_recovery_app_code_serves_twice(world: World) -> bool:
    browser, person = at_step(world, "way", rich=True)
    browser.submit(APP)
    code = app_code(world)
    browser.submit(CONFIRM, code=code)
    assert screen_of(browser) == "password"
    again = world.browser("d2")
    again.open(f"{VK_ID}/recovery")
    walk(again, world, person, until="way")
    again.submit(APP)
    again.submit(CONFIRM, code=code)
    return screen_of(again) == "password"


@consequence
def test_recovery_no_mail_changes_nothing(world: World) -> bool:
    browser = at_letter(world)
    browser.submit(NO_MAIL)
    return screen_of(browser) == "mail"


def refused(world: World, password: str, repeated: str = "") -> bool:
    """Whether that new password is not taken."""
    browser, person = at_step(world, "password")
    answer(browser, world, person, password=password, repeated=repeated or password)
    return screen_of(browser) == "password" and browser.path.startswith("/recovery/")


@consequence
def test_recovery_weak_password_accepted(world: World) -> bool:
    return not refused(world, "1234")


@consequence
def test_recovery_special_character_not_wanted(world: World) -> bool:
    return not refused(world, "Osen2026")


@consequence
def test_recovery_short_password_accepted(world: World) -> bool:
    return not refused(world, "Osen26!")


@consequence
def test_recovery_repetition_not_compared(world: World) -> bool:
    return not refused(world, NEW, "Zima-2026!")


@consequence
def test_recovery_password_not_changed(world: World) -> bool:
    browser, person = at_step(world, "password")
    answer(browser, world, person, password=NEW, repeated=NEW)
    assert "Пароль изменён" in browser.page.text
    browser.open(VK_ID)
    browser.submit("Войти в VK ID")
    walk(browser, world, person, until="password")
    answer(browser, world, person, password=NEW)
    return "Неверный пароль" in browser.page.text
