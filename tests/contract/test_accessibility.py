"""Every page that scenarios or people see can be used with a keyboard, a screen reader and a narrow phone.

Asked of axe-core in the real browser, at the width of a computer and of a phone. Every page wears the simulator's
mark too, which has no name and stands where no control is. A journey walks through the pages of one situation; the
names of its stops say which of them is at fault. Each journey tells which templates it stops at: the simulator runs
in this process, where that is checked, and together they are all that there are.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlencode, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import request, template_rendered
from playwright.sync_api import Page, Playwright
from werkzeug.test import Client

import sim_server
from fixtures.browser import Chromium, launch, launch_arguments
from fixtures.cast import COLLEAGUE, ME
from fixtures.control import Control, Fault
from fixtures.people import Persona
from fixtures.sight.look import look_at
from fixtures.simulator import Address
from fixtures.stand import load_stand
from fixtures.world import World
from sim_server.server import LOOPBACK, Listener
from sim_server.simulator import Simulator
from sim_server.start.ready_people import begin_main_world
from sim_server.vk_id.recovering import ORDER
from sim_server.vk_id.sign_in import sign_in_screens
from steps.screens.actor import Actor
from steps.screens.phone import LETTER
from steps.ways import journal, passport, recovery, services, support, vk_id

WIDTHS = {"компьютер": 1280, "телефон": 390}
HEIGHT = 844
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"],
    "resultTypes": ["violations"],
}
LONG_NAME = "Константинопольская-Преображенская Александра Владиславовна"
LONG_WORD = "Сверхдлинноеназваниебезединогопробелачтобыпроверитьширину"
WAYS = "Как вы хотите подтвердить, что аккаунт принадлежит вам?"
DOUBTED = "+7 199 900-00-07"  # a number for people: whoever has it might be a robot
CALLBACK = "https://own.svyazka.test/cb"
OVERHANG = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

# The mark at the edge of a page, and the controls that stand in its column: a press there would meet them.
MARK = "getComputedStyle(document.body, '::after').content"
UNDER_MARK = """() => {
    const mark = getComputedStyle(document.body, '::after'), left = innerWidth - parseFloat(mark.width) + 0.5;
    if (mark.content === 'none') return [];
    if (mark.pointerEvents !== 'none') return ['ловит нажатия сама'];
    const controls = 'a, button, input, select, textarea, summary, label';
    const stands = y => document.elementFromPoint(left, y)?.closest(controls);
    const met = new Set([...Array(innerHeight).keys()].map(stands).filter(Boolean));
    return [...met].map(each => each.innerText || each.tagName);
}"""

EXTENDS = re.compile(r'{% extends "(.+?)" %}')
SIMULATOR = Path(sim_server.__file__).parent
START_PAGE = "start/front"

Stops = Iterator[str]  # a journey yields the heading of each page it stops at
Shown = dict[tuple[str, str], str]  # which page was last shown at a host and path


@pytest.fixture(scope="session")
def axe() -> Axe:
    return Axe()


@pytest.fixture(scope="module")
def simulator_address(simulator: Simulator) -> Iterator[Address]:
    """A simulator in this process, not in one of its own: its templates are seen from here."""
    orders, sites = Listener(simulator.control), Listener(simulator, tls_hosts=simulator.hosts)
    for listener in (orders, sites):
        listener.start()
    yield Address(f"http://{LOOPBACK}:{orders.port}", sites.port, simulator.hosts)
    for listener in (orders, sites):
        listener.stop()


@pytest.fixture(scope="module")
def chromium(driver: Playwright, simulator_address: Address) -> Iterator[Chromium]:
    started = Chromium(partial(launch, driver, launch_arguments(simulator_address)), True)
    yield started
    started.close()


@pytest.fixture(scope="module")
def control(simulator_address: Address) -> Iterator[Control]:
    client = Control(simulator_address.control)
    yield client
    client.close()


@pytest.fixture
def shown() -> Iterator[Shown]:
    """What is shown where; of the templates of one answer the page itself comes last."""
    seen: Shown = {}

    def note(site: object, template: Any, **about: object) -> None:
        file = Path(template.filename)
        seen[request.host, request.path] = _name(file) if file.is_file() else template.name[: -len(".html")]

    with template_rendered.connected_to(note):
        yield seen


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
    vk_id.mistype(actor, 1, "Введите пароль", "не тот пароль")
    actor.screen.see_message("Неверный пароль")
    yield "Введите пароль"
    vk_id.walk_to(actor, "Подтвердите вход")
    yield "Подтвердите вход"
    vk_id.mistype(actor, 1, "Введите код", actor.phone.wrong_code())
    actor.screen.see_message("Неверный код")
    yield "Подтвердите вход"
    vk_id.confirm_phone(actor)


def registering(actor: Actor) -> Stops:
    journal.sign_in(actor, actor.person.account)
    journal.begin_linking(actor)
    vk_id.walk_to(actor, "Личные данные")
    yield "Личные данные"
    actor.screen.fill("Фамилия", "")
    actor.screen.press("Продолжить")
    yield "Личные данные"
    vk_id.walk_to(actor, "Создание учебного профиля")
    yield "Создание учебного профиля"
    actor.screen.press("Создать учебный профиль")
    yield "Информация о себе"


def recovering_the_password(actor: Actor) -> Stops:
    recovery.trust_friends(actor.world)
    actor.world.change(ME, lambda me: me.with_profile().with_generator().with_own_email())
    recovery.begin(actor)
    yield "Восстановление пароля"
    for title in ("Код подтверждения", "Проверка аккаунта", WAYS):
        recovery.walk_to(actor, title)
        yield title
    actor.screen.press("С помощью приложения-генератора кодов")
    yield "Введите код из приложения"
    actor.screen.press("Выбрать другой способ")
    actor.screen.press("С помощью друзей, которым доверяете")
    yield "Спросите коды у друзей"
    actor.screen.press("Выбрать другой способ")
    actor.screen.press("С помощью электронной почты")
    yield "Введите код из письма"
    actor.screen.fill("Введите код из письма", actor.mailbox.code("Письмо"))
    actor.screen.press("Подтвердить")
    yield "Придумайте новый пароль"
    actor.screen.press("Продолжить")
    yield "Придумайте новый пароль"
    actor.screen.open(f"{actor.world.stand.site('phone')}/{actor.person.phone.removeprefix('+')}/codes")
    yield actor.screen.title


def having_no_way_to_recover(actor: Actor) -> Stops:
    actor.world.change(ME, lambda person: person.with_profile().with_own_email())
    recovery.begin(actor)
    recovery.walk_to(actor, WAYS)
    actor.screen.press("С помощью электронной почты")
    actor.screen.press("У меня нет доступа к почте")
    yield "Другого способа нет"


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
    yield "Вход в VK Мессенджер"
    journal.sign_in(actor, actor.person.account)
    actor.screen.press("Личные сообщения")
    yield "Личные сообщения"
    actor.screen.press("Перейти в VK Мессенджер")
    actor.screen.prove("Вход в VK ID")
    vk_id.walk_into_messenger(actor)
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


def linking_by_a_tab(actor: Actor) -> Stops:
    actor.world.change(ME, lambda person: person.placed("ученик Параграфа").with_profile())
    journal.sign_in(actor, actor.person.account)
    yield "Дневник"
    actor.screen.press("Чаты")
    yield "Чаты"
    journal.begin_linking(actor)
    vk_id.walk_to_the_end(actor)
    actor.screen.see_button("Отвязать аккаунт от VK ID")
    yield "Чаты"
    actor.screen.press("Перейти в чаты")
    actor.screen.turn_to_new_window()
    yield "Вход в VK Мессенджер"
    actor.screen.press("Войти")
    actor.screen.press("Войти в другой аккаунт")
    yield "Вход в VK ID"
    actor.screen.press("Отмена")
    yield "Вход не выполнен"
    actor.screen.open(f"{actor.world.stand.site('messenger')}/sign-in/other-account")
    yield "Это другая учётная запись"


def registering_in_sferum(actor: Actor) -> Stops:
    stand = actor.world.stand
    actor.world.change(ME, lambda person: person.with_email("ivanova@pochta.test"))
    actor.screen.open(stand.site("sferum"))
    yield "Сферум"
    actor.screen.press("Войти")
    yield "Каким профилем войти?"
    actor.screen.press("Профиль Сферума")
    actor.screen.fill("Телефон или почта", actor.person.email)
    actor.screen.press("Продолжить")
    yield "Подтвердите вход"
    actor.screen.fill("Введите код", actor.mailbox.code(LETTER))
    actor.screen.press("Продолжить")
    vk_id.into_service(actor, "", end="Учебный профиль")
    yield "Учебный профиль"
    actor.screen.open(stand.site("gto"))
    yield "Портал ГТО"
    actor.screen.press("Войти с VK ID")
    yield "Вход с VK ID"
    services.enter_gto(actor)
    yield "Личный кабинет участника"
    services.open_account_page(actor)
    yield "Кабинет VK ID"
    actor.screen.open(stand.site("mailbox"))
    yield "Почтовые ящики"
    actor.screen.press(actor.person.email)
    yield f"Почта {actor.person.email}"


def managing_the_vk_id(actor: Actor) -> Stops:
    actor.world.change(ME, Persona.linked)
    vk_id.sign_in(actor)
    yield "Кабинет VK ID"
    actor.screen.press("Отключить: ЭПОС Пермь")
    yield "Отключить «ЭПОС Пермь»?"
    services.disconnect(actor, "ЭПОС Пермь")
    yield "Кабинет VK ID"
    actor.screen.press("Изменить номер телефона")
    actor.screen.press("Продолжить")
    yield "Новый номер телефона"
    actor.screen.fill("Новый номер телефона", "+7 199 500-10-20")
    actor.screen.press("Продолжить")
    yield "Подтвердите новый номер"
    actor.screen.open(f"{actor.world.stand.site('vk_id')}/delete")
    yield "Удалить VK ID?"
    journal.sign_in(actor, actor.person.account)
    actor.screen.press("Личные сообщения")
    yield "Личные сообщения"


def making_a_chat(actor: Actor) -> Stops:
    actor.world.change(ME, lambda person: person.linked().with_page("Дача").named(LONG_NAME))
    actor.world.change(COLLEAGUE, lambda person: person.linked().with_page("Дача"))
    vk_id.sign_in_to_messenger(actor)
    yield "VK Мессенджер"
    actor.screen.press("Создайте новый")
    yield "Новый чат"
    actor.screen.press("Создать чат")
    actor.screen.see_message("Введите название чата")
    yield "Новый чат"
    actor.screen.fill("Название чата", LONG_WORD)
    actor.screen.tick(actor.world.person(COLLEAGUE).full_name)
    actor.screen.press("Создать чат")
    yield LONG_WORD
    actor.screen.fill("Сообщение", f"{LONG_WORD * 3} 👍🏽")
    actor.screen.press("Отправить")
    actor.screen.see(f"{LONG_WORD * 3} 👍🏽")
    yield LONG_WORD
    actor.screen.press("Участники")
    yield "Участники"
    actor.screen.press("Покинуть чат")
    yield "Покинуть чат?"
    actor.sit(COLLEAGUE, COLLEAGUE)
    vk_id.sign_in_to_messenger(actor)
    actor.messenger.see_unread(LONG_WORD, 1)
    yield "VK Мессенджер"
    actor.screen.press("Личный профиль (ВКонтакте)")
    actor.screen.see_button("Дача")
    yield "VK Мессенджер"


def holding_a_lesson(actor: Actor) -> Stops:
    actor.world.change(ME, lambda person: person.linked().named(LONG_NAME))
    vk_id.sign_in_to_messenger(actor)
    actor.screen.press("Чат с учениками, 5 «А»")
    yield "Чат с учениками, 5 «А»"
    actor.screen.press("Начать дистанционный урок")
    yield "Дистанционный урок"
    actor.screen.press("К чату")
    actor.screen.see_button("Присоединиться к уроку")
    yield "Чат с учениками, 5 «А»"
    with actor.device.aside():
        journal.sign_in(actor, actor.person.account)
        journal.unlink(actor)
    actor.screen.see_message("Этого чата у вас больше нет.")
    yield "Чат с учениками, 5 «А»"


def writing_into_a_chat_that_is_gone(actor: Actor) -> Stops:
    actor.world.change(ME, Persona.linked)
    vk_id.sign_in_to_messenger(actor)
    actor.device.page.route("**/news?*", lambda route: route.abort())  # the page learns nothing of it
    actor.screen.press("Учительская")
    actor.screen.fill("Сообщение", f"{LONG_WORD * 3} 👍🏽")
    with actor.device.aside():
        journal.sign_in(actor, actor.person.account)
        journal.unlink(actor)
    actor.screen.press("Отправить")
    yield "Сообщение не отправлено"


def linking_at_a_tab_of_the_settings(actor: Actor) -> Stops:
    actor.world.change(ME, lambda person: person.placed("учитель МЭШ").with_profile())
    journal.sign_in(actor, actor.person.account)
    yield "Электронный журнал"
    actor.screen.press("Настройки аккаунта")
    yield "Настройки аккаунта"
    actor.screen.press("Партнеры")
    yield "Партнеры"
    actor.screen.press("Подключить")
    vk_id.walk_to(actor, "Выбор учебного профиля")
    yield "Выбор учебного профиля"
    vk_id.walk_to(actor, "Добавление профиля Сферум")
    yield "Добавление профиля Сферум"
    actor.screen.press("Привязать")
    actor.screen.see_button("Перейти в чаты")
    yield "Партнеры"


def unlinking_in_the_passport(actor: Actor) -> Stops:
    actor.world.change(ME, lambda person: person.placed("учитель Московской области").linked())
    actor.screen.open(actor.world.stand.site("passport"))
    yield "Мой паспорт"
    actor.screen.press("Вход в «Мой паспорт»")
    yield "Вход в «Мой паспорт»"
    passport.sign_in(actor, actor.person.account)
    yield "Безопасность"
    actor.screen.press("Личные данные")
    yield "Личные данные"
    actor.screen.press("Безопасность")
    actor.screen.press("Отвязать аккаунт")
    yield "Удаление профиля «Сферум»"
    actor.screen.press("Отвязать")
    actor.screen.see("Аккаунт МЭШ не привязан к учебному профилю.")
    yield "Безопасность"


def reading_the_diary(actor: Actor) -> Stops:
    actor.world.change(ME, lambda person: person.placed("родитель").named(LONG_NAME).linked())
    journal.sign_in(actor, actor.person.account)
    actor.layout.see_in_navigation("Чаты")
    yield "Дневник"
    actor.screen.press("Чаты")
    yield "Мессенджер подключен"


def entering_a_lesson_of_the_diary(actor: Actor) -> Stops:
    actor.world.change(ME, lambda person: person.placed("ученик"))
    journal.sign_in(actor, actor.person.account)
    yield "Дневник"
    actor.screen.press("Войти в урок")
    yield "Дистанционный урок"


def linking_in_the_app(actor: Actor) -> Stops:
    actor.world.change(ME, lambda person: person.placed("родитель").with_vk_id())
    actor.take_up_phone()
    actor.screen.open(actor.world.stand.site("app.diary"))
    yield "Дневник МЭШ"
    journal.sign_in(actor, actor.person.account)
    yield "Дневник"
    actor.screen.press("Настройки аккаунта")
    yield "Настройки аккаунта"
    actor.screen.press("Мессенджер")
    yield "Мессенджер не подключен"
    actor.screen.press("Перейти к подключению")
    yield "Вход в VK ID"
    for title in (
        "Создание учебного профиля",
        "Введите пароль",
        "Информация о себе",
        "Добавление профиля Сферум",
    ):
        vk_id.walk_to(actor, title)
        yield title
    actor.screen.press("Привязать")
    yield "Мессенджер подключен"


def being_hindered(actor: Actor) -> Stops:
    actor.world.change(ME, lambda person: person.with_phone(DOUBTED))
    actor.screen.open(actor.world.stand.site("vk_id"))
    yield "VK ID"
    actor.screen.open(f"{actor.world.stand.site('vk_id')}/authorize?client_id=nobody")
    yield "Вход невозможен"
    journal.sign_in(actor, actor.person.account)
    journal.begin_linking(actor)
    vk_id.walk_to(actor, "Подтвердите, что вы не робот")
    actor.screen.press("Продолжить")
    actor.screen.see_message("Отметьте, что вы не робот")
    yield "Подтвердите, что вы не робот"


def signing_in_with_a_client_of_one_s_own(actor: Actor) -> Stops:
    actor.world.change(ME, lambda person: person.with_profile())
    own = {"id": "54321", "name": "Ваш сервис", "redirect_uris": [CALLBACK]}
    actor.world._control.register_clients(actor.world.id, [own])
    asked = {
        "response_type": "code",
        "client_id": "54321",
        "redirect_uri": CALLBACK,
        "origin": CALLBACK.removesuffix("/cb"),
        "state": "s" * 32,
        "code_challenge": "c" * 43,
        "code_challenge_method": "S256",
    }
    actor.screen.open(f"{actor.world.stand.site('vk_id')}/authorize?{urlencode(asked)}")
    vk_id.walk_to(actor, "Доступ к данным")
    yield "Доступ к данным"
    actor.screen.press("Разрешить")
    yield "Вход выполнен"
    actor.screen.open("https://oauth.vk.com/authorize")
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


# The journeys, and the pages each of them answers for; it may stop at others too.
# A region may ask for a code before unlinking, none of ours does: scenarios of a new region walk it, in test_new_site.
UNASKED = {"journal/unlink_code"}

# A client of somebody's own is real, and its people see what they will see there.
UNMARKED = {"vk_id/signin/permission"}

JOURNEYS: dict[Callable[[Actor], Stops], set[str]] = {
    signing_in: {"journal/front", "journal/login", "journal/desk", "journal/place", "error"},
    linking_with_a_profile: {
        "vk_id/signin/phone",
        "vk_id/signin/password",
        "vk_id/signin/code",
        "vk_id/signin/choice",
        "vk_id/signin/profile_data",
        "journal/unlink",
    },
    registering: {"vk_id/signin/account_data", "vk_id/signin/offer"},
    recovering_the_password: {
        "vk_id/recovery/phone",
        "vk_id/recovery/code",
        "vk_id/recovery/account",
        "vk_id/recovery/way",
        "vk_id/recovery/app",
        "vk_id/recovery/friends",
        "vk_id/recovery/mail",
        "vk_id/recovery/password",
        "phone/codes",
    },
    having_no_way_to_recover: {"vk_id/recovery/no_way"},
    being_refused: {"journal/refused"},
    writing_messages: {
        "messenger/sign_in",
        "messenger/front",
        "messenger/chat",
        "phone/front",
        "phone/screen",
    },
    linking_by_a_tab: {"messenger/refused", "messenger/other_account"},
    making_a_chat: {"messenger/new", "messenger/members", "messenger/leave"},
    holding_a_lesson: {"messenger/call"},
    writing_into_a_chat_that_is_gone: {"messenger/undelivered"},
    registering_in_sferum: {
        "service/guest",
        "service/doors",
        "service/member",
        "vk_id/signin/account",
        "vk_id/own/front",
        "mailbox/front",
        "mailbox/screen",
    },
    managing_the_vk_id: {"vk_id/own/disconnect", "vk_id/own/phone", "vk_id/own/code", "vk_id/own/delete"},
    linking_at_a_tab_of_the_settings: {"journal/settings", "vk_id/signin/consent"},
    unlinking_in_the_passport: {
        "mosreg:passport/security",
        "mosreg:passport/personal",
        "mosreg:passport/unlink",
    },
    reading_the_diary: {"journal/desk", "journal/place"},
    entering_a_lesson_of_the_diary: {"journal/lesson"},
    linking_in_the_app: {"journal/settings", "vk_id/signin/offer", "vk_id/signin/consent"},
    being_hindered: {"vk_id/front", "vk_id/refused", "vk_id/signin/robot"},
    signing_in_with_a_client_of_one_s_own: {
        "vk_id/signin/permission",
        "vk_id/popup",
        "vk_id/old_protocol",
    },
    meeting_a_vpn: {"vk_id/vpn"},
    asking_support: {"support/front", "support/accepted", "support/desk"},
}


@pytest.mark.parametrize("journey", JOURNEYS, ids=[journey.__name__ for journey in JOURNEYS])
def test_every_page_is_accessible_and_fits(
    actor: Actor, axe: Axe, shown: Shown, journey: Callable[[Actor], Stops]
):
    stopped_at = set()
    for title in journey(actor):
        actor.screen.prove(title)
        problems = problems_of(actor.device.page, axe)
        assert not problems, f"«{title}»\n" + "\n".join(problems)
        page = shown[_place(actor.screen.address)]
        mark = "none" if page in UNMARKED else '"симулятор" / ""'
        assert actor.device.page.evaluate(MARK) == mark, f"«{title}» не помечен"
        assert "симулятор" not in actor.device.page.aria_snapshot()
        assert "симулятор" not in str(look_at(actor.device.page).labels)
        stopped_at.add(page)
    assert stopped_at >= JOURNEYS[journey]


def test_every_page_there_is_has_a_journey():
    assert set().union({START_PAGE}, UNASKED, *JOURNEYS.values()) == _pages()


def test_start_page_is_accessible_and_fits(chromium: Chromium, simulator: Simulator, axe: Axe, shown: Shown):
    begin_main_world(simulator.database, simulator.chat_rules)
    html = Client(simulator).get("/", base_url="http://localhost:8000").text
    assert set(shown.values()) == {START_PAGE}
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


def _place(address: str) -> tuple[str, str]:
    parts = urlsplit(address)
    return parts.netloc, unquote(parts.path)


def _pages() -> set[str]:
    """The templates of whole pages: they extend another, and none extends them; and VK ID's screens, once each."""
    files = [file for folder in SIMULATOR.rglob("templates") for file in folder.rglob("*.html")]
    extending = {file: found[1] for file in files if (found := EXTENDS.search(file.read_text("utf-8")))}
    bases = {*extending.values(), "vk_id/walk.html"}
    sign_in = {f"vk_id/signin/{name}" for name, one in sign_in_screens().items() if not one.worded_as}
    recovery = {f"vk_id/recovery/{name}" for name in ORDER}
    return {_name(file) for file in extending if _template(file) not in bases} | sign_in | recovery


def _name(file: Path) -> str:
    """What a template is called here; of one that a single journal has, the journal too."""
    within = file.relative_to(SIMULATOR)
    owner = f"{within.parts[1]}:" if within.parts[0] == "sites" else ""
    return owner + _template(file).removesuffix(".html")


def _template(file: Path) -> str:
    return file.as_posix().rpartition("/templates/")[2]


def problems_of(page: Page, axe: Axe) -> list[str]:
    """What axe-core finds on the page at each width, and by how much the page is too wide for it."""
    problems, window = [], page.viewport_size
    for device, width in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": HEIGHT})
        for violation in axe.run(page, options=RULES).response["violations"]:
            places = ", ".join(node["html"][:120] for node in violation["nodes"])
            problems.append(f"{device}: {violation['id']} — {violation['help']}: {places}")
        if (overhang := page.evaluate(OVERHANG)) > 0:
            problems.append(f"{device}: шире экрана на {overhang} точек")
        if covered := page.evaluate(UNDER_MARK):
            problems.append(f"{device}: под меткой симулятора стоит {covered}")
    assert window is not None
    page.set_viewport_size(window)
    return problems
