"""Windows, lines and what stands under a caption, in pages that name none of them; messages and toasts."""

import pytest

from fixtures.sight.device import Device
from fixtures.sight.mismatch import Mismatch
from steps.language.parts import HEADING, LINE, WINDOW, Part
from steps.screens.layout import ScreenLayout
from tests.eyes.conftest import Shows

DELETE = "<div class=hand onclick='told.textContent = `в окне`'>Удалить</div>"
BEHIND = "<h1>Школа</h1><div class=hand onclick='told.textContent = `за окном`'>Удалить</div><p id=told></p>"
BOX = "position:fixed;left:30%;top:30%;width:40%;height:40%;background:#fff"
WINDOWS = {
    "drawn": f"{BEHIND}<div style='{BOX}'><div class=big>Удаление</div><p>Точно?</p>{DELETE}</div>",
    "before a veil": f"{BEHIND}<div class=dim></div>"
    f"<div style='{BOX}'><b>Удаление</b><p>Точно удалить?</p>{DELETE}</div>",
    "in its veil": f"{BEHIND}<div class=dim><div style='{BOX}'><h4>Удаление</h4>{DELETE}</div></div>",
    "named otherwise": f"{BEHIND}<div role=dialog aria-label=Modal style='{BOX}'>"
    f"<div class=big>Удаление</div><p>Точно?</p>{DELETE}</div>",
}


@pytest.mark.parametrize("form", WINDOWS)
def test_window_is_known_by_what_looks_like_its_title(show: Shows, device: Device, form: str):
    screen = show(WINDOWS[form])
    screen.within(Part(WINDOW, "Удаление")).press("Удалить")
    screen.see("в окне")
    device.wait_at_most(400)
    with pytest.raises(Mismatch, match="нет окна «Удалени»"):
        screen.within(Part(WINDOW, "Удалени"))


PRESS = (
    "<span class=hand onclick='told.textContent = this.previousElementSibling.textContent'>Отключить</span>"
)
LINES = {
    "rows": "".join(f"<div class=row><span>{one}</span> {PRESS}</div>" for one in ("Сферум", "Дневник")),
    "rows of cells": "".join(
        f"<section class=c><div><b>{one}</b>{PRESS}</div></section>" for one in ("Сферум", "Дневник")
    ),
    "the only one": f"<div><div><span>Дневник</span> {PRESS}</div><div><p>Сферум</p></div></div>",
}


@pytest.mark.parametrize("form", LINES)
def test_line_is_known_by_the_words_in_it(show: Shows, device: Device, form: str):
    screen = show(f"<p id=told></p><div>{LINES[form]}</div>")
    screen.within(Part(LINE, "Дневник")).press("Отключить")
    assert device.page.locator("#told").inner_text() == "Дневник"


def test_what_stands_under_words_is_found_there(show: Shows, device: Device):
    form = "<div><div class=t>{}</div><div><input placeholder=Имя></div></div>"
    screen = show(form.format("Ребёнок") + form.format("Родитель"))
    screen.within(Part(HEADING, "Родитель")).fill("Имя", "Анна")
    values = [each.input_value() for each in device.page.locator("input").all()]
    assert values == ["", "Анна"]


MESSAGES = {
    "under a field": "<input placeholder=Пароль><div style='color:red'>Неверный пароль</div>",
    "toast": "<div style='position:fixed;right:9px;bottom:9px;padding:9px;background:#333;color:#fff'>"
    "Неверный пароль</div>",
    "announced": "<div aria-live=polite>Неверный пароль</div>",
}
NO_MESSAGES = {
    "title": "<div class=big>Неверный пароль</div><p>Что делать</p>",
    "button": "<h1>Вход</h1><button>Неверный пароль</button>",
    "caption": "<h1>Вход</h1><label>Неверный пароль <input></label>",
    "longer": "<h1>Вход</h1><p>Неверный пароль или логин</p>",
    "gone": "<h1>Вход</h1><p style='opacity:0'>Неверный пароль</p>",
}


@pytest.mark.parametrize("form", MESSAGES)
def test_screen_speaks_up_in_any_place(show: Shows, form: str):
    show(f"<h1>Вход</h1>{MESSAGES[form]}").see_message("Неверный пароль")


@pytest.mark.parametrize("form", NO_MESSAGES)
def test_not_everything_with_these_words_is_a_message(show: Shows, device: Device, form: str):
    screen = show(NO_MESSAGES[form])
    device.wait_at_most(400)
    with pytest.raises(Mismatch, match="нет сообщения «Неверный пароль»"):
        screen.see_message("Неверный пароль")


SECTIONS = ("Школа", "Дневник", "Справка", "Чаты")
BARS = {
    "nav": "<nav>{}</nav>".format("".join(f"<a href=#>{one}</a> " for one in SECTIONS)),
    "captions, few of which can be pressed": "<div style='display:flex'>{}</div>".format(
        "".join(f"<div class=c style='padding:4px'>{one}</div>" for one in ("Школа", "Дневник", "Справка"))
        + "<div class=c style='padding:4px'><span class=hand>Чаты</span></div>"
    ),
    "drawn": "<div class=top>{}</div>".format("".join(f"<span class=hand>{one}</span> " for one in SECTIONS)),
}


@pytest.mark.parametrize("form", BARS)
def test_bar_of_sections_is_known_by_where_it_stands(device: Device, show: Shows, form: str):
    show(f"{BARS[form]}<div style='padding:40px'><h1>Оценки</h1><span class=hand>Выйти</span></div>")
    layout = ScreenLayout(device, lambda: None)
    layout.see_navigation("Школа Дневник Справка Чаты")
    layout.see_in_navigation("Чаты")
    device.wait_at_most(400)
    with pytest.raises(Mismatch, match="нет кнопки «Выйти»"):
        layout.see_in_navigation("Выйти")


def test_lines_under_a_caption_are_counted(device: Device, show: Shows):
    rows = "".join(f"<div class=chat><b>{one}</b><span>Нет сообщений</span></div>" for one in "АБВ")
    screen = show(f"<h1>Школа</h1><aside><div>Чаты</div><div>{rows}</div></aside><p>Много</p><p>слов</p>")
    screen.see_number_of_lines("Чаты", 3)
    with pytest.raises(Mismatch, match="строк 3, а не 4"):
        screen.see_number_of_lines("Чаты", 4)
    screen.see_in_order(["Чаты", "А", "В"])
    with pytest.raises(Mismatch, match="после «В» не стоит «А»"):
        screen.see_in_order(["В", "А"])


CHAT_ROWS = "<div><p class=c>Учительская</p><p class=c>Родители</p></div>"
CHATS = f"<div style='width:300px'><div class=big>Чаты</div>{CHAT_ROWS}</div>"
BESIDE = "<div style='flex:1'><h1>Сообщения</h1><p>Выберите чат слева или начните новый</p></div>"
AT_LEFT = {"at the edge": "", "away from the edge": "margin-left:90px"}
NOT_AT_LEFT = {
    "at the right": BESIDE + CHATS,
    "in the middle": f"<div>Меню<br>Ещё<br>Меню</div>{CHATS}{BESIDE}",
}


@pytest.mark.parametrize("form", AT_LEFT)
def test_list_stands_left_of_all_that_is_written_beside_it(device: Device, show: Shows, form: str):
    show(f"<div style='display:flex;{AT_LEFT[form]}'>{CHATS}{BESIDE}</div>")
    ScreenLayout(device, lambda: None).see_list_at_left("Чаты")


@pytest.mark.parametrize("form", NOT_AT_LEFT)
def test_list_with_something_to_the_left_of_it_stands_elsewhere(device: Device, show: Shows, form: str):
    show(f"<div style='display:flex;align-items:center'>{NOT_AT_LEFT[form]}</div>")
    with pytest.raises(Mismatch, match="список «Чаты» не слева"):
        ScreenLayout(device, lambda: None).see_list_at_left("Чаты")


def test_window_that_comes_up_by_itself_is_what_one_looks_at(device: Device, show: Shows):
    opening = "<h1>Школа</h1><div class=hand onclick='window.open(`https://pop.example`)'>Войти</div>"
    leaving = "<div class=hand onclick='opener.postMessage(1, `*`); window.close()'>Дальше</div>"
    listening = (
        "<script>onmessage = () => { document.body.insertAdjacentHTML('beforeend', '<p>Вошли</p>') }</script>"
    )
    screen = show(opening + listening, pop=f"<div class=big>Вход</div><p>Введите телефон</p>{leaving}")
    screen.press("Войти")
    screen.prove("Вход")
    screen.press("Дальше")
    screen.see("Вошли")
