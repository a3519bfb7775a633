"""Two worlds with the very same people never see each other."""

import pytest

from sim_server.domain.database import Database
from sim_server.domain.worlds import find_world, uses_vpn
from sim_server.simulator import Simulator
from tests.http.browser import Browser
from tests.http.protocol import exchange, obtain_callback
from tests.http.ways import (
    GO_ON,
    JOURNAL,
    LINK,
    MESSENGER,
    UNLINK,
    VK_ID,
    ask_to_link,
    enter_journal,
    give_phone,
    link,
    prove_phone,
    reach_last_screen,
)
from tests.http.world import World
from tests.people import ANNA, EVERYBODY, OLGA, PASSWORD, PAVEL, full_name, particulars


@pytest.fixture
def here(simulator: Simulator) -> World:
    """A world."""
    return World(simulator, EVERYBODY)


@pytest.fixture
def there(simulator: Simulator) -> World:
    """Another with the same logins, phones and passwords."""
    return World(simulator, EVERYBODY)


def moved(browser: Browser, world: World) -> Browser:
    """The same browser, cookies and all, but as if of that world."""
    browser.agent = f"Svyazka/{world.name}.d1"
    return browser


def test_links_are_apart(here: World, there: World) -> None:
    link(here.browser(), here, ANNA)
    assert set(here.links) == {"anna", "pavel"}
    assert set(there.links) == {"pavel"}
    assert enter_journal(there.browser(), ANNA).form_with(LINK)


def test_unlinking_here_leaves_the_link_there(here: World, there: World) -> None:
    browser = here.browser()
    enter_journal(browser, PAVEL)
    browser.submit(UNLINK)
    browser.submit("Отвязать")
    assert here.links == {}
    assert there.links == {"pavel": full_name(PAVEL)}
    assert enter_journal(there.browser(), PAVEL).items[0] == "Учительская"


@pytest.mark.parametrize("address", [f"{JOURNAL}/messages", f"{MESSENGER}/"])
def test_sessions_do_not_carry_over(here: World, there: World, address: str) -> None:
    browser = here.browser()
    link(browser, here, ANNA)
    browser.follow("Перейти в VK Мессенджер")
    known = browser.open(address)
    assert full_name(ANNA) in known.text
    assert full_name(ANNA) not in moved(browser, there).open(address).text


def test_remembered_vk_id_does_not_carry_over(here: World, there: World) -> None:
    browser = here.browser()
    link(browser, here, ANNA)
    enter_journal(moved(browser, there), ANNA)
    assert browser.submit(LINK).heading == "Вход в VK ID"


def test_what_a_session_holds_does_not_carry_over(here: World, there: World) -> None:
    browser = here.browser()
    browser.open(f"{VK_ID}/recovery")
    browser.submit(GO_ON, phone=ANNA["phone"])
    address = browser.url
    assert browser.open(address).heading == "Код подтверждения"
    assert moved(browser, there).open(address).heading == "Восстановление пароля"


def test_unfinished_way_does_not_carry_over(here: World, there: World) -> None:
    browser = here.browser()
    ask_to_link(browser, ANNA)
    address = browser.url
    moved(browser, there).open(address)
    assert browser.status == 403


def test_codes_and_messages_are_apart(here: World, there: World) -> None:
    browser = here.browser()
    ask_to_link(browser, OLGA)
    give_phone(browser, OLGA["phone"])
    assert len(here.messages(OLGA["phone"])) == 1
    assert there.messages(OLGA["phone"]) == []
    assert "Сообщений нет." in there.browser().open("https://phone.svyazka.test/71993333333").text
    other = there.browser()
    ask_to_link(other, OLGA)
    give_phone(other, OLGA["phone"])
    assert here.code(OLGA["phone"]) != there.code(OLGA["phone"])
    assert "Неверный код" in other.submit(GO_ON, code=here.code(OLGA["phone"])).text


def test_registration_here_is_none_there(here: World, there: World) -> None:
    browser = here.browser()
    ask_to_link(browser, OLGA)
    prove_phone(browser, here, OLGA, password=None)
    browser.submit(GO_ON, **particulars(OLGA))
    browser.submit("Создать учебный профиль")
    browser.submit(GO_ON, **particulars(OLGA))
    assert "olga" in here.links
    other = there.browser()
    ask_to_link(other, OLGA)
    assert prove_phone(other, there, OLGA, password=None).heading == "Личные данные"


def test_callback_of_here_is_forged_there(here: World, there: World) -> None:
    browser = here.browser()
    reach_last_screen(browser, here, ANNA)
    callback = browser.submit_until_back(GO_ON)
    other = there.browser()
    enter_journal(other, ANNA)
    assert "не относится к вашему запросу" in other.open(callback).text
    assert "anna" not in there.links


def test_token_opens_the_person_of_its_own_world(here: World, there: World) -> None:
    ids = [
        exchange(world, obtain_callback(world.browser(), world)).json["user_id"] for world in (here, there)
    ]
    assert ids[0] != ids[1]


def test_chats_are_apart(here: World, there: World) -> None:
    addresses = []
    for world in (here, there):
        browser = world.browser()
        link(browser, world, ANNA)
        browser.follow("Перейти в VK Мессенджер")
        browser.follow("Учительская")
        addresses.append(browser.url)
        browser.submit("Отправить", text=f"Сказано в {world.name}")
        own, foreign = (here, there) if world is here else (there, here)
        assert f"Сказано в {own.name}" in browser.page.text
        assert f"Сказано в {foreign.name}" not in browser.page.text
    assert addresses[0] != addresses[1]
    assert browser.open(addresses[0]).heading == "Страница не найдена"


def test_lock_out_here_is_none_there(here: World, there: World) -> None:
    browser = here.browser()
    ask_to_link(browser, ANNA)
    give_phone(browser, ANNA["phone"])
    for _attempt in range(5):
        browser.submit(GO_ON, password="wrong")
    assert "слишком много попыток" in browser.page.text
    other = there.browser()
    ask_to_link(other, ANNA)
    give_phone(other, ANNA["phone"])
    assert other.submit(GO_ON, password=PASSWORD).heading == "Подтвердите вход"


def test_clock_faults_and_vpn_are_apart(here: World, there: World, database: Database) -> None:
    here.pass_time(days=1)
    here.disturb("journal", "page", "error", times=None)
    here.switch_vpn(on=True)
    there.disturb("messenger", "page", "error", times=None)
    assert find_world(database, there.name).offset == 0
    browser = there.browser()
    browser.open(JOURNAL)
    assert browser.status == 200
    assert [event["kind"] for event in here.events("clock_advanced")] == ["clock_advanced"]
    assert there.events("clock_advanced") == []
    assert not uses_vpn(find_world(database, there.name), "d1")


def test_clearing_faults_here_leaves_those_there(here: World, there: World) -> None:
    for world in (here, there):
        world.disturb("journal", "page", "error", times=None)
    here.api.delete(f"{here.path}/faults")
    statuses = []
    for world in (here, there):
        browser = world.browser()
        browser.open(JOURNAL)
        statuses.append(browser.status)
    assert statuses == [200, 503]


def test_dropping_here_leaves_there(here: World, there: World) -> None:
    link(there.browser(), there, ANNA)
    here.api.delete(here.path)
    assert set(there.links) == {"anna", "pavel"}
    assert enter_journal(there.browser(), ANNA).form_with(UNLINK)
