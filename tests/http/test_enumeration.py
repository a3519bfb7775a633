"""What a stranger can find out by trying numbers and names: no more than the screens of the instructions tell."""

from typing import Any

import pytest
from sqlalchemy import select

from sim_server.domain.limits import LIMITS
from sim_server.domain.tables import VkAccountRow, VkUserRow
from sim_server.simulator import Simulator
from tests.http.browser import Browser
from tests.http.own_client import CALLBACK, ID, OwnClient
from tests.http.protocol import authorize_address
from tests.http.ways import JOURNAL
from tests.http.world import World
from tests.people import ANNA, EVERYBODY, PAVEL, with_account

TOO_MANY = "Слишком много неверных паролей"


def ids(simulator: Simulator) -> list[int]:
    """Of VK IDs and study profiles, in the order in which they were made."""
    with simulator.database.read() as session:
        found = [*session.scalars(select(VkAccountRow.id)), *session.scalars(select(VkUserRow.id))]
        return [int(one) for one in found]


def test_ids_of_people_do_not_follow_each_other(simulator: Simulator, world: World) -> None:
    known = sorted(ids(simulator))
    assert all(later - earlier > 1 for earlier, later in zip(known, known[1:], strict=False))
    assert min(known) > 10**9


def test_neighbours_of_a_known_profile_name_nobody(
    simulator: Simulator, world: World, browser: Browser
) -> None:
    """A hint names its own person, as the instructions have it, and trying others leads to nobody."""
    for profile in ids(simulator)[-3:]:
        for hint in (profile + 1, profile - 1):
            assert "привязали раньше" not in browser.open(authorize_address(login_hint=str(hint))).text


def profile_of(world: World, person: dict[str, Any]) -> str:
    """The id of the person's study profile, as a client is told of it."""
    client = OwnClient(world, study_profile=True)
    return str(client.tokens(client.sign_in(world.browser("d8"), person))["user_id"])


def test_hint_names_nobody_who_has_linked_nothing(world: World, browser: Browser) -> None:
    hinted = authorize_address(login_hint=profile_of(world, ANNA))
    assert "привязали раньше" not in browser.open(hinted).text


def test_hint_of_a_client_names_nobody_who_never_signed_in_to_it(world: World, browser: Browser) -> None:
    profile, address = profile_of(world, PAVEL), "http://stranger.example/cb"
    world.register("stranger", address)
    hinted = {"redirect_uri": address, "login_hint": profile}
    assert "Павел К." not in browser.open(authorize_address(client_id="stranger", **hinted)).text
    own = authorize_address(client_id=ID, redirect_uri=CALLBACK, login_hint=profile)
    assert "Павел К." in browser.open(own).text


def try_password(browser: Browser, login: str, password: str) -> str:
    browser.open(f"{JOURNAL}/login")
    return browser.submit("Войти", login=login, password=password).text


@pytest.mark.parametrize("login", ["anna", "nobody-of-that-name"])
def test_journal_judges_no_more_than_ten_wrong_passwords_of_a_login(world: World, login: str) -> None:
    """Whether there is that login is not to be told by it."""
    for _guess in range(LIMITS.wrong_journal_passwords):
        assert "Неверный логин или пароль" in try_password(world.browser(), login, "wrong")
    assert TOO_MANY in try_password(world.browser(), login, f"journal-{login}")
    world.pass_time(minutes=LIMITS.journal_lock_minutes + 1)
    told = try_password(world.browser(), login, f"journal-{login}")
    assert ("Рабочий стол" in told) is (login == "anna")


def test_right_password_ends_the_counting_and_others_are_not_concerned(world: World) -> None:
    for _round in range(2):
        for _guess in range(LIMITS.wrong_journal_passwords - 1):
            try_password(world.browser(), "anna", "wrong")
        assert "Рабочий стол" in try_password(world.browser(), "anna", "journal-anna")
    assert "Рабочий стол" in try_password(world.browser(), "igor", "journal-igor")


def test_right_password_of_one_login_ends_the_counting_of_no_other(world: World) -> None:
    for _guess in range(LIMITS.wrong_journal_passwords):
        try_password(world.browser(), "anna", "wrong")
    assert "Рабочий стол" in try_password(world.browser(), "igor", "journal-igor")
    assert TOO_MANY in try_password(world.browser(), "anna", "journal-anna")


def test_login_of_another_journal_is_not_concerned(simulator: Simulator) -> None:
    world = World(simulator, [*EVERYBODY[1:], with_account(ANNA, journal="mosreg")])
    for _guess in range(LIMITS.wrong_journal_passwords):
        try_password(world.browser(), "anna", "wrong")
    browser = world.browser()
    browser.open("https://myschool.mos.ru/login")
    assert "Соколова" in browser.submit("Войти", login="anna", password="journal-anna").text
