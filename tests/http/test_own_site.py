"""VK ID's own site: it makes the browser remember a person, and nothing else."""

from tests.http.browser import Browser
from tests.http.own_client import OwnClient
from tests.http.ways import GO_ON, VK_ID, ask_to_link, prove_phone
from tests.http.world import World
from tests.people import ANNA, IGOR, OLGA, PASSWORD, full_name, particulars

ENTER, EXIT = "Войти в VK ID", "Выйти из VK ID"
SET_PASSWORD = "Установить пароль"
NEW = "Osen-2026!"


def enter(browser: Browser) -> None:
    """Begins to sign in on the site itself."""
    browser.open(VK_ID)
    browser.submit(ENTER)


def test_signing_in_makes_no_study_profile(world: World, browser: Browser) -> None:
    enter(browser)
    page = prove_phone(browser, world, IGOR)
    assert (browser.url, page.heading) == (f"{VK_ID}/", "Кабинет VK ID")
    assert full_name(IGOR) in page.text
    assert world.events("study_profile_created") == []
    page = ask_to_link(browser, IGOR)
    assert (page.heading, full_name(IGOR) in page.text) == ("Создание учебного профиля", True)


def test_registering_makes_a_vk_id_alone(world: World, browser: Browser) -> None:
    enter(browser)
    prove_phone(browser, world, OLGA, password=None)
    assert full_name(OLGA) in browser.submit(GO_ON, **particulars(OLGA)).text
    assert len(world.events("vk_id_registered")) == 1
    assert world.events("study_profile_created") == []


def test_password_is_set_by_whoever_registered_by_a_code(world: World, browser: Browser) -> None:
    enter(browser)
    prove_phone(browser, world, OLGA, password=None)
    browser.submit(GO_ON, **particulars(OLGA))
    page = browser.follow(SET_PASSWORD)
    assert page.form_with(GO_ON).values["phone"] == "+7 199 333-33-33"
    browser.submit(GO_ON)
    browser.submit(GO_ON, code=world.code(OLGA["phone"]))
    browser.submit(GO_ON)
    pressed = browser.request_of(GO_ON, password=NEW, repeated=NEW)
    page = browser.open(*pressed)
    assert (page.heading, "Пароль установлен. Он понадобится" in page.text) == ("Кабинет VK ID", True)
    assert SET_PASSWORD not in page.links
    assert "Пароль установлен" in browser.open(*pressed).text  # a double press
    other = world.browser("d2")
    enter(other)
    assert other.submit(GO_ON, phone=OLGA["phone"]).heading == "Введите пароль"
    assert other.submit(GO_ON, password=NEW).heading == "Подтвердите вход"


def test_password_set_in_the_middle_of_another_s_sign_in_is_asked_for_at_once(
    world: World, browser: Browser
) -> None:
    enter(browser)
    prove_phone(browser, world, OLGA, password=None)
    browser.submit(GO_ON, **particulars(OLGA))
    other = world.browser("d2")
    enter(other)
    other.submit(GO_ON, phone=IGOR["phone"])
    other.follow("Забыли или не установили пароль?")
    other.submit(GO_ON, phone=OLGA["phone"])
    other.submit(GO_ON, code=world.code(OLGA["phone"]))
    other.submit(GO_ON)
    page = other.submit(GO_ON, password=NEW, repeated=NEW)
    assert (page.heading, "Пароль установлен. Войдите с ним" in page.text) == ("Введите пароль", True)


def test_leaving_the_setting_of_a_password_comes_back_without_one(world: World, browser: Browser) -> None:
    enter(browser)
    prove_phone(browser, world, OLGA, password=None)
    browser.submit(GO_ON, **particulars(OLGA))
    browser.follow(SET_PASSWORD)
    page = browser.submit("Отмена")
    assert (page.heading, SET_PASSWORD in page.links) == ("Кабинет VK ID", True)


def test_whoever_has_a_password_is_not_offered_to_set_one(world: World, browser: Browser) -> None:
    enter(browser)
    page = prove_phone(browser, world, IGOR)
    assert (page.heading, SET_PASSWORD in page.links) == ("Кабинет VK ID", False)


def test_device_may_fill_in_number_password_and_code(world: World, browser: Browser) -> None:
    enter(browser)
    assert browser.page.form_with(GO_ON).autocomplete["phone"] == "username"
    form = browser.submit(GO_ON, phone=IGOR["phone"]).form_with(GO_ON)
    assert (form.autocomplete["password"], form.autocomplete["username"]) == ("current-password", "username")
    form = browser.submit(GO_ON, password=PASSWORD).form_with(GO_ON)
    assert form.autocomplete["code"] == "one-time-code"


def test_leaving_remembers_nobody(world: World, browser: Browser) -> None:
    enter(browser)
    browser.submit(GO_ON, phone=IGOR["phone"])
    page = browser.submit("Отмена")
    assert (page.heading, page.form_with(ENTER) is not None) == ("VK ID", True)
    assert full_name(IGOR) not in page.text


def test_signing_out_forgets_the_person(world: World, browser: Browser) -> None:
    enter(browser)
    prove_phone(browser, world, IGOR)
    assert full_name(IGOR) not in browser.submit(EXIT).text
    assert ask_to_link(browser, IGOR).heading == "Вход в VK ID"


def test_finished_way_leads_nobody_back_in_after_signing_out(world: World, browser: Browser) -> None:
    enter(browser)
    way = browser.url
    prove_phone(browser, world, IGOR)
    browser.submit(EXIT)
    assert full_name(IGOR) not in browser.open(way).text
    assert full_name(IGOR) not in browser.open(VK_ID).text


def test_way_that_is_proven_already_is_not_finished_after_signing_out(world: World, browser: Browser) -> None:
    """The next one at the same computer would otherwise give a client the right to the person's data."""
    client = OwnClient(world)
    browser.open(client.address())
    prove_phone(browser, world, IGOR)
    way = browser.url
    enter(browser)
    prove_phone(browser, world, ANNA)
    browser.submit(EXIT)
    browser.open(way)
    assert browser.status == 403
    assert full_name(IGOR) not in browser.page.text


def test_finished_way_brings_nobody_back_once_another_has_signed_in(world: World, browser: Browser) -> None:
    client = OwnClient(world)
    enter(browser)
    way = browser.url
    prove_phone(browser, world, IGOR)
    client.sign_in(browser, ANNA, prompt="login")
    browser.open(way)
    assert full_name(ANNA) in browser.open(VK_ID).text


def test_signing_out_ends_the_session(world: World, browser: Browser) -> None:
    enter(browser)
    prove_phone(browser, world, IGOR)
    before = browser.client.get_cookie("sid", "id.vk.com")
    browser.submit(EXIT)
    after = browser.client.get_cookie("sid", "id.vk.com")
    assert before is not None
    assert after is not None
    assert before.value != after.value


def test_another_browser_remembers_nobody(world: World, browser: Browser) -> None:
    enter(browser)
    prove_phone(browser, world, IGOR)
    assert full_name(IGOR) not in world.browser("d2").open(VK_ID).text
