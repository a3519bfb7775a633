"""Defects of ЭПОС, the journal of Perm."""

from functools import partial

from tests.defects.consequence import consequence
from tests.defects.forms import instead, lacks, screen, walks
from tests.defects.walking import JOURNALS, at_place, enter, linked, newcomer
from tests.http.page import Page
from tests.http.world import World

SITE = "https://school.permkrai.ru"
ADVANTAGES = (
    "Вход в учебный профиль в VK мессенджере по VK ID",
    "Общение в защищенном от посторонних лиц пространстве",
    "Регистрация в ВКонтакте не нужна",
)
UNLINK = "Отвязать учебный профиль VK ID"


def opened(path: str, world: World) -> Page:
    return world.browser().open(f"{SITE}{path}")


def signed_in(world: World) -> Page:
    return enter(world.browser(), newcomer(world, "perm"))


def unlinked_place(world: World, journal: str = "perm") -> Page:
    return at_place(world.browser(), newcomer(world, journal))


def linked_place(world: World) -> Page:
    return linked(world, "perm")[0].page


test_perm_entrance_missing = lacks("perm_entrance_missing", partial(opened, "/"), "Вход для сотрудников")
test_perm_login_not_asked = lacks("perm_login_not_asked", partial(opened, "/login"), "Логин")
test_perm_icon_missing = lacks("perm_icon_missing", signed_in, "Личные сообщения")
test_perm_link_button_missing = lacks("perm_link_button_missing", unlinked_place, JOURNALS["perm"][2])
AT_PHONE = screen("perm", "profile", "phone")
test_perm_service_unnamed = instead(
    "perm_service_unnamed",
    AT_PHONE,
    "сервисом «ЭПОС»",
    "сервисом «Электронная Пермская Образовательная система»",
)
test_perm_advantages_missing = lacks("perm_advantages_missing", AT_PHONE, *ADVANTAGES)
test_perm_arrow_missing = lacks("perm_arrow_missing", screen("perm", "profile", "password"), "Назад")
test_perm_messenger_link_missing = lacks(
    "perm_messenger_link_missing", linked_place, "Перейти в VK Мессенджер"
)
test_perm_unlink_button_missing = lacks("perm_unlink_button_missing", linked_place, UNLINK)
test_perm_staff_chat_missing = lacks("perm_staff_chat_missing", linked_place, "Учительская")
test_perm_parents_chat_missing = lacks("perm_parents_chat_missing", linked_place, "Чат с родителями, 5 «А»")
test_perm_pupils_chat_missing = lacks("perm_pupils_chat_missing", linked_place, "Чат с учениками, 5 «А»")

DATA = "profile_data"


def perm(owns: str, defect: str, *shown: str):
    return walks(defect, "perm", owns, *shown)


test_perm_v1_code_skipped = perm("profile", "perm_v1_code_skipped", "phone", "password", "choice", DATA)
test_perm_v1_choice_skipped = perm("profile", "perm_v1_choice_skipped", "phone", "password", "code", DATA)
test_perm_v1_data_skipped = perm("profile", "perm_v1_data_skipped", "phone", "password", "code", "choice")
test_perm_v1_data_before_choice = perm(
    "profile", "perm_v1_data_before_choice", "phone", "password", "code", DATA, "choice"
)
test_perm_v2_password_skipped = perm("vk_id", "perm_v2_password_skipped", "phone", "code", "offer", DATA)
test_perm_v2_offer_skipped = perm("vk_id", "perm_v2_offer_skipped", "phone", "password", "code", DATA)
test_perm_v2_data_skipped = perm("vk_id", "perm_v2_data_skipped", "phone", "password", "code", "offer")
test_perm_v2_code_before_password = perm(
    "vk_id", "perm_v2_code_before_password", "phone", "code", "password", "offer", DATA
)
test_perm_v3_vk_id_data_skipped = perm(
    "nothing", "perm_v3_vk_id_data_skipped", "phone", "code", "offer", DATA
)
test_perm_v3_offer_skipped = perm("nothing", "perm_v3_offer_skipped", "phone", "code", "account_data", DATA)
test_perm_v3_profile_data_skipped = perm(
    "nothing", "perm_v3_profile_data_skipped", "phone", "code", "account_data", "offer"
)
test_perm_v3_code_skipped = perm("nothing", "perm_v3_code_skipped", "phone", "account_data", "offer", DATA)


@consequence
def test_perm_site_does_not_open(world: World) -> bool:
    browser = world.browser()
    browser.open(SITE)
    return browser.status == 503


@consequence
def test_perm_right_password_refused(world: World) -> bool:
    return "Неверный логин или пароль" in signed_in(world).alerts


@consequence
def test_perm_link_forgotten(world: World) -> bool:
    browser, person = linked(world, "perm")
    assert "Учебный профиль" in browser.page.text
    browser.submit("Выйти")
    return JOURNALS["perm"][2] in at_place(browser, person).buttons


@consequence
def test_perm_messenger_before_linking(world: World) -> bool:
    return "Перейти в VK Мессенджер" in unlinked_place(world).links
