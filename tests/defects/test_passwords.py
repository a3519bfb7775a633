"""Defects of passwords."""

from tests.defects.consequence import consequence
from tests.defects.forms import instead, lacks, screen
from tests.defects.walking import answer, at_screen, enter, newcomer, screen_of, walk
from tests.http.browser import Browser
from tests.http.world import World

FORGOTTEN = "Забыли или не установили пароль?"
NEW = "Osen-2026!"

test_screen_names_another_number = instead(
    "screen_names_another_number",
    screen("perm", "profile", "password"),
    "+7 199 000-00-00",
    "+7 199 555-00-00",
)
test_forgotten_missing = lacks("forgotten_missing", screen("perm", "profile", "password"), FORGOTTEN)


def after_wrong_passwords(world: World, times: int) -> tuple[Browser, dict[str, str]]:
    browser, person = at_screen(world, "perm", "profile", "password")
    for _attempt in range(times):
        answer(browser, world, person, password="wrong")
    return browser, person


@consequence
def test_no_lock_out(world: World) -> bool:
    browser, person = after_wrong_passwords(world, 6)
    answer(browser, world, person)
    return screen_of(browser) == "code"


@consequence
def test_locked_for_days(world: World) -> bool:
    browser, person = after_wrong_passwords(world, 5)
    world.pass_time(hours=12)
    browser.open(browser.url)
    answer(browser, world, person)
    return screen_of(browser) == "password" and "через несколько часов" in browser.page.text


@consequence
def test_any_password_accepted(world: World) -> bool:
    return screen_of(after_wrong_passwords(world, 1)[0]) == "code"


@consequence
def test_locked_after_recovery(world: World) -> bool:
    browser, person = after_wrong_passwords(world, 5)
    browser.follow(FORGOTTEN)
    walk(browser, world, person, password=NEW, repeated=NEW, until="code")
    walk(browser, world, person, password=NEW, repeated=NEW, until="password")
    answer(browser, world, person, password=NEW, repeated=NEW)
    assert browser.path.startswith("/signin/")
    answer(browser, world, person, password=NEW)
    return "слишком много попыток" in browser.page.text


@consequence
def test_any_journal_password(world: World) -> bool:
    person = newcomer(world, "perm", account={"password": "the right one"})
    person["journal_accounts"][0]["password"] = "another"
    return enter(world.browser(), person).heading == "Рабочий стол"
