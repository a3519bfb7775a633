"""A session that somebody else has planted in a browser is worth nothing to them once a person has proven anything."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest

from sim_server.domain.deliveries import messages_of
from sim_server.domain.generator_app import current_code
from sim_server.domain.worlds import find_world
from sim_server.simulator import Simulator
from tests.http.browser import Browser
from tests.http.ways import GO_ON, JOURNAL, MESSENGER, VK_ID, ask_to_link, give_phone
from tests.http.world import World
from tests.people import ANNA, IGOR, OLGA, PASSWORD, PAVEL, full_name, with_account

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
MAIL = "karina@pochta.test"
CARINA = {
    **ANNA,
    "vk_id": {
        "password": PASSWORD,
        "email": MAIL,
        "totp_secret": SECRET,
        "trusted_friends": ["igor", "olga", "pavel"],
    },
}
PASSPORT, MOSREG = "https://myschool.mos.ru", "https://authedu.mosreg.ru"

PRESSES = ["password", "code"]
Step = Callable[[World, Browser], None]


def planted(browser: Browser, site: str) -> str:
    """The id of the session that the browser has there."""
    found = browser.client.get_cookie("sid", urlsplit(site).netloc)
    assert found is not None
    return found.value


def plant(browser: Browser, site: str, value: str) -> None:
    browser.client.set_cookie("sid", value, domain=urlsplit(site).netloc)


def guest_session(world: World, site: str, path: str = "/") -> str:
    """What an attacker gets who opens the site, and may plant elsewhere."""
    attacker = world.browser("d6")
    attacker.open(site + path)
    return planted(attacker, site)


def code(world: World, browser: Browser) -> None:
    browser.submit(GO_ON, code=world.code(ANNA["phone"]))


def password(_world: World, browser: Browser) -> None:
    browser.submit(GO_ON, password=PASSWORD)


def by_app(world: World, browser: Browser) -> None:
    now = find_world(world.simulator.database, world.name).now()
    browser.submit("Подтвердить", code=current_code(SECRET, now))


def by_mail(world: World, browser: Browser) -> None:
    letter = messages_of(find_world(world.simulator.database, world.name), MAIL)[-1].text
    browser.submit(
        "Подтвердить", code=next(one.strip(".") for one in letter.split() if one.strip(".").isdigit())
    )


def by_friends(world: World, browser: Browser) -> None:
    for friend in (IGOR, OLGA):
        form = browser.page.form_with("Подтвердить")
        browser.submit("Подтвердить", friend=form.values["friend"], code=world.code(friend["phone"]))


def begin_sign_in(_world: World, browser: Browser) -> None:
    browser.open(VK_ID)
    browser.submit("Войти в VK ID")
    give_phone(browser, ANNA["phone"])


def begin_code(world: World, browser: Browser) -> None:
    begin_sign_in(world, browser)
    password(world, browser)


def begin_recovery(_world: World, browser: Browser) -> None:
    browser.open(f"{VK_ID}/recovery")
    browser.submit(GO_ON, phone=ANNA["phone"])


def begin_way(way: str) -> Step:
    def begin(world: World, browser: Browser) -> None:
        begin_recovery(world, browser)
        code(world, browser)
        browser.submit(GO_ON)
        form = next(one for one in browser.page.forms if one.values.get("way") == way)
        browser.open(form.action, "POST", form.values)

    return begin


PROOFS = [
    pytest.param(begin_sign_in, password, id="password"),
    pytest.param(begin_code, code, id="code"),
    pytest.param(begin_recovery, code, id="recovery by SMS"),
    pytest.param(begin_way("app"), by_app, id="recovery by the app"),
    pytest.param(begin_way("mail"), by_mail, id="recovery by mail"),
    pytest.param(begin_way("friends"), by_friends, id="recovery by friends"),
]


@pytest.fixture
def rich(simulator: Simulator) -> World:
    """A world whose Anna can prove her account in every way."""
    return World(simulator, [CARINA, IGOR, OLGA, PAVEL])


def test_planted_session_links_nobody_s_journal_with_the_victim_s_profile(world: World) -> None:
    attacker, victim = world.browser("d6"), world.browser("d1")
    attacker.open(VK_ID)
    plant(victim, VK_ID, planted(attacker, VK_ID))
    begin_code(world, victim)
    code(world, victim)
    ask_to_link(attacker, IGOR)
    for button in ("Продолжить в учебном профиле", GO_ON):
        if button in attacker.page.buttons:
            attacker.submit(button)
    assert "igor" not in world.links
    assert attacker.page.heading == "Вход в VK ID"


@pytest.mark.parametrize(("begin", "prove"), PROOFS)
def test_every_proof_changes_the_session_and_ends_the_old_one(rich: World, begin: Step, prove: Step) -> None:
    victim, attacker = rich.browser("d1"), rich.browser("d6")
    begin(rich, victim)
    before, page = planted(victim, VK_ID), victim.url
    prove(rich, victim)
    assert planted(victim, VK_ID) != before
    assert victim.status == 200
    plant(attacker, VK_ID, before)
    told = attacker.open(page)
    assert "Соколова" not in told.text
    assert attacker.status == 403 or "уже не действует" in told.text


def test_planted_session_of_the_messenger_lets_nobody_in(world: World) -> None:
    attacker, victim = world.browser("d6"), world.browser("d1")
    attacker.open(f"{MESSENGER}/sign-in/vk")
    plant(victim, MESSENGER, planted(attacker, MESSENGER))
    victim.open(f"{MESSENGER}/sign-in/vk")
    give_phone(victim, PAVEL["phone"])
    password(world, victim)
    victim.submit(GO_ON, code=world.code(PAVEL["phone"]))
    assert full_name(PAVEL) in victim.page.text
    assert full_name(PAVEL) not in attacker.open(MESSENGER).text


@pytest.mark.parametrize("press", PRESSES)
def test_second_press_of_a_proof_goes_on_in_the_first_one_s_session(rich: World, press: str) -> None:
    """A hand presses faster than the new cookie comes."""
    browser = rich.browser()
    begin_code(rich, browser) if press == "code" else begin_sign_in(rich, browser)
    before, pressed = planted(browser, VK_ID), browser.request_of(GO_ON, **answer_of(rich, press))
    url, method, sent = pressed
    browser.ask(method, url, sent)
    first = planted(browser, VK_ID)
    plant(browser, VK_ID, before)
    browser.open(*pressed)
    assert (browser.status, planted(browser, VK_ID)) == (200, first)
    assert browser.page.heading == ("Кабинет VK ID" if press == "code" else "Подтвердите вход")


@pytest.mark.parametrize("press", PRESSES)
def test_other_press_under_the_old_session_goes_nowhere(rich: World, press: str) -> None:
    """Whoever planted it does not know what was typed, may try once, and gets no session."""
    browser = rich.browser()
    begin_code(rich, browser) if press == "code" else begin_sign_in(rich, browser)
    before, pressed = planted(browser, VK_ID), browser.request_of(GO_ON, **answer_of(rich, press))
    url, method, sent = pressed
    browser.ask(method, url, sent)
    plant(browser, VK_ID, before)
    wrong = browser.ask(method, url, {**(sent or {}), press: "000000"})
    assert wrong.status_code == 403
    assert planted(browser, VK_ID) == before
    assert browser.ask(method, url, sent).status_code == 403


@pytest.mark.parametrize("site", [MESSENGER, "https://www.gto.ru"])
def test_answer_of_vk_id_that_comes_twice_finds_the_person_signed_in(world: World, site: str) -> None:
    browser = world.browser()
    browser.open(f"{site}/sign-in/vk" if site == MESSENGER else site)
    if site != MESSENGER:
        browser.submit("Войти с VK ID")
    give_phone(browser, PAVEL["phone"])
    password(world, browser)
    callback = browser.submit_until_back(GO_ON, code=world.code(PAVEL["phone"]))
    before = planted(browser, site)
    browser.open(callback)
    plant(browser, site, before)
    page = browser.open(callback)
    assert (browser.status, full_name(PAVEL) in page.text, page.alerts) == (200, True, [])


def test_second_press_on_a_journal_s_sign_in_is_as_good_as_one(world: World) -> None:
    browser = world.browser()
    browser.open(f"{JOURNAL}/login")
    before, pressed = (
        planted(browser, JOURNAL),
        browser.request_of("Войти", login="anna", password="journal-anna"),
    )
    url, method, sent = pressed
    browser.ask(method, url, sent)
    plant(browser, JOURNAL, before)
    assert browser.open(*pressed).heading == "Рабочий стол"


def answer_of(world: World, press: str) -> dict[str, str]:
    return {"password": PASSWORD} if press == "password" else {"code": world.code(ANNA["phone"])}


def test_planted_session_of_a_journal_that_opens_by_itself_lets_nobody_in(simulator: Simulator) -> None:
    world = World(simulator, [with_account(ANNA, journal="mosreg")])
    attacker, victim = world.browser("d6"), world.browser("d1")
    victim.open(f"{PASSPORT}/login")
    victim.submit("Войти", login="anna", password="journal-anna")
    session = guest_session(world, MOSREG, "/login")
    plant(victim, MOSREG, session)
    assert "Соколова" in victim.open(f"{MOSREG}/desk").text
    plant(attacker, MOSREG, session)
    assert "Соколова" not in attacker.open(f"{MOSREG}/desk").text


def test_new_number_changes_the_session_too(world: World) -> None:
    victim, number = world.browser(), "+71995555555"
    begin_code(world, victim)
    code(world, victim)
    before = planted(victim, VK_ID)
    victim.open(f"{VK_ID}/phone")
    victim.submit(GO_ON, phone=number)
    page = victim.submit(GO_ON, code=world.code(number))
    assert "Номер телефона изменён" in page.text
    assert planted(victim, VK_ID) != before
