"""Defects of VK ID's screens."""

from tests.defects.consequence import consequence
from tests.defects.forms import instead, lacks, renamed, screen, titled, walks
from tests.defects.walking import answer, at_screen, begin, newcomer, screen_of, sign_in_at_vk_id
from tests.http.world import World

OTHER_ACCOUNT = "Войти в другой аккаунт"
NEW_PROFILE, VK_ID_ITSELF, CHOICE = "Создание учебного профиля", "Вход в VK ID", "Выберите учебный профиль"

test_phone_screen_untitled = titled("phone_screen_untitled", "perm", "profile", "phone", "Введите пароль")
test_password_screen_untitled = titled(
    "password_screen_untitled", "perm", "profile", "password", VK_ID_ITSELF
)
test_code_screen_untitled = titled("code_screen_untitled", "perm", "nothing", "code", VK_ID_ITSELF)
test_choice_screen_untitled = titled("choice_screen_untitled", "perm", "profile", "choice", NEW_PROFILE)
test_offer_screen_untitled = titled("offer_screen_untitled", "perm", "vk_id", "offer", CHOICE)
test_data_screen_untitled = titled("data_screen_untitled", "mesh", "nothing", "profile_data", "Личные данные")
test_consent_screen_untitled = titled(
    "consent_screen_untitled", "mesh", "nothing", "consent", "Информация о себе"
)

AT_PHONE, AT_CODE = screen("perm", "profile", "phone"), screen("mesh", "profile", "code")
test_proceed_renamed = renamed("proceed_renamed", AT_PHONE, "Далее", "Продолжить")
test_phone_field_renamed = instead("phone_field_renamed", AT_PHONE, "Логин", "Телефон")
test_code_field_renamed = instead("code_field_renamed", AT_CODE, "Пароль", "Введите код")
test_mesh_code_button_renamed = renamed("mesh_code_button_renamed", AT_CODE, "Отправить", "Продолжить")
test_terms_missing = lacks("terms_missing", AT_PHONE, "вы принимаете пользовательское соглашение")
test_transferred_data_missing = lacks("transferred_data_missing", AT_PHONE, "Передаваемые данные")
test_offer_names_nobody = lacks(
    "offer_names_nobody", screen("diary", "vk_id", "offer"), "Орлова Вера Павловна"
)
test_offer_without_other_account = lacks(
    "offer_without_other_account", screen("diary", "vk_id", "offer"), OTHER_ACCOUNT
)
test_choice_without_other_account = lacks(
    "choice_without_other_account", screen("diary", "profile", "choice"), OTHER_ACCOUNT
)
test_choice_of_a_stranger = instead(
    "choice_of_a_stranger",
    screen("mesh", "profile", "choice"),
    "Лаптева Мария Ивановна",
    "Орлова Вера Павловна",
)
test_profile_not_found = walks(
    "profile_not_found", "perm", "profile", "phone", "password", "code", "offer", "profile_data"
)


def shown_after_phone(world: World, owns: str, **typed: str) -> str:
    browser, person = at_screen(world, "perm", owns, "phone")
    answer(browser, world, person, **typed)
    return screen_of(browser)


@consequence
def test_printed_number_refused(world: World) -> bool:
    return shown_after_phone(world, "profile", phone="+7 199 555-00-00") == "phone"


@consequence
def test_new_number_refused(world: World) -> bool:
    return shown_after_phone(world, "nothing") == "phone"


@consequence
def test_vk_id_not_found(world: World) -> bool:
    return shown_after_phone(world, "profile") == "code"


def shown_to_remembered(world: World) -> str:
    browser, person = world.browser(), newcomer(world, "mesh")
    sign_in_at_vk_id(browser, world, person)
    begin(browser, person)
    return screen_of(browser)


@consequence
def test_remembered_not_shown(world: World) -> bool:
    return shown_to_remembered(world) == "phone"


@consequence
def test_remembered_used_unasked(world: World) -> bool:
    return shown_to_remembered(world) == "profile_data"
