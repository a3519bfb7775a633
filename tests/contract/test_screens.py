"""What a screen tells: in Russian, with what was there instead; and nothing passes because a page was not there yet."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from unicodedata import normalize
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route

from fixtures.browser import HANDHELD_WIDTH, Chromium
from fixtures.control import FAILURE, Control, SimulatorBroke, SimulatorDied
from fixtures.faults import fault_named
from fixtures.sight.device import Device
from fixtures.sight.mismatch import Mismatch
from fixtures.stand import load_stand
from fixtures.world import PowerUntold, World
from steps.language.parts import HEADING, LINE, WINDOW, Part
from steps.screens.acting import AddressUnserved
from steps.screens.actor import Actor
from steps.screens.layout import ScreenLayout
from steps.screens.screen import Screen
from steps.screens.seeing import ScreenUnnamed

SHORT_PATIENCE_MS = 1_000  # where nothing is to be found
PAGE = """
<title>Т</title><h1>Вход</h1>
<label for=l>Логин</label><input id=l value=ivanova>
<label for=s>Пол</label><select id=s><option>Женский<option selected>Мужской</select>
<p role=alert>Неверный пароль</p><p>Два слова</p><p hidden>Тайна</p>
<button>Войти</button><button>Отмена</button><button>Отмена</button><a href=#>Назад</a>
"""


@pytest.fixture
def device(chromium: Chromium) -> Iterator[Device]:
    made = Device("d1", chromium.context("Svyazka/none.d1"))
    yield made
    made.context.close()


@pytest.fixture
def screen(device: Device) -> Screen:
    device.page.set_content(PAGE)
    return Screen(device, lambda: None)


def hurry(device: Device) -> None:
    """Wait no longer than what is not there deserves."""
    device.wait_at_most(SHORT_PATIENCE_MS)


TWO_POINTS = """
<title>Ё</title><h1>Мой край</h1><nav aria-label="Ёлки, ёлки"><ul><li><a href=#>Ещё твоё</a></ul></nav>
<label for=l>Чей чужой логин</label><input id=l value=йод>
<label for=s>Твой приём</label><select id=s><option>Ещё своё<option selected>Мой чужой</select>
<p role=alert>Мой ошибочный ввод</p><p>Новый счёт 1:53</p><button>Перейти к моей</button>
<label><input type=checkbox>Ёжё</label><label for=t>Мой твой</label><input id=t value=да>
<div role=dialog aria-label="Твой выбор"><a href=#>Да</a></div><ul><li><b>Чей край</b> <a href=#>Ага</a></ul>
<div><h2>Твой край</h2><a href=#>Угу</a></div>
"""


PARTS = ((WINDOW, "Твой выбор", "Да"), (LINE, "Чей край", "Ага"), (HEADING, "Твой край", "Угу"))


def mixed(text: str) -> str:
    """Every second of the letters that can be is put together of two code points."""
    letters = list(normalize("NFC", text))
    splittable = [at for at, letter in enumerate(letters) if normalize("NFD", letter) != letter]
    for at in splittable[::2]:
        letters[at] = normalize("NFD", letters[at])
    return "".join(letters)


@pytest.mark.parametrize("written", [lambda text: normalize("NFD", text), mixed], ids=["apart", "mixed"])
def test_page_that_writes_two_code_points_for_a_letter_is_read_like_any_other(
    device: Device, written: Callable[[str], str]
):
    device.page.set_content(written(TWO_POINTS))
    screen = Screen(device, lambda: None)
    hurry(device)
    screen.prove("Мой край")
    screen.see_message("Мой ошибочный ввод")
    screen.see_countdown("Новый счёт")
    screen.see_countdown_near("Новый счёт 1:53")
    screen.see_number_of_lines("Ёлки, ёлки", 1)
    screen.see_value("Чей чужой логин", "йод")
    screen.fill("Чей чужой логин", "")
    screen.see_value("Мой твой", "да")
    screen.see_choice("Твой приём", "Мой чужой")
    screen.choose("Твой приём", "Ещё своё")
    screen.see_choice("Твой приём", "Ещё своё")
    screen.tick("Ёжё")
    screen.see_in_order(["Ещё твоё", "Перейти к моей"])
    screen.press("Перейти к моей")
    screen.prove("Мой край")
    for where, name, label in PARTS:
        screen.within(Part(where, name)).press(label)
    screen.prove("Мой край")
    for unseen in (
        lambda: screen.miss("Ещё твоё"),
        lambda: screen.miss_button("Перейти к моей"),
        lambda: screen.miss_anywhere("край"),
    ):
        with pytest.raises(Mismatch):
            unseen()


MISMATCHES: list[tuple[Callable[[Screen], None], str]] = [
    (
        lambda screen: screen.press("Привязать"),
        "на экране «Вход» нет кнопки «Привязать»; есть: «Войти», «Отмена», «Назад»",
    ),
    (lambda screen: screen.press("войти"), "на экране «Вход» нет кнопки «войти»"),
    (lambda screen: screen.press("Отмена"), "на экране «Вход» из кнопки «Отмена» не выбрать: их 2"),
    (lambda screen: screen.see_button("Выйти"), "на экране «Вход» нет кнопки «Выйти»; есть: «Войти»"),
    (lambda screen: screen.fill("Пароль", "x"), "на экране «Вход» нет поля «Пароль»; есть: «Логин», «Пол»"),
    (
        lambda screen: screen.fill("Логин или почта", "x"),
        "на экране «Вход» нет поля «Логин или почта»; есть: «Логин», «Пол»",
    ),
    (
        lambda screen: screen.see("Два"),
        "на экране «Вход» нет надписи «Два», возможно, это «Два слова»; есть: «Неверный пароль», «Два слова»",
    ),
    (lambda screen: screen.see("Тайна"), "на экране «Вход» нет надписи «Тайна»"),
    (lambda screen: screen.see_message("Два слова"), "на экране «Вход» нет сообщения «Два слова»"),
    (lambda screen: screen.see_countdown("Через"), "на экране «Вход» нет отсчёта «Через …»"),
    (lambda screen: screen.see_once("Отмена"), "на экране «Вход» надпись «Отмена» видна не один раз, а 2"),
    (
        lambda screen: screen.see_value("Логин", "petrova"),
        "на экране «Вход» в поле «Логин» стоит «ivanova», а не",
    ),
    (
        lambda screen: screen.see_in_order(["Два слова", "Неверный пароль"]),
        "на экране «Вход» после «Два слова» не стоит «Неверный пароль»",
    ),
    (lambda screen: screen.see_all(["Два слова", "Два"]), "на экране «Вход» нет надписи «Два»"),
    (lambda screen: screen.see_buttons(["Войти", "Выйти"]), "на экране «Вход» нет кнопки «Выйти»"),
    (
        lambda screen: screen.see_values([("Логин", "ivanova"), ("Логин", "")]),
        "на экране «Вход» в поле «Логин» стоит «ivanova», а не «»",
    ),
    (
        lambda screen: screen.see_choice("Пол", "Женский"),
        "на экране «Вход» в поле «Пол» выбрано не «Женский»",
    ),
    (
        lambda screen: screen.prove("Выход"),
        "открыт экран «Вход», а не «Выход»; он говорит: «Неверный пароль»; на нём: «Неверный пароль», «Два слова»",
    ),
]


@pytest.mark.parametrize(("look", "sentence"), MISMATCHES, ids=[sentence for _, sentence in MISMATCHES])
def test_mismatch_says_what_was_there_instead(device: Device, screen: Screen, look, sentence):
    hurry(device)
    with pytest.raises(Mismatch) as mismatch:
        look(screen)
    assert str(mismatch.value).startswith(sentence)


def test_what_is_there_is_seen(screen: Screen):
    screen.prove("Вход")
    screen.see("Неверный пароль")
    screen.see_message("Неверный пароль")
    screen.see_button("Назад")
    screen.see_value("Логин", "ivanova")
    screen.see_choice("Пол", "Мужской")
    screen.miss("Тайна")
    screen.miss_button("Неверный пароль")


LAYOUT = """
<meta name=viewport content="width=device-width"><title>Т</title><h1>Дневник</h1>
<nav aria-label="Навигационная панель"><ul><li>МЭШ<li>Дневник<li><a href=# aria-label=Чаты>*</a></ul></nav>
<p>id аккаунта: 17</p><button>Войти</button><div style="width: 500px">.</div>
"""
ILL_PLACED: list[tuple[Callable[[ScreenLayout], None], str]] = [
    (lambda layout: layout.see_at_top_right("Войти"), "значок «Войти» не в правом верхнем углу"),
    (
        lambda layout: layout.see_navigation("Дневник МЭШ *"),
        "в навигационной панели стоит «МЭШ Дневник *», а не «Дневник МЭШ *»",
    ),
    (lambda layout: layout.see_in_navigation("Войти"), "в навигационной панели нет «Войти»"),
    (lambda layout: layout.see_it_fits(), "страница шире окна: 5"),
    (
        lambda layout: layout.see_beside(re.compile("id аккаунта: .+"), "Войти"),
        "значок «Войти» не на строке «id аккаунта: 17» справа от неё",
    ),
]


@pytest.fixture
def handheld(chromium: Chromium) -> Iterator[Device]:
    made = Device("d1", chromium.handheld_context("Svyazka/none.d1"), handheld=True)
    yield made
    made.context.close()


@pytest.mark.parametrize(("look", "complaint"), ILL_PLACED, ids=[complaint for _, complaint in ILL_PLACED])
def test_what_stands_elsewhere_is_told(handheld: Device, look, complaint):
    handheld.page.set_content(LAYOUT)
    hurry(handheld)
    with pytest.raises(Mismatch, match=re.escape(f"на экране «Дневник» {complaint}")):
        look(ScreenLayout(handheld, lambda: None))


def test_what_stands_where_it_should_is_seen(device: Device):
    device.page.set_content(LAYOUT)
    layout = ScreenLayout(device, lambda: None)
    layout.see_navigation("МЭШ Дневник *")
    layout.see_in_navigation("Чаты")
    layout.see_it_fits()


TOUCHED = """
<h1>Палец</h1><p id=told>никто</p><button type=button>Нажать</button>
<script>document.querySelector("button").onclick = e => { told.textContent = e.pointerType }</script>
"""


def test_phone_is_touched_and_a_computer_is_clicked(device: Device, handheld: Device):
    for one, told in ((handheld, "touch"), (device, "mouse")):
        one.page.set_content(TOUCHED)
        screen = Screen(one, lambda: None)
        screen.press("Нажать")
        screen.see(told)


OPENING = "<title>Т</title><h1>Дневник</h1><a href='about:blank' target=_blank rel=noopener>Чаты</a>"


def test_window_that_a_page_opens_is_a_tab_like_any_other(device: Device):
    device.page.set_content(OPENING)
    screen = Screen(device, lambda: None)
    screen.press("Чаты")
    assert device.windows.number_in_front == 1
    screen.turn_to_new_window()
    assert (device.windows.number_in_front, len(device.windows)) == (2, 2)
    device.page.set_content("<h1>Мессенджер</h1>")
    screen.prove("Мессенджер")
    device.close_tab(2)
    assert screen.title == "Дневник"


def test_window_that_nothing_opened_is_told(device: Device, screen: Screen):
    hurry(device)
    with pytest.raises(Mismatch, match="на экране «Вход» ничто не открыло нового окна"):
        screen.turn_to_new_window()


def test_window_that_was_closed_unseen_is_not_turned_to(device: Device):
    device.page.set_content(OPENING)
    screen = Screen(device, lambda: None)
    with device.page.expect_popup():
        screen.press("Чаты")
    device.close_tab(2)
    hurry(device)
    with pytest.raises(Mismatch, match="ничто не открыло нового окна"):
        screen.turn_to_new_window()


def test_window_that_stayed_behind_is_not_taken_for_a_new_one(device: Device):
    device.page.set_content(OPENING)
    screen = Screen(device, lambda: None)
    for _press in range(2):
        with device.page.expect_popup():
            screen.press("Чаты")
    screen.turn_to_new_window()
    assert (device.windows.number_in_front, len(device.windows)) == (3, 3)
    hurry(device)
    with pytest.raises(Mismatch, match="ничто не открыло нового окна"):
        screen.turn_to_new_window()


UNFOLDING = """
<h1>Профиль</h1>
<details><summary><span>Ещё</span></summary><button>Настройки</button></details>
<div role=group aria-label=Профиль><span>Школьный</span><button><span>Личный</span></button></div>
"""


def test_what_unfolds_is_pressed_and_a_word_in_a_group_is_no_button(device: Device) -> None:
    device.page.set_content(UNFOLDING)
    hurry(device)
    screen = Screen(device, lambda: None)
    screen.press("Ещё")
    screen.press("Настройки")
    screen.press("Личный")
    with pytest.raises(Mismatch, match="нет кнопки «Школьный»"):
        screen.press("Школьный")


def test_text_inside_another_or_in_a_field_is_found(screen: Screen):
    screen.prove("Вход")
    screen.miss_anywhere("petrova")
    for hidden_in_text_or_field in ("слова", "ivanova"):
        with pytest.raises(Mismatch, match=hidden_in_text_or_field):
            screen.miss_anywhere(hidden_in_text_or_field)


@pytest.mark.parametrize(
    ("line", "stands"),
    [("Ещё 1:53", True), ("Ещё 2:10", True), ("Ещё 1:52", False), ("Ещё 3:00", False)],
)
def test_countdown_is_seen_at_its_moment(device: Device, line: str, stands: bool):
    device.page.set_content("<h1>Код</h1><p>Ещё 1:53</p>")
    screen = Screen(device, lambda: None)
    if stands:
        screen.see_countdown_near(line)
    else:
        hurry(device)
        with pytest.raises(Mismatch, match=f"отсчёт не показывает «{line}»"):
            screen.see_countdown_near(line)


def test_present_text_is_not_missed(screen: Screen):
    screen.prove("Вход")
    with pytest.raises(Mismatch, match="на экране «Вход» видна надпись «Два слова»"):
        screen.miss("Два слова")
    with pytest.raises(Mismatch, match="на экране «Вход» есть кнопка «Назад»"):
        screen.miss_button("Назад")


def test_nothing_is_missed_on_a_screen_that_was_not_named(screen: Screen):
    with pytest.raises(ScreenUnnamed, match="Сначала скажите, на каком экране"):
        screen.miss("Чего нет")


def test_screen_has_to_be_named_again_after_an_action(screen: Screen):
    screen.prove("Вход")
    screen.press("Войти")
    with pytest.raises(ScreenUnnamed):
        screen.miss("Чего нет")


def test_address_that_the_stand_does_not_have_is_the_scenarios_mistake(screen: Screen):
    with pytest.raises(AddressUnserved, match="https://nowhere.test/: такого сайта на стенде нет"):
        screen.open("https://nowhere.test/")


ROLES = """<title>Вход</title><h1>Вход</h1><p>Войдите</p><a href="/">Помощь</a><button>Дальше</button>
<input placeholder="Телефон или почта"><label>Логин <input></label><img alt="Школа" src="data:,">
<ul><li>Пол</li></ul>"""


@pytest.mark.parametrize(
    ("look", "words", "found"),
    [
        (Screen.see_value, "Телефон или почта", "подсказка в поле, а не подпись к нему"),
        (Screen.see_value, "Вход", "заголовок"),
        (Screen.see_value, "Помощь", "ссылка"),
        (Screen.see_value, "Дальше", "кнопка"),
        (Screen.see_value, "Школа", "картинка"),
        (Screen.see_value, "Пол", "надпись"),
        (Screen.press, "Войдите", "надпись"),
        (Screen.press, "Логин", "подпись поля"),
        (Screen.see, "Телефон или почта", "подпись поля"),
    ],
)
def test_same_words_in_another_role_are_told_as_what_they_are(
    device: Device, screen: Screen, look, words: str, found: str
):
    device.page.set_content(ROLES)
    hurry(device)
    arguments = ["x"] if look is Screen.see_value else []
    with pytest.raises(Mismatch, match=f"«{words}», такие слова есть, но это {found}; есть: ") as mismatch:
        look(screen, words, *arguments)
    assert "возможно" not in str(mismatch.value)
    assert mismatch.value.difference
    assert mismatch.value.difference.nearest != words


def test_failure_that_the_simulator_owns_up_to_is_no_finding(device: Device):
    device.page.set_content(f"<main><h1>{FAILURE}</h1><p>LookupError: нет ключа</p></main>")
    hurry(device)
    screen = Screen(device, lambda: None)
    for look in (screen.press, screen.prove, screen.see):
        with pytest.raises(SimulatorBroke, match=f"{FAILURE} LookupError: нет ключа"):
            look("Войти")


def test_dead_stand_is_not_the_scenarios_failure(device: Device):
    def die() -> None:
        raise SimulatorDied("нет его")

    device.page.set_content(PAGE)
    hurry(device)
    with pytest.raises(SimulatorDied):
        Screen(device, die).press("Привязать")


def test_screen_name_is_asked_for_anew_only_after_an_action(device: Device):
    device.page.set_content("<h1>Вход</h1>")
    assert device.view.name() == "Вход"
    device.page.set_content("<h1>Другой</h1>")
    assert device.view.name() == "Вход"
    device.view.forget()
    assert device.view.name() == "Другой"


LEAVING = "<h1>{path}</h1><button onclick='setTimeout(() => location.assign(\"/elsewhere\"), {delay})'>Идти</button>"


def reach_page_that_leaves(device: Device, unanswered: str, delay: int) -> Page:
    """A page that goes elsewhere by itself so many milliseconds after a press; one address is not answered at first."""
    held: list[Route] = []

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path == unanswered and not held:
            held.append(route)
        else:
            body = LEAVING.format(path=path, delay=delay)
            route.fulfill(body=body, content_type="text/html; charset=utf-8")

    device.page.route("**/*", answer)
    device.page.goto("https://site.test/")
    return device.page


def test_address_is_typed_again_when_the_page_goes_elsewhere_by_itself(device: Device):
    page = reach_page_that_leaves(device, "/new", delay=200)
    screen = Screen(device, lambda: None)
    screen.press("Идти")
    screen.open("https://site.test/new")
    assert page.url == "https://site.test/new"
    assert screen.title == "/new"


def test_page_is_asked_for_again_although_it_is_about_to_go_elsewhere(device: Device):
    page = reach_page_that_leaves(device, "/elsewhere", delay=200)
    screen = Screen(device, lambda: None)
    with page.expect_request("**/elsewhere"):
        screen.press("Идти")
    screen.reload()
    assert screen.title == "/"


def test_what_is_known_of_a_page_that_goes_elsewhere_by_itself_is_forgotten(device: Device):
    page = reach_page_that_leaves(device, "/nowhere", delay=0)
    screen = Screen(device, lambda: None)
    screen.prove("/")
    assert device.view.name() == "/"
    hurry(device)
    with page.expect_navigation(url="**/elsewhere"):
        page.evaluate("void setTimeout(() => location.assign('/elsewhere'), 0)")
    assert device.view.name() == "/elsewhere"
    with pytest.raises(Mismatch, match="открыт экран «/elsewhere», а не «/»"):
        screen.miss("Чего нет")


def test_press_that_leads_to_a_page_which_never_comes_is_told(device: Device):
    page = reach_page_that_leaves(device, "/elsewhere", delay=0)
    page.evaluate("document.querySelector('button').onclick = () => location.assign('/elsewhere')")
    device.wait_at_most(2_000)
    with pytest.raises(Mismatch, match="страница не отвечает"):
        Screen(device, lambda: None).press("Идти")


STEP_OF_A_WAY = "<h1>{path}</h1><form method=post action={path}i><button>Дальше</button></form>"
SLOWNESS_MS = 300  # a look that does not wait for the answer overtakes it; one that waits may take longer


@pytest.mark.parametrize("kind", ["device", "handheld"])
def test_press_returns_on_the_page_it_leads_to(kind: str, request: pytest.FixtureRequest):
    device: Device = request.getfixturevalue(kind)

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path
        if route.request.method == "POST":
            device.page.wait_for_timeout(SLOWNESS_MS)
        route.fulfill(body=STEP_OF_A_WAY.format(path=path), content_type="text/html; charset=utf-8")

    device.page.route("**/*", answer)
    device.page.goto("https://site.test/i")
    screen = Screen(device, lambda: None)
    screen.press("Дальше")
    assert screen.title == "/ii"
    screen.press("Дальше")
    screen.press("Дальше")
    assert screen.title == "/iiii"


COUNTDOWN = """
<h1>Отсчёт</h1><p id=left></p><script>
const deadline = Date.now() + 120_000;
setInterval(() => { left.textContent = Math.round((deadline - Date.now()) / 1000) + " с" }, 20);
</script>
"""


@pytest.fixture
def world(chromium: Chromium, control: Control) -> Iterator[World]:
    made = World(load_stand("sim"), control, chromium, 1)
    yield made
    made.end()


def test_page_that_counts_to_a_deadline_sees_the_worlds_clock_jump(world: World):
    page = world.device("me").page
    page.set_content(COUNTDOWN)
    page.get_by_text(re.compile(r"^1(20|1\d) с$")).wait_for()
    world.advance(timedelta(seconds=90))
    page.get_by_text(re.compile(r"^(30|2\d) с$")).wait_for()
    world.advance(timedelta(seconds=20))
    page.get_by_text(re.compile(r"^(10|\d) с$")).wait_for()


def test_computer_bought_after_a_jump_has_the_worlds_time(world: World):
    before = world.device("me").page.evaluate("Date.now()")
    world.advance(timedelta(days=1))
    after = world.device("colleague").page.evaluate("Date.now()")
    assert after - before >= timedelta(days=1).total_seconds() * 1000


def test_phone_belongs_to_the_world_and_stays_a_phone(world: World):
    phone = world.handheld("phone of me")
    assert phone.page.evaluate("navigator.userAgent").endswith(f" Svyazka/{world.id}.{phone.name}")
    assert phone.page.evaluate("[screen.width, navigator.maxTouchPoints > 0]") == [HANDHELD_WIDTH, True]
    assert world.device("phone of me") is phone
    assert world.in_use is phone
    assert not world.device("me").handheld


def test_world_is_made_once_with_everybody_who_was_mentioned(world: World):
    world.person("me")
    first = world.id
    world.person("colleague")
    assert world.id == first
    assert set(world.people) == {"me", "colleague"}


def test_going_back_from_the_first_page_is_told(world: World):
    screen = Screen(world.device("me"), lambda: None)
    screen.open(world.stand.site("journal.perm"))
    screen.open(f"{world.stand.site('journal.perm')}/login")
    screen.go_back()
    with pytest.raises(Mismatch, match="по «Назад» браузеру некуда вернуться"):
        screen.go_back()


def test_going_back_to_the_answer_of_a_form_is_told(world: World):
    screen = Screen(world.device("me"), world.prove_alive)
    screen.open("https://support.svyazka.test")
    screen.press("Отправить обращение")
    screen.see_message("Введите логин")
    screen.open("https://school.permkrai.ru")
    with pytest.raises(Mismatch, match="просит отправить форму ещё раз"):
        screen.go_back()


def test_what_not_every_stand_can_do_is_refused_to_a_scenario_that_does_not_ask_for_it(
    chromium: Chromium, control: Control
):
    world = World(load_stand("sim"), control, chromium, 1, powers=["phone"])
    world.change("me", lambda person: person.with_profile().with_own_email().with_generator())
    actor = Actor(world)
    for use, tag in (
        (lambda: actor.mailbox, "нужна-почта"),
        (lambda: world.advance(timedelta(minutes=1)), "нужно-время"),
        (lambda: world.disturb(fault_named("СМС не доходят")), "нужны-сбои"),
        (lambda: world.switch_vpn("me", True), "нужен-vpn"),
    ):
        with pytest.raises(PowerUntold, match=f"добавьте сценарию тег @{tag}"):
            use()
    assert actor.phone
    world._powers = []
    for use in (lambda: actor.phone, lambda: actor.generator, lambda: actor.phone_with("+7 199 111-11-11")):
        with pytest.raises(PowerUntold, match="добавьте сценарию тег @нужен-телефон"):
            use()
    world.end()
