"""The way back from VK ID: forged, replayed, someone else's, too late, twice, in parallel."""

import threading
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from urllib.parse import unquote_plus, urlencode, urljoin

import pytest
from werkzeug.test import TestResponse

from sim_server.simulator import Simulator
from sim_server.vk_sign_in import Identity, VkSignIn
from tests.http.browser import Browser
from tests.http.ways import (
    GO_ON,
    JOURNAL,
    LINK,
    UNLINK,
    ask_to_link,
    enter_journal,
    link,
    prove_phone,
    reach_last_screen,
)
from tests.http.world import World
from tests.people import ANNA, IGOR, PASSWORD, PAVEL, Json, full_name, particulars

REFUSED = "Привязка не выполнена"
FORGED = "Ответ VK ID не относится к вашему запросу или уже был использован"


def callback_of(browser: Browser, world: World, person: Json) -> str:
    """Goes the whole way and stops before the callback."""
    reach_last_screen(browser, world, person)
    return browser.submit_until_back(GO_ON)


def unlink(browser: Browser) -> None:
    browser.submit(UNLINK)
    browser.submit("Отвязать")


def test_callback_with_another_state_is_refused(world: World, browser: Browser) -> None:
    callback = callback_of(browser, world, ANNA)
    browser.url = callback
    forged = f"{JOURNAL}/vk/callback?{urlencode({**browser.query, 'state': 'a' * 32})}"
    page = browser.open(forged)
    assert (page.heading, browser.status) == (REFUSED, 409)
    assert FORGED in page.text
    assert "anna" not in world.links
    assert browser.follow("Вернуться к личным сообщениям").form_with(LINK)


def test_callback_that_was_never_asked_for_is_refused(world: World, browser: Browser) -> None:
    enter_journal(browser, ANNA)
    page = browser.open(f"{JOURNAL}/vk/callback?code=x&device_id=y&state=z")
    assert FORGED in page.text
    assert "anna" not in world.links


def test_callback_replayed_while_linked_changes_nothing(world: World, browser: Browser) -> None:
    callback = callback_of(browser, world, ANNA)
    browser.open(callback)
    page = browser.open(callback)
    assert (page.heading, browser.status) == ("Личные сообщения", 200)
    assert UNLINK in page.buttons
    assert len(world.events("linked")) == 1


def test_callback_replayed_after_unlinking_does_not_link_again(world: World, browser: Browser) -> None:
    callback = callback_of(browser, world, ANNA)
    browser.open(callback)
    unlink(browser)
    assert FORGED in browser.open(callback).text
    assert "anna" not in world.links


def test_callback_of_another_person_is_refused(world: World, browser: Browser) -> None:
    callback = callback_of(browser, world, ANNA)
    other = world.browser("d2")
    enter_journal(other, IGOR)
    assert FORGED in other.open(callback).text
    assert "igor" not in world.links
    browser.open(callback)
    assert world.links["anna"] == full_name(ANNA)


def test_code_of_another_s_callback_is_refused(world: World, browser: Browser) -> None:
    stolen = callback_of(browser, world, ANNA)
    other = world.browser("d2")
    ask_to_link(other, IGOR)
    prove_phone(other, world, IGOR)
    other.submit("Создать учебный профиль")
    own = other.submit_until_back(GO_ON)
    browser.url = stolen
    other.url = own
    mixed = {**browser.query, "state": other.query["state"]}
    page = other.open(f"{JOURNAL}/vk/callback?{urlencode(mixed)}")
    assert page.heading == REFUSED
    assert set(world.links) == {"pavel"}


def test_profile_linked_elsewhere_is_refused_with_the_advice(simulator: Simulator) -> None:
    second = {**PAVEL["journal_accounts"][0], "login": "pavel-2", "linked": False}
    person = {**PAVEL, "journal_accounts": [*PAVEL["journal_accounts"], second]}
    world = World(simulator, [person])
    browser = world.browser()
    ask_to_link(browser, {**PAVEL, "journal_accounts": [second]})
    prove_phone(browser, world, PAVEL)
    browser.submit("Продолжить в учебном профиле")
    page = browser.submit(GO_ON)
    assert (page.heading, browser.status) == (REFUSED, 409)
    assert "войдите по уже существующим данным" in page.text
    assert set(world.links) == {"pavel"}


def test_account_linked_otherwise_in_between_is_refused(world: World, browser: Browser) -> None:
    callback = callback_of(browser, world, ANNA)
    other = world.browser("d2")
    enter_journal(other, ANNA)
    other.submit(LINK)
    prove_phone(other, world, IGOR)
    other.submit("Создать учебный профиль")
    other.submit(GO_ON)
    page = browser.open(callback)
    assert page.heading == REFUSED
    assert "сначала отвяжите прежний" in page.text
    assert world.links["anna"] == full_name(IGOR)


def test_journal_session_expired_on_return_is_explained(world: World, browser: Browser) -> None:
    reach_last_screen(browser, world, ANNA)
    world.pass_time(minutes=31)
    page = browser.submit(GO_ON)
    assert page.heading == "Вход для сотрудников"
    assert "Время работы в журнале истекло, привязка не выполнена" in page.text
    assert "anna" not in world.links


def test_last_screen_sent_twice_gives_one_link(world: World, browser: Browser) -> None:
    reach_last_screen(browser, world, ANNA)
    url, method, data = browser.request_of(GO_ON)
    first, second = (urljoin(url, browser.ask(method, url, data).headers["Location"]) for _press in range(2))
    assert first == second
    assert browser.open(first).form_with(UNLINK)
    assert browser.open(second).form_with(UNLINK)
    assert world.links["anna"] == full_name(ANNA)
    assert len(world.events("linked")) == 1


@pytest.mark.parametrize("is_linked", [True, False])
def test_answer_that_comes_again_meanwhile_is_not_called_forged(
    world: World,
    browser: Browser,
    waits: threading.Event,
    monkeypatch: pytest.MonkeyPatch,
    is_linked: bool,
) -> None:
    """The second press of a double one: its answer comes while the first is still being dealt with."""
    callback = callback_of(browser, world, ANNA)
    identity_of = VkSignIn._identity
    with ThreadPoolExecutor(1) as pool:
        second: list[Future[TestResponse]] = []

        def interrupted(sign_in: VkSignIn, verifier: str, query: Mapping[str, str]) -> Identity:
            second.append(pool.submit(browser.ask, "GET", callback))
            assert waits.wait(timeout=5)
            if not is_linked:
                raise ValueError
            return identity_of(sign_in, verifier, query)

        monkeypatch.setattr(VkSignIn, "_identity", interrupted)
        first = browser.ask("GET", callback)
        again = second[0].result(timeout=5)
    assert (first.status_code, again.status_code) == ((303, 303) if is_linked else (409, 409))
    assert ("anna" in world.links) is is_linked


def test_two_ways_in_parallel_end_in_one_link(world: World, browser: Browser) -> None:
    first = callback_of(browser, world, ANNA)
    browser.open(f"{JOURNAL}/messages")
    browser.submit(LINK)
    browser.submit("Продолжить в учебном профиле")
    second = browser.submit_until_back(GO_ON)
    assert first != second
    assert browser.open(first).form_with(UNLINK)
    assert browser.open(second).form_with(UNLINK)
    assert len(world.events("linked")) == 1


def test_linked_person_who_presses_the_old_button_stays_linked(world: World, browser: Browser) -> None:
    enter_journal(browser, ANNA)
    pressed = browser.request_of(LINK)
    link(browser, world, ANNA)
    assert browser.open(*pressed).form_with(UNLINK)
    assert len(world.events("linked")) == 1


@pytest.mark.parametrize("missing", ["code", "device_id"])
def test_incomplete_callback_links_nothing(world: World, browser: Browser, missing: str) -> None:
    browser.url = callback_of(browser, world, ANNA)
    query = {name: value for name, value in browser.query.items() if name != missing}
    assert browser.open(f"{JOURNAL}/vk/callback?{urlencode(query)}").heading == REFUSED
    assert "anna" not in world.links


def test_two_registrations_in_parallel_make_one_vk_id(simulator: Simulator) -> None:
    person = {**ANNA, "vk_id": None, "study_profile": None}
    world = World(simulator, [person])
    browser = world.browser()
    callbacks = []
    for _way in range(2):
        ask_to_link(browser, person)
        prove_phone(browser, world, person, password=None)
        browser.submit(GO_ON, **particulars(person))
        browser.submit("Создать учебный профиль")
        callbacks.append(browser.request_of(GO_ON, **particulars(person)))
    for url, method, data in callbacks:
        assert browser.open(url, method, data).form_with(UNLINK)
    assert len(world.events("vk_id_registered")) == 1
    assert world.links == {"anna": full_name(person)}


def test_vk_id_password_is_never_sent_back_to_the_journal(world: World, browser: Browser) -> None:
    assert PASSWORD not in unquote_plus(callback_of(browser, world, ANNA))
