"""Pages as real sites build them, read by whoever watches: what is a caption, in which order, and what is no screen."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, Playwright

from fixtures.browser import launch, launch_arguments
from fixtures.stand import load_stand
from reports.record.observation import Observation, SeenScreen
from steps.observing.hiding import Hiding
from steps.observing.observer import SETTLED, Observer
from tests.eyes.conftest import serve

JOURNAL, VK_ID = "https://journal.example", "https://id.example"
MASKED = """<div style="position: fixed; inset: 0; background: #0008">
  <div style="margin: 100px auto; width: 400px; height: 300px; background: #fff">%s</div></div>"""

Opened = Callable[..., Observer]


@pytest.fixture(scope="module")
def browser(driver: Playwright) -> Iterator[Browser]:
    started = launch(driver, launch_arguments(None))
    yield started
    started.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context()
    yield made
    made.close()


@pytest.fixture
def opened(context: BrowserContext) -> Opened:
    """Serves pages, opens the journal's and has somebody watch."""

    def open_with(journal: str, vk_id: str = "", keep: list[str] | None = None) -> Observer:
        def write(seen: Observation) -> None:
            if keep is not None:
                keep.append(
                    str(replace(seen, screens=tuple(replace(one, picture="") for one in seen.screens)))
                )

        stand = replace(load_stand("wild"), sites={"journal.perm": JOURNAL, "vk_id": VK_ID})
        observer = Observer(context, stand, Observation(day="2026-11-20"), Hiding(), write)
        serve(context, {JOURNAL: journal, VK_ID: vk_id})
        context.new_page().goto(JOURNAL)
        return observer

    return open_with


def seen(observer: Observer) -> tuple[SeenScreen, ...]:
    """Everything after as many looks as it takes."""
    for _ in range(SETTLED):
        [*observer.heed()]
    return observer.observation.screens


def page(observer: Observer) -> Page:
    return observer.context.pages[-1]


def test_captions_are_read_as_a_person_reads_them(opened: Opened) -> None:
    [screen] = seen(
        opened("""
        <div class=big>Вход <span>в журнал</span></div>
        <input placeholder="Логин"><label>Пароль <input type=password></label>
        <span class=hand title="Показать пароль">◉</span>
        <div class=hand><span>Вой</span><span>ти</span></div>
        <p>Нет пароля? <a href="/x">Восстановить</a> его можно самому<br>или в школе</p>
        <p hidden>Скрыто</p><div style="opacity: 0">Прозрачно</div>
        <span class=hand><img alt="Помощь" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width=9 height=9></span>""")
    )

    assert (screen.system, screen.title) == ("journal.perm", "Вход в журнал")
    assert [(one.kind, one.text) for one in screen.captions] == [
        ("field", "Логин"),
        ("text", "Пароль"),
        ("button", "Показать пароль"),
        ("button", "Войти"),
        ("text", "Нет пароля?"),
        ("button", "Восстановить"),
        ("text", "его можно самому"),
        ("text", "или в школе"),
        ("button", "Помощь"),
    ]
    assert screen.picture


def test_frame_in_front_is_the_screen_and_belongs_to_its_own_site(opened: Opened) -> None:
    frame = f"<h1>Журнал</h1>{MASKED % f'<iframe src={VK_ID} width=400 height=300></iframe>'}"
    observer = opened(frame, "<div class=big>Вход</div><p>Телефон для входа</p><input placeholder=Телефон>")

    [screen] = seen(observer)

    assert (screen.system, screen.title) == ("vk_id", "Вход")
    assert [one.text for one in screen.captions] == ["Телефон для входа", "Телефон"]


def test_bar_about_cookies_and_calendar_are_no_screens(opened: Opened) -> None:
    bar = MASKED % "<h2>Файлы cookie</h2><span class=hand>Принять</span>"
    days = "".join(f"<i style='display: inline-block'>{day}</i> " for day in range(1, 32))
    calendar = MASKED % f"<h2>Март 2026</h2>{days}"

    assert seen(opened(f"<h1>Журнал</h1><p>Оценки</p>{bar}")) == ()
    assert seen(opened(f"<h1>Журнал</h1><p>Оценки</p>{calendar}")) == ()


def test_page_whose_bones_are_shown_is_no_screen_yet(opened: Opened) -> None:
    observer = opened(
        """<style>@keyframes pale { to { opacity: .4 } } i { display: block; width: 300px; height: 80px;
        background: #ddd; animation: pale 1s infinite }</style>
        <nav>Чаты</nav><h1>Ветрова Анна</h1><main><i></i></main>"""
    )

    assert seen(observer) == ()
    page(observer).locator("main").evaluate("each => { each.innerHTML = '<h2>Дневник</h2><p>Оценки</p>' }")
    assert len(seen(observer)) == 1


def test_what_is_typed_is_covered_and_what_is_pressed_at_once_loses_no_screen(opened: Opened) -> None:
    observer = opened(
        """<h1>Вход</h1><p>Здравствуйте</p><div id=host></div><button onclick="document.body.innerHTML =
        '<h1>Готово</h1><p>Вы вошли как тайный-логин</p>'">Войти</button>
        <script>host.attachShadow({mode: 'open'}).innerHTML = '<input placeholder=Логин>'</script>"""
    )

    page(observer).get_by_placeholder("Логин").fill("тайный-логин")
    page(observer).get_by_text("Войти").click()
    first, second = seen(observer)

    assert (first.title, [(one.verb, one.label) for one in first.actions]) == (
        "Вход", [("fill", "Логин"), ("press", "Войти")]
    )  # fmt: skip
    assert (second.title, [one.text for one in second.captions]) == ("Готово", ["Вы вошли как ••••"])


BOX = "aria-label=Заметка style='width: 300px; min-height: 20px'"
EDITORS = {
    "contenteditable": f"<div id=f contenteditable {BOX}></div>",
    "plain": f"<p id=f contenteditable=plaintext-only {BOX}></p>",
    "keys": f"<div id=f role=textbox tabindex=0 {BOX}></div>"
    """<script>f.onkeydown = event => {
        if (event.key.length === 1) { event.preventDefault(); f.textContent += event.key; } }</script>""",
    "design": """<iframe id=f srcdoc="<body style='margin: 0'></body>" width=300 height=40 style="border: 0"></iframe>
        <script>f.onload = () => { f.contentDocument.designMode = 'on'; }</script>""",
}


@pytest.mark.parametrize("editor", EDITORS)
def test_what_is_written_in_a_field_of_no_form_is_covered_wherever_it_stands(
    opened: Opened, editor: str
) -> None:
    kept: list[str] = []
    again = """<p id=again></p><script>setInterval(() => {
        again.textContent = 'Вы пишете: ' + (f.contentDocument?.body ?? f).textContent; }, 20)</script>"""
    observer = opened(f"<h1>Письмо</h1>{EDITORS[editor]}{again}<button>Дальше</button>", keep=kept)
    [*observer.heed()]

    page(observer).locator("#f").click()
    for letters in ("Sokrovennoe", " slovo"):
        page(observer).keyboard.type(letters)
        page(observer).get_by_text(letters).first.wait_for()
        seen(observer)
    page(observer).get_by_text("Дальше").click()
    screens = seen(observer)

    assert [one for one in kept if "okrovennoe" in one] == []
    texts = [one.text for screen in screens for one in screen.captions]
    assert "Вы пишете: ••••" in texts
    assert not any("••••" in action.label for screen in screens for action in screen.actions)


def test_what_was_written_before_is_covered_on_pictures_and_is_no_caption(opened: Opened) -> None:
    editor = "<div contenteditable style='width: 300px; background: #fff; color: #f00'>Старое, тайное</div>"
    [screen] = seen(opened(f"<h1>Письмо</h1>{editor}"))
    assert [one.text for one in screen.captions if one.text] == []
    with Image.open(BytesIO(b64decode(screen.picture))) as picture:
        colours = picture.convert("RGB").getcolors(picture.width * picture.height)
    assert not any(red > 180 and green < 90 for _, (red, green, _) in colours)


def test_site_of_no_stand_is_nobodys_business(opened: Opened, context: BrowserContext) -> None:
    observer = opened("<h1>Журнал</h1>")
    serve(context, {"https://mail.example": "<h1>Письма</h1>"})
    page(observer).goto("https://mail.example")

    assert seen(observer) == ()
