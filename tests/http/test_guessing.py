"""Guessing passwords and codes: many guesses at once are judged no oftener than one after the other."""

import re
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from sim_server.domain import vk_accounts
from sim_server.domain.generator_app import current_code
from sim_server.domain.limits import LIMITS
from sim_server.domain.vk_accounts import PasswordWrong, SignInLocked, check_password, vk_account_by_phone
from sim_server.domain.worlds import find_world
from sim_server.simulator import Simulator
from tests.http.browser import Browser
from tests.http.ways import GO_ON, VK_ID, give_phone
from tests.http.world import World
from tests.people import ANNA, EVERYBODY, OLGA, PASSWORD

AT_ONCE = 40


class Judge:
    """Judges passwords, but tells nothing before each of the guesses is here or was turned away."""

    def __init__(self, guesses: int) -> None:
        self.judged: list[str] = []
        self._missing = guesses
        self._changed = threading.Condition()

    def __call__(self, _hash: str, password: str) -> bool:
        with self._changed:
            self.judged.append(password)
        self.come()
        with self._changed:
            assert self._changed.wait_for(lambda: self._missing <= 0, timeout=10)
        return password == PASSWORD

    def come(self) -> None:
        """One guess less to wait for."""
        with self._changed:
            self._missing -= 1
            self._changed.notify_all()


def guess(simulator: Simulator, name: str, password: str) -> str:
    world = find_world(simulator.database, name)
    account = vk_account_by_phone(world, ANNA["phone"])
    assert account is not None
    try:
        check_password(world, account, password)
    except (PasswordWrong, SignInLocked) as refused:
        return type(refused).__name__
    return "in"


def test_forty_guesses_at_once_are_judged_no_oftener_than_five(
    simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    world, judge = World(simulator, EVERYBODY), Judge(AT_ONCE)
    monkeypatch.setattr(vk_accounts, "password_matches", judge)

    def counted(password: str) -> str:
        told = guess(simulator, world.name, password)
        if password not in judge.judged:
            judge.come()
        return told

    guesses = [*(f"guess {number}" for number in range(AT_ONCE - 1)), PASSWORD]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        told = list(pool.map(counted, guesses))
    assert len(judge.judged) == LIMITS.wrong_passwords
    assert ("in" in told) == (PASSWORD in judge.judged)


WAYS = 6
WRONG = "abcdef"  # no code ever


def ways_to_the_code(world: World) -> list[Browser]:
    """Six browsers, each of which has asked for a code to one number."""
    asking = [world.browser(f"d{number}") for number in range(WAYS)]
    for browser in asking:
        browser.open(VK_ID)
        browser.submit("Войти в VK ID")
        give_phone(browser, ANNA["phone"])
        browser.submit(GO_ON, password=PASSWORD)
    return asking


def test_six_ways_send_one_number_no_more_than_five_codes(world: World) -> None:
    asking = ways_to_the_code(world)
    assert len(world.messages(ANNA["phone"])) == LIMITS.codes_to_an_address
    assert "слишком много кодов" in asking[-1].page.text
    world.pass_time(minutes=LIMITS.code_lifetime_minutes + 1)
    asking[-1].open(asking[-1].url)
    asking[-1].submit("Отправить SMS")
    assert len(world.messages(ANNA["phone"])) == LIMITS.codes_to_an_address + 1


def test_other_numbers_get_their_codes_meanwhile(world: World) -> None:
    ways_to_the_code(world)
    browser = world.browser("d9")
    browser.open(VK_ID)
    browser.submit("Войти в VK ID")
    give_phone(browser, OLGA["phone"])
    assert len(world.messages(OLGA["phone"])) == 1


def test_six_ways_give_one_number_no_more_than_six_guesses(world: World) -> None:
    told = []
    for browser in ways_to_the_code(world):
        for _guess in range(LIMITS.wrong_codes):
            told += browser.submit(GO_ON, code=WRONG).alerts
    judged = [
        one for one in told if one in ("Неверный код", "Слишком много неверных кодов. Запросите новый код")
    ]
    assert len(judged) <= LIMITS.wrong_codes_of_an_address
    assert "Слишком много неверных кодов" in told[-1]


def test_right_code_is_refused_while_the_number_is_being_guessed_and_a_new_one_opens_later(
    world: World,
) -> None:
    asking = ways_to_the_code(world)
    code = world.code(ANNA["phone"])
    for browser in asking[:2]:
        for _guess in range(LIMITS.wrong_codes):
            browser.submit(GO_ON, code=WRONG)
    owner = asking[LIMITS.codes_to_an_address - 1]
    assert owner.submit(GO_ON, code=code).heading == "Подтвердите вход"
    assert "Попробуйте" in owner.page.text
    world.pass_time(minutes=LIMITS.code_lifetime_minutes + 1)
    owner.open(owner.url)
    owner.submit("Отправить SMS")
    assert owner.submit(GO_ON, code=world.code(ANNA["phone"])).heading == "Кабинет VK ID"


SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
CONFIRM = "Подтвердить"


@pytest.fixture
def with_app(simulator: Simulator) -> World:
    """A world whose Anna has a generator app."""
    return World(simulator, [{**ANNA, "vk_id": {"password": PASSWORD, "totp_secret": SECRET}}])


def to_the_app(browser: Browser, code: str) -> None:
    """From the code by SMS to the code of the app."""
    browser.submit(GO_ON, code=code)
    browser.submit(GO_ON)
    chosen = next(one for one in browser.page.forms if one.values.get("way") == "app")
    browser.open(chosen.action, "POST", chosen.values)


def guess_the_app(browser: Browser) -> int:
    """How many of three guesses were judged."""
    told = [browser.submit(CONFIRM, code=WRONG).alerts for _guess in range(LIMITS.wrong_codes)]
    return sum("попробуйте через" not in alert for alerts in told for alert in alerts)


def test_many_recoveries_give_the_app_of_one_account_no_more_than_six_guesses(with_app: World) -> None:
    judged = 0
    for number in range(LIMITS.codes_to_an_address):
        browser = with_app.browser(f"d{number}")
        browser.open(f"{VK_ID}/recovery")
        browser.submit(GO_ON, phone=ANNA["phone"])
        to_the_app(browser, with_app.code(ANNA["phone"]))
        judged += guess_the_app(browser)
    assert judged == LIMITS.wrong_codes_of_an_address


def test_forgetting_the_account_gives_no_new_guesses_of_its_app(with_app: World) -> None:
    browser, judged = with_app.browser(), 0
    browser.open(f"{VK_ID}/recovery")
    browser.submit(GO_ON, phone=ANNA["phone"])
    code = with_app.code(ANNA["phone"])
    for _round in range(4):
        to_the_app(browser, code)
        judged += guess_the_app(browser)
        (recovery,) = re.findall(r"/recovery/[^/?]+", browser.url)
        token = browser.page.form_with(CONFIRM).values["csrf_token"]
        browser.open(f"{VK_ID}{recovery}/other_account", "POST", {"csrf_token": token})
        browser.submit(GO_ON, phone=ANNA["phone"])
    assert judged == LIMITS.wrong_codes_of_an_address


def test_app_that_was_guessed_opens_again_later(with_app: World) -> None:
    test_forgetting_the_account_gives_no_new_guesses_of_its_app(with_app)
    with_app.pass_time(minutes=LIMITS.code_lifetime_minutes + 1)
    browser = with_app.browser("d9")
    browser.open(f"{VK_ID}/recovery")
    browser.submit(GO_ON, phone=ANNA["phone"])
    to_the_app(browser, with_app.code(ANNA["phone"]))
    shown = current_code(SECRET, find_world(with_app.simulator.database, with_app.name).now())
    assert browser.submit(CONFIRM, code=shown).heading == "Придумайте новый пароль"
