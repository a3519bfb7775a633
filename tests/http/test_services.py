"""Sites with sign-in by VK ID: what a client without study profiles is told, forged callbacks, whose page it is."""

import re
from urllib.parse import urlencode

import pytest

from tests.http.browser import Browser
from tests.http.page import Page
from tests.http.protocol import call, exchange, obtain_callback
from tests.http.ways import GO_ON, VK_ID, prove_phone
from tests.http.world import World
from tests.people import ANNA, IGOR, OLGA, PAVEL, full_name, particulars

GTO, SFERUM, VKONTAKTE = "https://www.gto.ru", "https://sferum.ru", "https://vk.com"
ENTER = "Войти с VK ID"
CONFIRM_NUMBER = "Подтвердите новый номер"


def enter_gto(browser: Browser, world: World) -> None:
    browser.open(GTO)
    browser.submit(ENTER)
    prove_phone(browser, world, IGOR)


def delete_vk_id(browser: Browser) -> None:
    browser.open(f"{VK_ID}/delete")
    page = browser.submit("Удалить VK ID")
    assert (page.heading, "VK ID удалён" in page.text) == ("VK ID", True)


def begin_changing_phone(browser: Browser, world: World, phone: str) -> Page:
    browser.open(VK_ID)
    browser.submit("Войти в VK ID")
    prove_phone(browser, world, ANNA)
    browser.follow("Изменить номер телефона")
    return browser.submit(GO_ON, phone=phone)


def test_client_without_study_profiles_makes_none(world: World, browser: Browser) -> None:
    enter_gto(browser, world)
    assert (browser.page.heading, browser.url) == ("Личный кабинет участника", f"{GTO}/")
    assert full_name(IGOR) in browser.page.text
    assert world.events("study_profile_created") == []


def test_registering_in_sferum_makes_vk_id_and_profile_at_once(world: World, browser: Browser) -> None:
    browser.open(SFERUM)
    browser.submit("Зарегистрироваться")
    prove_phone(browser, world, OLGA, password=None)
    assert browser.submit(GO_ON, **particulars(OLGA)).heading == "Учебный профиль"
    assert len(world.events("vk_id_registered")) == len(world.events("study_profile_created")) == 1


def test_vkontakte_does_not_register_by_email(browser: Browser) -> None:
    browser.open(VKONTAKTE)
    browser.submit(ENTER)
    page = browser.submit(GO_ON, phone="nobody@pochta.test")
    assert page.alerts == ["С этой почтой нет VK ID. Проверьте адрес или введите номер телефона"]


def test_forged_callback_does_not_let_in(world: World, browser: Browser) -> None:
    forged = {"code": "x", "device_id": "y", "state": "z"}
    page = browser.open(f"{GTO}/vk/callback?{urlencode(forged)}")
    assert (page.heading, page.form_with(ENTER) is not None) == ("Портал ГТО", True)


def test_token_ends_with_the_vk_id(world: World, browser: Browser) -> None:
    token = exchange(world, obtain_callback(browser, world)).json["access_token"]
    asked = {"client_id": "perm-journal", "access_token": token}
    assert "user" in call(world, "/oauth2/user_info", data=asked).json
    delete_vk_id(browser)
    assert call(world, "/oauth2/user_info", data=asked).json["error"] == "invalid_token"


def test_deleted_vk_id_is_signed_out_of_services(world: World, browser: Browser) -> None:
    enter_gto(browser, world)
    delete_vk_id(browser)
    assert browser.open(GTO).form_with(ENTER) is not None


@pytest.mark.parametrize("path", ["/phone", "/phone/code", "/delete", "/services/journal/perm"])
def test_account_page_is_for_nobody_unknown(world: World, path: str) -> None:
    stranger = world.browser("d2")
    assert stranger.open(f"{VK_ID}{path}").heading == "VK ID"
    assert stranger.url == f"{VK_ID}/"


def test_disconnecting_needs_the_page_s_own_form(world: World, browser: Browser) -> None:
    browser.open(VK_ID)
    browser.submit("Войти в VK ID")
    prove_phone(browser, world, PAVEL)
    browser.open(f"{VK_ID}/services/journal/perm", "POST", {})
    assert world.links["pavel"] == full_name(PAVEL)
    browser.open(f"{VK_ID}/services/journal/perm")
    browser.submit("Отключить")
    assert "pavel" not in world.links


def test_number_that_was_taken_meanwhile_is_refused_at_the_code(world: World, browser: Browser) -> None:
    begin_changing_phone(browser, world, OLGA["phone"])
    code = world.code(OLGA["phone"])
    other = world.browser("d2")
    other.open(GTO)
    other.submit(ENTER)
    prove_phone(other, world, OLGA, password=None)
    other.submit(GO_ON, **particulars(OLGA))
    page = browser.submit(GO_ON, code=code)
    assert page.alerts == ["Этот номер уже привязан к другому VK ID. Укажите другой"]


def test_own_number_is_no_new_one(world: World, browser: Browser) -> None:
    page = begin_changing_phone(browser, world, ANNA["phone"])
    assert page.alerts == ["Это и есть ваш номер. Укажите другой"]


def test_new_number_gets_another_code_only_after_the_countdown(world: World, browser: Browser) -> None:
    page = begin_changing_phone(browser, world, OLGA["phone"])
    assert re.search(r'data-seconds="1(20|1\d)"', page.html)
    page = browser.submit("Отправить SMS")
    assert page.heading == CONFIRM_NUMBER
    assert re.search(r"Новый код можно запросить через 1(20|1\d) с", page.text)
    assert len(world.messages(OLGA["phone"])) == 1
    world.pass_time(minutes=2)
    assert 'data-seconds="0"' in browser.open(browser.url).html
    first = world.code(OLGA["phone"])
    assert browser.submit("Отправить SMS").heading == CONFIRM_NUMBER
    assert len(world.messages(OLGA["phone"])) == 2
    assert "Этот код уже заменён новым" in browser.submit(GO_ON, code=first).text
    page = browser.submit(GO_ON, code=world.code(OLGA["phone"]))
    assert "Номер телефона изменён" in page.text


def test_another_code_needs_the_page_s_own_form_and_a_number(world: World, browser: Browser) -> None:
    begin_changing_phone(browser, world, OLGA["phone"])
    code = world.code(OLGA["phone"])
    world.pass_time(minutes=2)
    assert browser.open(f"{VK_ID}/phone/resend", "POST", {}).heading == CONFIRM_NUMBER
    assert len(world.messages(OLGA["phone"])) == 1
    form = browser.page.form_with("Отправить SMS").values
    browser.submit(GO_ON, code=code)
    assert browser.open(f"{VK_ID}/phone/resend", "POST", form).heading == "Новый номер телефона"
    assert len(world.messages(OLGA["phone"])) == 1


@pytest.mark.parametrize("number", ["12", PAVEL["phone"]])
def test_refused_new_number_is_told_once_and_stands_in_its_field(
    world: World, browser: Browser, number: str
) -> None:
    enter_gto(browser, world)
    address = f"{VK_ID}/phone"
    browser.open(address)
    url, method, sent = browser.request_of(GO_ON, phone=number)
    assert browser.ask(method, url, sent).headers["Location"] == "/phone"
    page = browser.open(address)
    assert (page.form_with(GO_ON).values["phone"], len(page.alerts)) == (number, 1)
    assert browser.open(address).alerts == []


def test_wrong_code_of_a_new_number_is_told_once_and_stands_in_its_field(
    world: World, browser: Browser
) -> None:
    begin_changing_phone(browser, world, OLGA["phone"])
    address = browser.url
    url, method, sent = browser.request_of(GO_ON, code="000000")
    assert browser.ask(method, url, sent).headers["Location"] == "/phone/code"
    page = browser.open(address)
    assert (page.form_with(GO_ON).values["code"], page.alerts) == ("000000", ["Неверный код"])
    assert browser.open(address).alerts == []
