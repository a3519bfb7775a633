"""The three variants of the Perm instruction, from the journal's front page to the linked messages page."""

import pytest

from sim_server.simulator import Simulator
from tests.http.browser import Browser
from tests.http.ways import GO_ON, JOURNAL, OTHER_ACCOUNT, UNLINK, ask_to_link, enter_journal, prove_phone
from tests.http.world import World
from tests.people import ANNA, IGOR, OLGA, PASSWORD, Json, full_name, particulars

CHATS_OF_ANNA = ["Учительская", "Чат с родителями, 5 «А»", "Чат с учениками, 5 «А»"]


def test_variant_1_goes_on_in_the_study_profile(world: World, browser: Browser) -> None:
    browser.open(JOURNAL)
    browser.follow("Вход для сотрудников")
    browser.submit("Войти", login="anna", password="journal-anna")
    browser.follow("Личные сообщения")
    assert browser.submit("Привязать учебный профиль VK ID").heading == "Вход в VK ID"
    assert browser.submit(GO_ON, phone="+7 199 111-11-11").heading == "Введите пароль"
    assert "с телефоном +7 199 111-11-11" in browser.page.text
    assert browser.submit(GO_ON, password=PASSWORD).heading == "Подтвердите вход"
    assert browser.submit(GO_ON, code=world.code(ANNA["phone"])).heading == "Выберите учебный профиль"
    assert full_name(ANNA) in browser.page.text
    assert browser.submit("Продолжить в учебном профиле").heading == "Информация о себе"
    form = browser.page.form_with(GO_ON)
    assert {name: form.values[name] for name in particulars(ANNA)} == particulars(ANNA)
    linked = browser.submit(GO_ON)
    assert (linked.heading, browser.url) == ("Личные сообщения", f"{JOURNAL}/messages")
    assert UNLINK in linked.buttons
    assert "Перейти в VK Мессенджер" in linked.links
    assert linked.items == CHATS_OF_ANNA
    assert world.links["anna"] == full_name(ANNA)


def test_variant_2_creates_the_study_profile(world: World, browser: Browser) -> None:
    ask_to_link(browser, IGOR)
    assert prove_phone(browser, world, IGOR).heading == "Создание учебного профиля"
    assert full_name(IGOR) in browser.page.text
    assert browser.submit("Создать учебный профиль").heading == "Информация о себе"
    linked = browser.submit(GO_ON)
    assert f"Учебный профиль: {full_name(IGOR)}" in linked.text
    assert world.links["igor"] == full_name(IGOR)
    assert len(world.events("study_profile_created")) == 1


def test_variant_3_registers_asks_twice_and_shows_the_profile_s_name(world: World, browser: Browser) -> None:
    ask_to_link(browser, OLGA)
    assert prove_phone(browser, world, OLGA, password=None).heading == "Личные данные"
    assert browser.submit(GO_ON, **particulars(OLGA)).heading == "Создание учебного профиля"
    assert browser.submit("Создать учебный профиль").heading == "Информация о себе"
    linked = browser.submit(GO_ON, **particulars(OLGA, last_name="Зайцева-Лебедь"))
    assert "Учебный профиль: Зайцева-Лебедь Ольга Сергеевна" in linked.text
    assert world.links["olga"] == "Зайцева-Лебедь Ольга Сергеевна"
    assert [event["data"]["phone"] for event in world.events("vk_id_registered")] == [OLGA["phone"]]


def test_service_is_named_with_its_three_advantages(browser: Browser) -> None:
    page = ask_to_link(browser, ANNA)
    assert "С сервисом «Электронная Пермская Образовательная система»" in page.text
    assert page.items[:3] == [
        "Вход в учебный профиль в VK мессенджере по VK ID",
        "Общение в защищенном от посторонних лиц пространстве",
        "Регистрация в ВКонтакте не нужна, а если аккаунт уже есть, его никто не увидит",
    ]


def test_corrected_name_is_the_one_shown(world: World, browser: Browser) -> None:
    ask_to_link(browser, ANNA)
    prove_phone(browser, world, ANNA)
    browser.submit("Продолжить в учебном профиле")
    linked = browser.submit(GO_ON, first_name="Анна-Мария")
    assert "Учебный профиль: Соколова Анна-Мария Викторовна" in linked.text


def test_link_survives_signing_out_and_a_month(world: World, browser: Browser) -> None:
    ask_to_link(browser, IGOR)
    prove_phone(browser, world, IGOR)
    browser.submit("Создать учебный профиль")
    browser.submit(GO_ON)
    browser.submit("Выйти")
    world.pass_time(days=30)
    assert UNLINK in enter_journal(world.browser("d2"), IGOR).buttons


def test_remembered_person_is_offered_the_profile_at_once(world: World, browser: Browser) -> None:
    ask_to_link(browser, ANNA)
    prove_phone(browser, world, ANNA)
    browser.submit("Продолжить в учебном профиле")
    browser.submit(GO_ON)
    browser.submit(UNLINK)
    browser.submit("Отвязать")
    assert browser.submit("Привязать учебный профиль VK ID").heading == "Выберите учебный профиль"
    assert browser.submit(OTHER_ACCOUNT).heading == "Вход в VK ID"


@pytest.mark.parametrize("host", ["id.vk.com", "id.vk.ru"])
def test_both_hosts_of_vk_id_answer(browser: Browser, host: str) -> None:
    assert browser.open(f"https://{host}/").heading == "VK ID"


def test_vk_id_without_password_is_not_asked_for_one(simulator: Simulator) -> None:
    person: Json = {**ANNA, "vk_id": {"password": None}}
    world = World(simulator, [person])
    browser = world.browser()
    ask_to_link(browser, person)
    assert browser.submit(GO_ON, phone=person["phone"]).heading == "Подтвердите вход"
