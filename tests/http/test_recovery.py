"""A forgotten password, from the link to the new one; what only a request can try stands here, the rest in features."""

import time
from typing import Any

import pytest
from sqlalchemy import select

from sim_server.domain.deliveries import messages_of
from sim_server.domain.generator_app import STEP_SECONDS, current_code
from sim_server.domain.phones import printed_phone
from sim_server.domain.tables import SiteSessionRow
from sim_server.domain.worlds import find_world
from sim_server.simulator import Simulator
from sim_server.web.forms import FORM_OUTDATED
from tests.http.browser import Browser
from tests.http.page import Page
from tests.http.ways import GO_ON, MESSENGER, VK_ID, ask_to_link, give_phone, prove_phone
from tests.http.world import World
from tests.people import ANNA, IGOR, OLGA, PASSWORD, PAVEL

NEW = "Osen-2026!"
FORGOTTEN = "Забыли или не установили пароль?"
CONFIRM = "Подтвердить"
NEW_PASSWORD = "Придумайте новый пароль"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
CARINA = {  # every way to prove the account
    **IGOR,
    "vk_id": {
        "password": PASSWORD,
        "email": "karina@pochta.test",
        "totp_secret": SECRET,
        "trusted_friends": ["anna", "olga", "pavel"],
    },
}


@pytest.fixture
def asked(browser: Browser) -> Browser:
    """A browser at the recovery's first page, come from Anna's sign-in."""
    ask_to_link(browser, ANNA)
    give_phone(browser, ANNA["phone"])
    browser.follow(FORGOTTEN)
    return browser


@pytest.fixture
def rich(simulator: Simulator) -> World:
    """A world with somebody who has every way to prove the account."""
    return World(simulator, [ANNA, OLGA, PAVEL, CARINA])


def prove(browser: Browser, world: World, phone: str) -> Page:
    """Number, code, account: what everybody is asked."""
    browser.submit(GO_ON, phone=phone)
    browser.submit(GO_ON, code=world.code(phone))
    return browser.submit(GO_ON)


def choose(browser: Browser, way: str) -> Page:
    """Presses the way."""
    return browser.open(*way_request(browser, way))


def way_request(browser: Browser, way: str) -> tuple[str, str, dict[str, str]]:
    form = next(form for form in browser.page.forms if form.values.get("way") == way)
    return form.action, "POST", form.values


def unfollowed(browser: Browser, request: tuple[str, str, dict[str, str] | None]) -> None:
    """Sends it and looks at nothing, as a page does that is left at once."""
    url, method, data = request
    browser.ask(method, url, data)


def at_ways(world: World) -> Browser:
    browser = world.browser()
    browser.open(f"{VK_ID}/recovery")
    prove(browser, world, CARINA["phone"])
    return browser


def now(world: World) -> float:
    return find_world(world.simulator.database, world.name).now()


def letter_code(world: World) -> str:
    letters = messages_of(find_world(world.simulator.database, world.name), "karina@pochta.test")
    return next(word.strip(".") for word in letters[-1].text.split() if word.strip(".").isdigit())


def signs_in(world: World, password: str, person: dict[str, Any] = ANNA) -> bool:
    """Whether this password opens the sign-in in a browser of its own."""
    other = world.browser("d9")
    other.open(VK_ID)
    other.submit("Войти в VK ID")
    give_phone(other, person["phone"])
    return other.submit(GO_ON, password=password).heading == "Подтвердите вход"


def test_password_is_changed_and_the_sign_in_goes_on(world: World, asked: Browser) -> None:
    assert asked.page.heading == "Восстановление пароля"
    assert asked.page.form_with(GO_ON).values["phone"] == printed_phone(ANNA["phone"])
    prove(asked, world, ANNA["phone"])
    page = asked.submit(GO_ON, password=NEW, repeated=NEW)
    assert (page.heading, "Пароль изменён" in page.text) == ("Введите пароль", True)
    assert "Неверный пароль" in asked.submit(GO_ON, password=PASSWORD).text
    assert asked.submit(GO_ON, password=NEW).heading == "Подтвердите вход"


def test_device_may_fill_in_number_code_and_a_new_password(world: World, asked: Browser) -> None:
    """A password the device proposes (mesh_parent.recovery.7.2) needs both fields marked and the name beside them."""
    assert asked.page.form_with(GO_ON).autocomplete["phone"] == "username"
    asked.submit(GO_ON, phone=ANNA["phone"])
    assert asked.page.form_with(GO_ON).autocomplete["code"] == "one-time-code"
    asked.submit(GO_ON, code=world.code(ANNA["phone"]))
    form = asked.submit(GO_ON).form_with(GO_ON)
    assert form.autocomplete["password"] == form.autocomplete["repeated"] == "new-password"
    assert (form.autocomplete["username"], form.values["username"]) == ("username", ANNA["phone"])


@pytest.mark.parametrize("way", ["app", "mail"])
def test_device_may_fill_in_the_code_of_a_way(rich: World, way: str) -> None:
    assert choose(at_ways(rich), way).form_with(CONFIRM).autocomplete["code"] == "one-time-code"


def test_unknown_number_gets_no_message(world: World, asked: Browser) -> None:
    assert "С этим номером нет VK ID" in asked.submit(GO_ON, phone=OLGA["phone"]).text
    assert world.messages(OLGA["phone"]) == []


def test_malformed_number_is_told(asked: Browser) -> None:
    assert "Проверьте номер телефона" in asked.submit(GO_ON, phone="12").text


def test_new_password_lifts_the_lock_out(world: World, browser: Browser) -> None:
    ask_to_link(browser, ANNA)
    give_phone(browser, ANNA["phone"])
    for _attempt in range(5):
        browser.submit(GO_ON, password="wrong")
    assert "слишком много попыток" in browser.page.text
    browser.follow(FORGOTTEN)
    prove(browser, world, ANNA["phone"])
    browser.submit(GO_ON, password=NEW, repeated=NEW)
    assert browser.submit(GO_ON, password=NEW).heading == "Подтвердите вход"


@pytest.mark.parametrize("step", ["code", "account", "no_way", "way", "app", "mail", "friends", "password"])
def test_steps_cannot_be_answered_from_the_side(world: World, asked: Browser, step: str) -> None:
    token = asked.page.form_with(GO_ON).values["csrf_token"]
    answer = {"csrf_token": token, "code": "", "way": "mail", "password": NEW, "repeated": NEW}
    page = asked.open(f"{asked.path}/{step}", "POST", answer)
    assert page.heading == "Восстановление пароля"
    assert not signs_in(world, NEW)


def test_another_browser_cannot_go_on_with_a_recovery(world: World, asked: Browser) -> None:
    prove(asked, world, ANNA["phone"])
    other = world.browser("d2")
    page = other.open(asked.url)
    assert (page.heading, "уже не действует" in page.text) == ("Восстановление пароля", True)


def test_proof_of_one_number_is_no_proof_of_another(world: World, asked: Browser) -> None:
    """Proven with one's own number, somebody else's password must stay out of reach."""
    other_number = asked.request_of(GO_ON, phone=IGOR["phone"])
    prove(asked, world, ANNA["phone"])
    asked.open(*other_number)
    asked.submit(GO_ON, password=NEW, repeated=NEW)
    assert signs_in(world, PASSWORD, IGOR)
    assert signs_in(world, NEW, ANNA)


def test_recovered_account_of_another_number_is_the_one_that_signs_in(world: World, asked: Browser) -> None:
    prove(asked, world, IGOR["phone"])
    page = asked.submit(GO_ON, password=NEW, repeated=NEW)
    assert "+7 199 222-22-22" in page.text
    assert asked.submit(GO_ON, password=NEW).heading == "Подтвердите вход"


def test_recovery_without_a_sign_in_ends_at_the_front_page(world: World, browser: Browser) -> None:
    browser.open(f"{VK_ID}/recovery")
    prove(browser, world, ANNA["phone"])
    page = browser.submit(GO_ON, password=NEW, repeated=NEW)
    assert (page.heading, browser.path) == ("VK ID", "/")
    assert "Войти в VK ID" in page.buttons


def test_double_press_changes_the_password_once_and_says_so_once(world: World, asked: Browser) -> None:
    prove(asked, world, ANNA["phone"])
    pressed = asked.request_of(GO_ON, password=NEW, repeated=NEW)
    unfollowed(asked, pressed)
    page = asked.open(*pressed)
    assert (page.heading, page.text.count("Пароль изменён")) == ("Введите пароль", 1)
    assert len(world.events("password_recovered")) == 1


def test_other_recoveries_of_the_account_are_void_after_a_success(world: World, asked: Browser) -> None:
    slower = world.browser("d2")
    slower.open(f"{VK_ID}/recovery")
    prove(slower, world, ANNA["phone"])
    prove(asked, world, ANNA["phone"])
    asked.submit(GO_ON, password=NEW, repeated=NEW)
    assert "уже не действует" in slower.submit(GO_ON, password="Zima-2026!", repeated="Zima-2026!").text
    assert signs_in(world, NEW)


def test_old_password_typed_before_is_asked_for_again_after_it_was_changed(
    world: World, asked: Browser
) -> None:
    halfway = world.browser("d2")
    ask_to_link(halfway, ANNA)
    give_phone(halfway, ANNA["phone"])
    assert halfway.submit(GO_ON, password=PASSWORD).heading == "Подтвердите вход"
    prove(asked, world, ANNA["phone"])
    asked.submit(GO_ON, password=NEW, repeated=NEW)
    assert halfway.open(halfway.url).heading == "Введите пароль"


def test_code_of_an_earlier_recovery_proves_nothing(world: World, asked: Browser) -> None:
    asked.submit(GO_ON, phone=ANNA["phone"])
    earlier = world.code(ANNA["phone"])
    asked.open(f"{VK_ID}/recovery")
    asked.submit(GO_ON, phone=ANNA["phone"])
    assert earlier != world.code(ANNA["phone"])
    assert "Неверный код" in asked.submit(GO_ON, code=earlier).text


def test_typed_passwords_are_never_shown_back(world: World, asked: Browser) -> None:
    prove(asked, world, ANNA["phone"])
    assert "Secret" not in asked.submit(GO_ON, password="Secret-1", repeated="Secret-2").html


def test_refused_answer_is_told_once_by_the_step_itself(world: World, asked: Browser) -> None:
    refused = asked.submit(GO_ON, phone="12")
    assert ("Проверьте номер телефона" in refused.text, asked.path.count("/")) == (True, 2)
    assert refused.form_with(GO_ON).values["phone"] == "12"
    assert "Проверьте номер телефона" not in asked.open(asked.url).text


def test_refused_number_of_an_old_page_does_not_lose_the_awaited_code(world: World, asked: Browser) -> None:
    old = asked.request_of(GO_ON, phone="12")
    asked.submit(GO_ON, phone=ANNA["phone"])
    page = asked.open(*old)
    assert (page.heading, "Сейчас нужен другой шаг" in page.text) == ("Код подтверждения", True)


def test_answer_without_a_body_ticks_no_box(world: World, asked: Browser) -> None:
    prove(asked, world, ANNA["phone"])
    page = asked.open(asked.request_of(GO_ON)[0], "POST", {})
    assert (FORM_OUTDATED in page.text, page.form_with(GO_ON).values.get("everywhere_else_out")) == (
        True,
        None,
    )


def test_refused_answer_is_not_told_by_another_recovery(world: World, asked: Browser) -> None:
    unfollowed(asked, asked.request_of(GO_ON, phone="12"))
    assert "Проверьте номер телефона" not in asked.open(f"{VK_ID}/recovery").text


def test_refused_password_is_kept_nowhere(world: World, asked: Browser) -> None:
    prove(asked, world, ANNA["phone"])
    unfollowed(asked, asked.request_of(GO_ON, password="Secret-1", repeated="Secret-2"))
    with world.simulator.database.read() as session:
        kept = [str(row.data) for row in session.scalars(select(SiteSessionRow))]
    assert any("Пароли не совпадают" in data for data in kept)
    assert not any("Secret" in data for data in kept)


@pytest.mark.parametrize("wish", ["resend", "other_way", "no_mail"])
def test_wish_of_an_old_page_changes_nothing_when_the_way_is_proven(rich: World, wish: str) -> None:
    browser = at_ways(rich)
    choose(browser, "mail")
    token = browser.page.form_with(CONFIRM).values["csrf_token"]
    browser.submit(CONFIRM, code=letter_code(rich))
    rich.pass_time(minutes=6)
    page = browser.open(f"{browser.path}/{wish}", "POST", {"csrf_token": token})
    assert (page.heading, "Сейчас нужен другой шаг" in page.text) == (NEW_PASSWORD, True)
    assert len(messages_of(find_world(rich.simulator.database, rich.name), "karina@pochta.test")) == 1


def test_way_chosen_otherwise_needs_a_proof_of_its_own(rich: World) -> None:
    browser = at_ways(rich)
    by_app = way_request(browser, "app")
    choose(browser, "mail")
    assert browser.open(*by_app).heading == "Введите код из приложения"
    assert "Неверный код" in browser.submit(CONFIRM, code=letter_code(rich)).text


def test_way_the_account_has_not_cannot_be_chosen(world: World, simulator: Simulator) -> None:
    only_mail = {**IGOR, "vk_id": {"password": PASSWORD, "email": "karina@pochta.test"}}
    small = World(simulator, [only_mail])
    browser = at_ways(small)
    action, method, values = way_request(browser, "mail")
    page = browser.open(action, method, {**values, "way": "app"})
    assert page.heading == "Как вы хотите подтвердить, что аккаунт принадлежит вам?"


def test_code_of_the_app_works_once(rich: World) -> None:
    code = current_code(SECRET, now(rich))
    first = at_ways(rich)
    choose(first, "app")
    assert first.submit(CONFIRM, code=code).heading == NEW_PASSWORD
    second = at_ways(rich)
    choose(second, "app")
    assert "уже использован" in second.submit(CONFIRM, code=code).text


def test_three_wrong_codes_of_the_app_close_this_way_even_for_the_right_one(rich: World) -> None:
    browser = at_ways(rich)
    choose(browser, "app")
    for _attempt in range(3):
        browser.submit(CONFIRM, code="abcdef")
    assert "Слишком много неверных кодов" in browser.page.text
    assert "Слишком много" in browser.submit(CONFIRM, code=current_code(SECRET, now(rich))).text
    browser.submit("Выбрать другой способ")
    choose(browser, "mail")
    assert browser.submit(CONFIRM, code=letter_code(rich)).heading == NEW_PASSWORD


def test_letter_comes_only_when_mail_is_chosen(rich: World) -> None:
    browser = at_ways(rich)
    box = find_world(rich.simulator.database, rich.name)
    assert messages_of(box, "karina@pochta.test") == []
    choose(browser, "mail")
    assert len(messages_of(box, "karina@pochta.test")) == 1


def test_one_friend_is_not_enough_and_counts_once(rich: World) -> None:
    browser = at_ways(rich)
    choose(browser, "friends")
    first = browser.request_of(CONFIRM, friend=friend_id(browser, "Анна С."), code=rich.code(ANNA["phone"]))
    assert "Анна С.: код принят" in browser.open(*first).text
    assert "Анна С.: код принят" in browser.open(*first).text
    page = browser.submit(CONFIRM, friend=friend_id(browser, "Ольга З."), code=rich.code(OLGA["phone"]))
    assert page.heading == NEW_PASSWORD


def test_code_of_one_friend_is_not_the_code_of_another(rich: World) -> None:
    browser = at_ways(rich)
    choose(browser, "friends")
    page = browser.submit(CONFIRM, friend=friend_id(browser, "Ольга З."), code=rich.code(ANNA["phone"]))
    assert "Неверный код" in page.text


def friend_id(browser: Browser, name: str) -> str:
    """The value of the list's line with that name."""
    return browser.page.html.split(f'">{name}</option>')[0].rsplit('value="', 1)[1]


@pytest.mark.parametrize(("steps", "accepted"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_code_of_the_app_may_be_one_step_early_or_late(
    rich: World, monkeypatch: pytest.MonkeyPatch, steps: int, accepted: bool
) -> None:
    still = time.time() // STEP_SECONDS * STEP_SECONDS + 5
    monkeypatch.setattr(time, "time", lambda: still)
    browser = at_ways(rich)
    choose(browser, "app")
    code = current_code(SECRET, now(rich) + steps * STEP_SECONDS)
    assert (browser.submit(CONFIRM, code=code).heading == NEW_PASSWORD) is accepted


def test_messenger_stays_open_where_the_password_was_recovered_even_without_vk_id(world: World) -> None:
    here, there = world.browser("d1"), world.browser("d2")
    for browser in (here, there):
        browser.open(MESSENGER)
        browser.follow("Войти")
        prove_phone(browser, world, ANNA)
        world.pass_time(minutes=3)  # the next code may be sent
        browser.open(VK_ID)
        browser.submit("Выйти из VK ID")
    here.open(f"{VK_ID}/recovery")
    prove(here, world, ANNA["phone"])
    here.submit(GO_ON, password=NEW, repeated=NEW, everywhere_else_out="y")
    assert here.open(MESSENGER).heading == "VK Мессенджер"
    assert there.open(MESSENGER).heading == "Вход в VK Мессенджер"


def test_recovery_that_takes_too_long_is_over(world: World, asked: Browser) -> None:
    prove(asked, world, ANNA["phone"])
    world.pass_time(minutes=61)
    page = asked.open(asked.url)
    assert (page.heading, "уже не действует" in page.text) == ("Восстановление пароля", True)
    assert signs_in(world, PASSWORD)
