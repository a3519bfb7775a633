"""Every page that scenarios or people see can be used with a keyboard, a screen reader and a narrow phone.

Asked of axe-core in the real browser, at the width of a computer and of a phone. A journey walks through the
pages of one situation; the names of its stops say which of them is at fault.
"""

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from werkzeug.test import Client

from fixtures.browser import Chromium
from fixtures.control import Control, Fault
from fixtures.personas import Persona
from fixtures.stand import load_stand
from fixtures.world import World
from sim_server.simulator import Simulator
from sim_server.start.ready_people import begin_main_world
from steps.screens import journal, support, vk_id
from steps.screens.actor import ME, Actor

WIDTHS = {"компьютер": 1280, "телефон": 390}
HEIGHT = 844
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"],
    "resultTypes": ["violations"],
}
OVERHANG = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

Stops = Iterator[str]  # a journey yields the heading of each page it stops at


@pytest.fixture(scope="session")
def axe() -> Axe:
    return Axe()


@pytest.fixture
def world(chromium: Chromium, control: Control) -> Iterator[World]:
    made = World(load_stand("sim"), control, chromium, 1)
    yield made
    made.end()


@pytest.fixture
def actor(world: World) -> Actor:
    return Actor(world)


def signing_in(actor: Actor) -> Stops:
    site = actor.world.stand.site("journal.perm")
    actor.screen.open(site)
    yield "Электронная Пермская Образовательная система"
    actor.screen.press("Вход для сотрудников")
    yield "Вход для сотрудников"
    actor.screen.press("Войти")
    actor.screen.see_message("Введите логин")
    yield "Вход для сотрудников"
    journal.sign_in(actor, actor.person.account)
    yield "Рабочий стол"
    actor.screen.press("Личные сообщения")
    yield "Личные сообщения"
    actor.screen.open(f"{site}/nowhere")
    yield "Страница не найдена"


def linking_with_a_profile(actor: Actor) -> Stops:
    actor.world.change(ME, Persona.with_profile)
    yield from _refused_then_proven(actor)
    yield "Выберите учебный профиль"
    actor.screen.press("Продолжить в учебном профиле")
    yield "Информация о себе"
    actor.screen.press("Продолжить")
    yield "Личные сообщения"
    actor.screen.press("Отвязать учебный профиль VK ID")
    yield "Отвязать учебный профиль VK ID?"


def _refused_then_proven(actor: Actor) -> Stops:
    journal.sign_in(actor, actor.person.account)
    journal.begin_linking(actor)
    yield "Вход в VK ID"
    actor.screen.fill("Телефон", "123")
    actor.screen.press("Продолжить")
    yield "Вход в VK ID"
    vk_id.walk_to(actor, "Введите пароль")
    yield "Введите пароль"
    vk_id.mistype_password(actor, 1)
    actor.screen.see_message("Неверный пароль")
    yield "Введите пароль"
    vk_id.walk_to(actor, "Подтвердите вход")
    yield "Подтвердите вход"
    vk_id.mistype_code(actor, 1)
    actor.screen.see_message("Неверный код")
    yield "Подтвердите вход"
    vk_id.confirm_phone(actor)


def registering(actor: Actor) -> Stops:
    journal.sign_in(actor, actor.person.account)
    journal.begin_linking(actor)
    vk_id.walk_to(actor, "Личные данные")
    yield "Личные данные"
    actor.screen.press("Продолжить")
    yield "Личные данные"
    vk_id.walk_to(actor, "Создание учебного профиля")
    yield "Создание учебного профиля"
    actor.screen.press("Создать учебный профиль")
    yield "Информация о себе"


def recovering_the_password(actor: Actor) -> Stops:
    actor.world.change(ME, Persona.with_profile)
    journal.sign_in(actor, actor.person.account)
    journal.begin_linking(actor)
    vk_id.walk_to(actor, "Введите пароль")
    actor.screen.press("Забыли или не установили пароль?")
    yield "Восстановление пароля"
    actor.screen.fill("Телефон", actor.person.phone)
    actor.screen.press("Продолжить")
    actor.screen.see("Введите код")
    yield "Восстановление пароля"
    actor.screen.fill("Введите код", actor.phone.code("СМС"))
    actor.screen.press("Продолжить")
    actor.screen.see("Введите новый пароль")
    yield "Восстановление пароля"
    actor.screen.press("Продолжить")
    yield "Восстановление пароля"


def being_refused(actor: Actor) -> Stops:
    actor.world.change(ME, Persona.linked_by_other_account)
    journal.sign_in(actor, actor.person.account)
    actor.world.disturb(Fault("vk_id", "page", "error", times=1))
    journal.begin_linking(actor)
    yield "Сервис временно недоступен"
    actor.world.settle()
    journal.begin_linking(actor)
    vk_id.walk_to_the_end(actor)
    yield "Привязка не выполнена"


def writing_messages(actor: Actor) -> Stops:
    actor.world.change(ME, Persona.linked)
    messenger = actor.world.stand.site("messenger")
    actor.screen.open(messenger)
    yield "Вход в VK ID"
    journal.sign_in(actor, actor.person.account)
    actor.screen.press("Личные сообщения")
    yield "Личные сообщения"
    actor.screen.press("Перейти в VK Мессенджер")
    actor.screen.prove("Вход в VK ID")
    vk_id.walk_to_the_end(actor)
    yield "VK Мессенджер"
    actor.screen.press("Учительская")
    yield "Учительская"
    actor.screen.fill("Сообщение", "Педсовет в среду")
    actor.screen.press("Отправить")
    actor.screen.see("Педсовет в среду")
    yield "Учительская"
    phone = actor.world.stand.site("phone")
    actor.screen.open(phone)
    yield actor.screen.title
    actor.screen.open(f"{phone}/{actor.person.phone.removeprefix('+')}")
    yield actor.screen.title


def being_hindered(actor: Actor) -> Stops:
    actor.screen.open(actor.world.stand.site("vk_id"))
    yield "VK ID"
    actor.screen.open(f"{actor.world.stand.site('vk_id')}/authorize?client_id=nobody")
    yield "Вход невозможен"


def meeting_a_vpn(actor: Actor) -> Stops:
    actor.world.change(ME, lambda person: person.with_profile().in_journal("mesh"))
    actor.world.switch_vpn(ME, switched_on=True)
    journal.sign_in(actor, actor.person.account)
    journal.begin_linking(actor)
    yield "Отключите VPN"


def asking_support(actor: Actor) -> Stops:
    actor.world.change(ME, lambda person: person.linked().in_journal("mesh"))
    actor.screen.open(actor.world.stand.site("support"))
    yield "Обращение в службу технической поддержки"
    actor.screen.press("Отправить обращение")
    yield "Обращение в службу технической поддержки"
    support.ask_to_unlink(actor, actor.person.account)
    yield "Обращение принято"
    actor.screen.open(f"{actor.world.stand.site('support')}/desk")
    yield "Обращения"
    support.handle(actor)
    yield "Обращения"


JOURNEYS = (
    signing_in,
    linking_with_a_profile,
    registering,
    recovering_the_password,
    being_refused,
    writing_messages,
    being_hindered,
    meeting_a_vpn,
    asking_support,
)


@pytest.mark.parametrize("journey", JOURNEYS, ids=[journey.__name__ for journey in JOURNEYS])
def test_every_page_is_accessible_and_fits(actor: Actor, axe: Axe, journey: Callable[[Actor], Stops]):
    for title in journey(actor):
        actor.screen.prove(title)
        problems = problems_of(actor.device.page, axe)
        assert not problems, f"«{title}»\n" + "\n".join(problems)


def test_start_page_is_accessible_and_fits(chromium: Chromium, simulator: Simulator, axe: Axe):
    begin_main_world(simulator.database, simulator.chat_rules)
    html = Client(simulator).get("/", base_url="http://localhost:8000").text
    context = chromium.context("Svyazka/none.d1")
    page = context.new_page()
    page.set_content(html)
    assert page.get_by_role("heading", level=1).inner_text() == "Симулятор журналов, VK ID и мессенджера"
    assert not problems_of(page, axe)
    context.close()


def test_page_without_a_label_and_too_wide_is_found(chromium: Chromium, axe: Axe):
    context = chromium.context("Svyazka/none.d1")
    page = context.new_page()
    page.set_content("<html lang=ru><title>Т</title><main><h1>Вход</h1><input style='width: 500px'></main>")
    assert [problem.split(":")[0] for problem in problems_of(page, axe)] == [
        "компьютер",
        "телефон",
        "телефон",
    ]
    context.close()


def problems_of(page: Page, axe: Axe) -> list[str]:
    """What axe-core finds on the page at each width, and by how much the page is too wide for it."""
    problems = []
    for device, width in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": HEIGHT})
        for violation in axe.run(page, options=RULES).response["violations"]:
            places = ", ".join(node["html"][:120] for node in violation["nodes"])
            problems.append(f"{device}: {violation['id']} — {violation['help']}: {places}")
        if (overhang := page.evaluate(OVERHANG)) > 0:
            problems.append(f"{device}: шире экрана на {overhang} точек")
    page.set_viewport_size({"width": WIDTHS["компьютер"], "height": HEIGHT})
    return problems
