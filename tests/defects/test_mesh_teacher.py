"""Defects of the teachers' journals of Moscow and of the Moscow region, «Мой паспорт» included."""

from functools import partial

from tests.defects.consequence import consequence
from tests.defects.forms import instead, lacks, screen, walks
from tests.defects.walking import answer, at_place, at_screen, begin, enter, linked, newcomer
from tests.http.browser import Browser
from tests.http.page import Page
from tests.http.world import World

SCHOOL, PASSPORT, SUPPORT = "https://school.mos.ru", "https://myschool.mos.ru", "https://support.svyazka.test"
CONNECT, DATA = "Перейти к подключению", "profile_data"
UNLINK_SELF, UNLINK_ICON = "Отвязать аккаунт", "Отвязать аккаунт"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


def desk(world: World) -> Page:
    return enter(world.browser(), newcomer(world, "mesh"))


def opened(path: str, world: World) -> Page:
    browser = world.browser()
    enter(browser, newcomer(world, "mesh"))
    return browser.open(f"{SCHOOL}{path}")


def linked_at(path: str, world: World) -> Page:
    browser, _person = linked(world, "mesh")
    return browser.open(f"{SCHOOL}{path}")


def passport(world: World, owns: str = "profile", path: str = "/security", **account: object) -> Browser:
    browser = world.browser()
    enter(browser, newcomer(world, "mosreg", owns, account=account), "myschool.mos.ru")
    browser.open(f"{PASSPORT}{path}")
    return browser


def mesh(owns: str, defect: str, *shown: str):
    return walks(defect, "mesh", owns, *shown)


test_mesh_settings_missing = lacks("mesh_settings_missing", desk, "Настройки аккаунта")
test_mesh_partners_tab_missing = lacks("mesh_partners_tab_missing", partial(opened, "/settings"), "Партнеры")
test_mesh_partners_cannot_connect = lacks(
    "mesh_partners_cannot_connect", partial(opened, "/settings/partners"), "Подключить"
)
test_mesh_icon_missing = lacks("mesh_icon_missing", desk, "Чаты Сферум")
AT_PLACE = partial(opened, "/messenger/connect")
test_mesh_unlinked_looks_linked = instead(
    "mesh_unlinked_looks_linked", AT_PLACE, "Мессенджер подключен", "Мессенджер не подключен"
)
test_mesh_explanation_missing = lacks(
    "mesh_explanation_missing",
    AT_PLACE,
    "чтобы общаться в чатах и проводить онлайн-звонки",
    "в закрытых чатах",
)
test_mesh_support_unmentioned = lacks(
    "mesh_support_unmentioned",
    partial(linked_at, "/settings/partners"),
    "Написать в службу технической поддержки",
)
test_mesh_v2_support_address_missing = lacks(
    "mesh_v2_support_address_missing", screen("mesh", "vk_id", "password"), "info@sferum.ru"
)

test_mesh_v1_password_skipped = mesh("vk_id", "mesh_v1_password_skipped", "phone", "code", DATA, "consent")
test_mesh_v1_code_skipped = mesh("vk_id", "mesh_v1_code_skipped", "phone", "password", DATA, "consent")
test_mesh_v1_data_skipped = mesh("vk_id", "mesh_v1_data_skipped", "phone", "password", "code", "consent")
test_mesh_v1_consent_not_asked = mesh("vk_id", "mesh_v1_consent_not_asked", "phone", "password", "code", DATA)
test_mesh_v2_code_skipped = mesh("nothing", "mesh_v2_code_skipped", "phone", DATA, "consent")
test_mesh_v2_consent_first = mesh("nothing", "mesh_v2_consent_first", "phone", "code", "consent", DATA)
test_mesh_v2_consent_not_asked = mesh("nothing", "mesh_v2_consent_not_asked", "phone", "code", DATA)
test_mesh_v3_password_asked = mesh(
    "profile", "mesh_v3_password_asked", "phone", "password", "code", "choice", DATA, "consent"
)
test_mesh_v3_choice_skipped = mesh("profile", "mesh_v3_choice_skipped", "phone", "code", DATA, "consent")
test_mesh_v3_data_skipped = mesh("profile", "mesh_v3_data_skipped", "phone", "code", "choice", "consent")
test_mesh_v3_consent_not_asked = mesh("profile", "mesh_v3_consent_not_asked", "phone", "code", "choice", DATA)
test_mesh_v3_code_skipped = mesh("profile", "mesh_v3_code_skipped", "phone", "choice", DATA, "consent")

PASSPORT_NOTE = "Функционал сервиса «Мой паспорт» доступен только для региона МО."
AT_SECURITY = lambda world: passport(world, linked=True).page  # noqa: E731 - a way to a page, as the others are
test_passport_note_missing = lacks(
    "passport_note_missing", lambda world: world.browser().open(PASSPORT), PASSPORT_NOTE
)
test_passport_security_missing = lacks(
    "passport_security_missing", lambda world: passport(world, path="/personal").page, "Безопасность"
)
test_passport_status_wrong = instead(
    "passport_status_wrong",
    lambda world: passport(world).page,
    "Аккаунт МЭШ привязан к учебному профилю.",
    "Аккаунт МЭШ не привязан к учебному профилю.",
)
test_passport_icon_missing = lacks("passport_icon_missing", AT_SECURITY, UNLINK_ICON)
test_passport_question_unnamed = instead(
    "passport_question_unnamed",
    lambda world: passport(world, linked=True).submit(UNLINK_ICON),
    UNLINK_ICON,
    "Удаление профиля «Сферум»",
)


@consequence
def test_mesh_connecting_leads_back(world: World) -> bool:
    browser = world.browser()
    begin(browser, newcomer(world, "mesh"))
    return browser.url == f"{SCHOOL}/messenger/connect" and CONNECT in browser.page.buttons


@consequence
def test_mesh_vpn_let_through(world: World) -> bool:
    world.switch_vpn(on=True)
    browser = world.browser()
    return begin(browser, newcomer(world, "mesh")).heading == "Вход в VK ID"


@consequence
def test_mesh_vpn_suspected_everywhere(world: World) -> bool:
    return begin(world.browser(), newcomer(world, "mesh")).heading == "Отключите VPN"


@consequence
def test_mesh_browser_advice_missing(world: World) -> bool:
    browser = world.browser()
    browser.agent = f"{FIREFOX} {browser.agent}"
    page = at_place(browser, newcomer(world, "mesh"))
    return page.heading == "Мессенджер не подключен" and "Яндекс.Браузер" not in page.text


@consequence
def test_mesh_moscow_unlinks_by_button(world: World) -> bool:
    browser, _person = linked(world, "mesh")
    browser.open(f"{SCHOOL}/settings/partners")
    if UNLINK_SELF not in browser.page.buttons:
        return False
    browser.submit(UNLINK_SELF)
    return "login0" not in world.links


@consequence
def test_mesh_support_unlinks_nobody(world: World) -> bool:
    linked(world, "mesh")
    desk = world.browser("support")
    desk.open(SUPPORT)
    where, method, form = desk.request_of("Отправить обращение", journal="mesh", login="login0")
    desk.open(where, method, {**(form or {}), "text": "Отвяжите профиль"})
    desk.open(f"{SUPPORT}/desk")
    told = desk.submit("Отвязать учебный профиль").text
    return "Учебный профиль отвязан" in told and "login0" in world.links


@consequence
def test_mesh_v2_mail_accepted(world: World) -> bool:
    browser, person = at_screen(world, "mesh", "profile", "phone")
    return "С этой почтой нет VK ID" in answer(browser, world, person, phone="anna@pochta.test").text


@consequence
def test_passport_closed(world: World) -> bool:
    page = world.browser().open(PASSPORT)
    return "hidden" in page.html and page.links["Вход в «Мой паспорт»"] != "/login"


@consequence
def test_passport_for_every_region(world: World) -> bool:
    return enter(world.browser(), newcomer(world, "mesh"), "myschool.mos.ru").heading == "Безопасность"


@consequence
def test_passport_unlinks_at_once(world: World) -> bool:
    passport(world, linked=True).submit(UNLINK_ICON)
    return "login0" not in world.links


def desk_after_passport(world: World, *, switched_off: bool) -> str:
    """The heading of the journal for somebody whose own device it is."""
    browser = passport(world)
    if switched_off:
        browser.submit("Выключить автоматический вход")
    return browser.open("https://authedu.mosreg.ru/desk").heading


@consequence
def test_mesh_automatic_sign_in_kept(world: World) -> bool:
    return desk_after_passport(world, switched_off=True) == "Электронный журнал"


@consequence
def test_mesh_automatic_sign_in_missing(world: World) -> bool:
    return desk_after_passport(world, switched_off=False) == "Вход в электронный журнал"
