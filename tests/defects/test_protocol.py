"""Defects that a client of VK ID sees, and no screen shows."""

from urllib.parse import urlencode

from tests.defects.consequence import consequence
from tests.defects.walking import at_screen, enter, newcomer
from tests.http.browser import Browser
from tests.http.protocol import authorize_address, call, exchange, obtain_callback
from tests.http.world import World

CALLBACK = "https://school.permkrai.ru/vk/callback"
SHORT, LONG_AGO = "1234", 61


def stopped_at_callback(world: World) -> tuple[Browser, str]:
    """A browser that has gone all the way, and the callback's address, not yet opened."""
    browser, _person = at_screen(world, "perm", "profile", "profile_data")
    return browser, browser.submit_until_back("Продолжить")


@consequence
def test_state_not_checked(world: World) -> bool:
    browser, callback = stopped_at_callback(world)
    browser.url = callback
    browser.open(f"{CALLBACK}?{urlencode({**browser.query, 'state': 'a' * 32})}")
    return "login0" in world.links


@consequence
def test_answer_of_another_person(world: World) -> bool:
    _browser, callback = stopped_at_callback(world)
    victim = world.browser("d2")
    enter(victim, newcomer(world, "perm", number=1))
    victim.open(callback)
    return world.links.get("login1") == "Орлова Вера Павловна"


@consequence
def test_state_serves_twice(world: World) -> bool:
    """Seen without the code's own guard: a refusal carries no code, and is believed each time."""
    browser, _person = at_screen(world, "perm", "profile", "phone")
    refusal = browser.submit_until_back("Отмена")
    browser.open(refusal)
    assert "не завершив привязку" in browser.page.text
    return "не завершив привязку" in browser.open(refusal).text


@consequence
def test_code_serves_twice(world: World) -> bool:
    callback = obtain_callback(world.browser(), world)
    assert "access_token" in exchange(world, callback).json
    return "access_token" in exchange(world, callback).json


@consequence
def test_old_code_exchanged(world: World) -> bool:
    callback = obtain_callback(world.browser(), world)
    world.pass_time(minutes=LONG_AGO)
    return "access_token" in exchange(world, callback).json


@consequence
def test_verifier_not_checked(world: World) -> bool:
    callback = obtain_callback(world.browser(), world)
    return "access_token" in exchange(world, callback, code_verifier="w" * 64).json


@consequence
def test_answer_sent_anywhere(world: World) -> bool:
    elsewhere = authorize_address(redirect_uri="https://www.gto.ru/vk/callback")
    return world.browser().open(elsewhere).heading == "Вход в VK ID"


@consequence
def test_guessable_state_accepted(world: World) -> bool:
    world.choose_rules("strict")
    return world.browser().open(authorize_address(state=SHORT)).heading == "Вход в VK ID"


@consequence
def test_token_lasts_for_ever(world: World) -> bool:
    token = exchange(world, obtain_callback(world.browser(), world)).json["access_token"]
    world.pass_time(days=7)
    asked = {"client_id": "perm-journal", "access_token": token}
    return "user" in call(world, "/oauth2/user_info", data=asked).json
