"""Defects of the parents' diary, on the web and as an app."""

from tests.defects.consequence import consequence
from tests.defects.forms import instead, lacks, renamed, screen, walks
from tests.defects.walking import (
    JOURNALS,
    answer,
    at_place,
    at_screen,
    enter,
    enter_messenger,
    linked,
    newcomer,
    own_form,
    screen_of,
)
from tests.http.browser import Browser
from tests.http.page import Page
from tests.http.world import World
from tests.people import PASSWORD

DIARY, APP = "https://dnevnik.mos.ru", "app.dnevnik.mos.ru"
ADVANTAGES = (
    "Вход в учебный профиль в VK Мессенджере по VK ID",
    "Общение в защищенном от посторонних лиц пространстве",
    "Регистрация ВКонтакте не нужна",
)
FORGOTTEN, DATA, ENTER_LESSON = "Забыли или не установили пароль", "profile_data", "Войти в урок"


def desk(world: World, role: str = "parent", host: str = "") -> Browser:
    browser = world.browser()
    enter(browser, newcomer(world, "diary", account={"role": role}), host)
    return browser


def diary(owns: str, defect: str, *shown: str):
    return walks(defect, "diary", owns, *shown)


def page_of_desk(world: World) -> Page:
    return desk(world).page


test_diary_icon_missing = lacks("diary_icon_missing", page_of_desk, "Чаты")
test_diary_section_missing = lacks("diary_section_missing", page_of_desk, "Портфолио учащегося")
test_diary_app_renamed = renamed(
    "diary_app_renamed", lambda world: desk(world, host=APP).page, "Мой дневник", "Дневник МЭШ"
)
test_diary_app_button_missing = lacks(
    "diary_app_button_missing", lambda world: desk(world, host=APP).follow("Настройки аккаунта"), "Мессенджер"
)
test_diary_connect_missing = lacks(
    "diary_connect_missing",
    lambda world: at_place(world.browser(), newcomer(world, "diary")),
    JOURNALS["diary"][2],
)
AT_PHONE = screen("diary", "profile", "phone")
test_diary_service_renamed = instead("diary_service_renamed", AT_PHONE, "«Дневник МЭШ»", "«МЭШ.ВКС»")
test_diary_advantages_missing = lacks("diary_advantages_missing", AT_PHONE, *ADVANTAGES)
test_diary_code_button_renamed = renamed(
    "diary_code_button_renamed", screen("diary", "nothing", "code"), "Продолжить", "Отправить"
)
test_diary_resend_missing = lacks("diary_resend_missing", screen("diary", "nothing", "code"), "Позвонить")
test_diary_v1_arrow_missing = lacks("diary_v1_arrow_missing", screen("diary", "vk_id", DATA), "Назад")
test_diary_forgotten_missing = lacks(
    "diary_forgotten_missing", screen("diary", "vk_id", "password"), FORGOTTEN
)
test_diary_v2_line_missing = lacks(
    "diary_v2_line_missing", screen("diary", "profile", "choice"), "Ваш профиль для связки"
)

test_diary_v1_offer_skipped = diary("vk_id", "diary_v1_offer_skipped", "phone", "password", DATA, "consent")
test_diary_v1_password_skipped = diary(
    "vk_id", "diary_v1_password_skipped", "phone", "offer", "code", DATA, "consent"
)
test_diary_v1_data_skipped = diary("vk_id", "diary_v1_data_skipped", "phone", "offer", "password", "consent")
test_diary_v1_consent_not_asked = diary(
    "vk_id", "diary_v1_consent_not_asked", "phone", "offer", "password", DATA
)
test_diary_v1_offer_after_password = diary(
    "vk_id", "diary_v1_offer_after_password", "phone", "password", "offer", DATA, "consent"
)
test_diary_v1_two_proofs = diary(
    "vk_id", "diary_v1_two_proofs", "phone", "offer", "password", "code", DATA, "consent"
)
test_diary_v2_choice_skipped = diary(
    "profile", "diary_v2_choice_skipped", "phone", "password", DATA, "consent"
)
test_diary_v2_data_skipped = diary(
    "profile", "diary_v2_data_skipped", "phone", "password", "choice", "consent"
)
test_diary_v2_password_skipped = diary(
    "profile", "diary_v2_password_skipped", "phone", "choice", DATA, "consent"
)
test_diary_v2_consent_not_asked = diary(
    "profile", "diary_v2_consent_not_asked", "phone", "password", "choice", DATA
)


@consequence
def test_diary_lesson_for_parents(world: World) -> bool:
    return desk(world).open(f"{DIARY}/lesson").heading == "Дистанционный урок"


@consequence
def test_diary_lesson_closed_to_pupils(world: World) -> bool:
    page = desk(world, "pupil").page
    return "Дистанционный урок" in page.text and ENTER_LESSON not in page.links


@consequence
def test_diary_linked_as_somebody_else(world: World) -> bool:
    newcomer(world, "diary", number=1, account={"linked": True})
    browser, _person = linked(world, "diary")
    return "Белова Нина Олеговна" in browser.page.text and "Орлова" in world.links["login0"]


@consequence
def test_diary_mail_refused(world: World) -> bool:
    browser, mail = world.browser(), "vera@pochta.test"
    person = newcomer(world, "diary", vk_id={"password": PASSWORD, "email": mail})
    at_place(browser, person)
    browser.submit(JOURNALS["diary"][2])
    answer(browser, world, person, phone=mail)
    return screen_of(browser) == "phone"


@consequence
def test_diary_forgotten_changes_nothing(world: World) -> bool:
    browser, _person = at_screen(world, "diary", "vk_id", "password")
    browser.submit(FORGOTTEN)
    return screen_of(browser) == "password" and own_form(browser) is not None


@consequence
def test_diary_page_seen_at_school(world: World) -> bool:
    browser = world.browser()
    page = {"last_name": "Лунная", "first_name": "Вера"}
    person = newcomer(world, "diary", page=page, account={"linked": True})
    enter_messenger(browser, world, person)
    browser.follow("Чат класса 5 «А»")
    return any("Лунная" in one for one in browser.follow("Участники").items)
