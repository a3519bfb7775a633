"""The start page for people: everybody on it can be used, and its buttons do what they say."""

import pytest

from fixtures.control import Fault
from fixtures.faults import FAULTS
from sim_server.domain.faults import FaultKind, order_fault
from sim_server.domain.numbers import NUMBERS
from sim_server.domain.phones import printed_phone
from sim_server.domain.worlds import World as DomainWorld
from sim_server.domain.worlds import advance_clock
from sim_server.journal.site_file import read_sites
from sim_server.simulator import Simulator
from sim_server.start.ready_faults import read_faults
from sim_server.start.ready_people import begin_main_world, read_people
from tests.http.browser import Browser
from tests.http.ways import GO_ON, LINK, UNLINK

START = "http://localhost:8000/"
JOURNAL = "http://school.permkrai.ru.localhost:8000"
BY_NAME = {fault.name: fault for fault in read_faults()}
BY_KEY = {person.key: person for person in read_people()}


@pytest.fixture(autouse=True)
def main_world(simulator: Simulator) -> DomainWorld:
    """The main world from its beginning."""
    return begin_main_world(simulator.database, simulator.chat_rules)


@pytest.fixture
def browser(simulator: Simulator) -> Browser:
    """A person's own browser."""
    return Browser(simulator, "Mozilla/5.0")


def enter_journal(browser: Browser, key: str) -> None:
    account = BY_KEY[key].journal_accounts[0]
    browser.open(f"{JOURNAL}/login")
    browser.submit("Войти", login=account.login, password=account.password)
    browser.follow("Личные сообщения")


def test_page_names_sites_and_people(browser: Browser) -> None:
    page = browser.open(START)
    assert page.links["ЭПОС Пермь"] == f"{JOURNAL}/"
    assert page.links["VK Мессенджер"] == "http://web.vk.me.localhost:8000/"
    for person in BY_KEY.values():
        assert all(
            text in page.text for text in (person.last_name, person.story, person.journal_accounts[0].login)
        )


def test_mailbox_of_somebody_without_vk_id_is_a_link(browser: Browser) -> None:
    page = browser.open(START)
    assert page.links["osokina@pochta.test"] == "http://mail.svyazka.test.localhost:8000/osokina@pochta.test"


def test_code_for_a_number_of_nobody_on_the_page_is_found_from_it(browser: Browser) -> None:
    browser.open("http://id.vk.com.localhost:8000/")
    browser.submit("Войти в VK ID")
    browser.submit(GO_ON, phone="+7 199 500-10-20")
    browser.open(START)
    browser.follow("все телефоны")
    page = browser.follow("+7 199 500-10-20")
    assert "для входа в VK ID" in page.text


def test_code_for_an_address_of_nobody_on_the_page_is_found_from_it(browser: Browser) -> None:
    browser.open("http://id.vk.com.localhost:8000/")
    browser.submit("Войти в VK ID")
    browser.submit(GO_ON, phone="novyi@pochta.test")
    browser.open(START)
    browser.follow("все почтовые ящики")
    page = browser.follow("novyi@pochta.test")
    assert "Письмо от VK" in page.text


def test_every_link_of_the_page_opens(browser: Browser) -> None:
    for link in browser.open(START).links.values():
        browser.open(START)
        browser.open(link)
        assert browser.status == 200, link


@pytest.mark.parametrize("key", [key for key in BY_KEY if BY_KEY[key].journal_accounts[0].journal == "perm"])
def test_everybody_of_perm_is_in_their_situation(browser: Browser, key: str) -> None:
    enter_journal(browser, key)
    linked = BY_KEY[key].journal_accounts[0].linked
    assert (UNLINK if linked else LINK) in browser.page.buttons


@pytest.mark.parametrize("key", BY_KEY)
def test_everybody_signs_in_to_every_face_of_their_journals(browser: Browser, key: str) -> None:
    for account in BY_KEY[key].journal_accounts:
        for face in next(site for site in read_sites() if site.id == account.journal).faces:
            browser.open(f"http://{face.host}.localhost:8000/login")
            browser.submit("Войти", login=account.login, password=account.password)
            assert "Выйти" in browser.page.buttons


@pytest.mark.parametrize("key", [key for key, person in BY_KEY.items() if person.vk_id])
def test_everybody_s_vk_id_opens_by_the_printed_password(browser: Browser, key: str) -> None:
    browser.open("http://web.vk.me.localhost:8000/")
    browser.follow("Войти")
    browser.submit(GO_ON, phone=BY_KEY[key].phone)
    vk_id = BY_KEY[key].vk_id
    assert vk_id is not None
    assert browser.submit(GO_ON, password=vk_id.password or "").heading == "Подтвердите вход"


def test_clock_moves_on_and_says_so(browser: Browser) -> None:
    enter_journal(browser, "linked")
    browser.open(START)
    assert "Время мира передвинуто" in browser.submit("час").text
    assert browser.open(f"{JOURNAL}/messages").heading == "Вход для сотрудников"


def test_clock_does_not_move_for_a_forged_form(browser: Browser) -> None:
    browser.open(START)
    assert "Время мира передвинуто" not in browser.open(f"{START}clock", "POST", {"seconds": "3600"}).text


def test_clock_does_not_move_back(browser: Browser) -> None:
    token = browser.open(START).form_with("час").values["csrf_token"]
    page = browser.open(f"{START}clock", "POST", {"seconds": "-60", "csrf_token": token})
    assert "Время мира передвинуто" not in page.text


def test_vpn_is_switched_on_and_off(browser: Browser) -> None:
    assert "VPN выключен." in browser.open(START).text
    assert "VPN включён." in browser.submit("Включить VPN").text
    assert "VPN выключен." in browser.submit("Выключить VPN").text


def test_fault_begins_and_ends(browser: Browser) -> None:
    assert "Всё работает." in browser.open(START).text
    page = browser.submit("Устроить неполадку", fault="страницы мессенджера не открываются")
    assert "Сейчас страницы мессенджера не открываются." in page.text
    browser.open("http://web.vk.me.localhost:8000/")
    assert browser.status == 503
    browser.open(START)
    assert "Всё работает." in browser.submit("Устранить неполадку").text
    browser.open("http://web.vk.me.localhost:8000/")
    assert browser.status == 200


@pytest.mark.parametrize("name", FAULTS)
def test_fault_that_has_begun_is_told_by_its_name(browser: Browser, name: str) -> None:
    browser.open(START)
    page = browser.submit("Устроить неполадку", fault=name)
    assert f"Сейчас {name}." in page.text
    assert BY_NAME[name].shows in page.text


def test_fault_that_was_ordered_for_one_client_is_told_without_a_name(
    browser: Browser, main_world: DomainWorld
) -> None:
    order_fault(main_world, "vk_id", "exchange", FaultKind.ERROR, times=1, client="perm-journal")
    assert "которую заказали управляющему API." in browser.open(START).text


def test_numbers_for_people_are_listed_with_their_phones(browser: Browser) -> None:
    page = browser.open(START)
    assert NUMBERS
    for number in NUMBERS.values():
        assert number.says in page.text
        browser.open(page.links[printed_phone(number.phone)])
        assert browser.status == 200


def test_fault_that_nobody_offers_does_not_begin(browser: Browser) -> None:
    browser.open(START)
    assert "Всё работает." in browser.submit("Устроить неполадку", fault="всё сломалось").text


def test_faults_are_those_that_scenarios_name() -> None:
    ready = {fault.name: Fault(**fault.model_dump(exclude={"name", "shows"})) for fault in read_faults()}
    assert ready == FAULTS


def test_beginning_anew_undoes_everything(browser: Browser, simulator: Simulator) -> None:
    enter_journal(browser, "linked")
    browser.submit(UNLINK)
    browser.submit("Отвязать")
    browser.open(START)
    browser.submit("Включить VPN")
    browser.submit("Устроить неполадку", fault="СМС не доходят")
    page = browser.submit("Начать сначала")
    assert "VPN выключен." in page.text
    assert "Всё работает." in page.text
    enter_journal(browser, "linked")
    assert UNLINK in browser.page.buttons


def test_beginning_anew_works_for_a_browser_whose_session_is_about_to_be_renewed(
    browser: Browser, main_world: DomainWorld
) -> None:
    browser.open(START)
    advance_clock(main_world, 71 * 60)
    browser.open(START)
    advance_clock(main_world, 2 * 60)
    assert browser.submit("Начать сначала").heading == "Симулятор журналов, VK ID и мессенджера"
    assert browser.status == 200
