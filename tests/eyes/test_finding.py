"""Buttons, fields, titles and texts in the forms in which real sites have them; and what only resembles them."""

import pytest

from fixtures.sight.device import Device
from fixtures.sight.eyes.engine import selector
from fixtures.sight.mismatch import Mismatch
from steps.screens.tolerance.ladder import LADDER
from tests.eyes.conftest import Shows

TOLD = "<p id=told>никто</p>"
TELLING = """<script>for (const one of document.querySelectorAll('.it'))
one.addEventListener('click', () => { told.textContent = 'нажато' })</script>"""

PRESSED = {
    "listener": "<div class=it>Продолжить</div>",
    "hand": "<div class='it hand'>Продолжить</div>",
    "split": "<div class='it hand'><span>Продол</span><span>жить</span></div>",
    "span in a button named otherwise": "<button class=it aria-label='Submit'><span>Продолжить</span></button>",
    "broken over lines": "<div class='it hand'><div>Продол</div><div>жить</div></div>",
    "icon before": "<a class='it hand'><svg width=9 height=9><title>стрелка</title></svg> <span>Продолжить</span></a>",
    "title": "<div class='it hand' title='Продолжить'><svg width=20 height=20></svg></div>",
    "title over a sign": "<span class='it hand' title='Продолжить'>→</span>",
    "alt": "<div class='it hand'><img alt='Продолжить' width=20 height=20></div>",
    "label": "<i class='it hand' aria-label='Продолжить' style='display:inline-block;width:20px;height:20px'></i>",
    "tooltip": "<i class='it hand' data-tooltip='Продолжить' style='display:inline-block;width:20px;height:20px'></i>",
    "by key": "<span class=it tabindex=0>Продолжить</span>",
    "drawn by a style sheet": "<style>.b::before { content: 'Продолжить' }</style><div class='it hand b'></div>",
    "capitals": "<div class='it hand' style='text-transform: uppercase'>Продолжить</div>",
    "soft hyphen": "<div class='it hand'>Продол&shy;жить</div>",
    "card": "<div class='it hand'><div>Продолжить</div><div>Это займёт минуту</div></div>",
    "property": "<div id=p>Продолжить</div><script>p.onclick = () => { told.textContent = 'нажато' }</script>",
    "delegated": "<div class='ui-btn'>Продолжить</div><script>document.addEventListener('click', e => "
    "{ if (e.target.matches('.ui-btn')) told.textContent = 'нажато' })</script>",
    "animated": "<style>@keyframes m { to { transform: scale(1.1) } }</style>"
    "<div class='it hand' style='width:9em;animation: m .3s infinite alternate'>Продолжить</div>",
    "late": "<div id=r></div><script>setTimeout(() => { r.innerHTML = '<div class=hand>Продолжить</div>';"
    "r.firstChild.onclick = () => { told.textContent = 'нажато' } }, 400)</script>",
    "scrolled away": "<div style='height:3000px'></div><div class='it hand'>Продолжить</div>",
    "behind cookies": "<div class='it hand'>Продолжить</div><div class=over id=c><p>Мы используем файлы cookie</p>"
    "<div class=hand onclick='c.remove()'>Принять все</div></div>",
}


@pytest.mark.parametrize("form", PRESSED)
def test_button_is_pressed_whatever_it_is_made_of(show: Shows, device: Device, form: str):
    screen = show(TOLD + PRESSED[form] + TELLING)
    screen.press("Продолжить")
    screen.see("нажато")
    assert any("«Продолжить»" in remark for remark in device.eyes.take())


FRAMED = "<div class=hand onclick='this.textContent = `Вошли`'>Войти</div>"
SHADED = f"<div id=h></div><script>h.attachShadow({{mode: 'open'}}).innerHTML = {FRAMED!r}</script>"


@pytest.mark.parametrize("inside", [FRAMED, SHADED])
def test_button_is_pressed_in_a_frame_of_another_host_and_in_a_shadow(show: Shows, inside: str):
    screen = show("<iframe src='https://other.example'></iframe>", other=inside)
    screen.press("Войти")
    screen.see("Вошли")


def test_button_with_a_name_needs_no_remark(show: Shows, device: Device):
    show("<h1>Вход</h1><button>Войти</button>").press("Войти")
    assert device.eyes.take() == []


UNPRESSED = {
    "mere text": "<p>Продолжить</p>",
    "title over other words": "<div class=hand title='Продолжить'>Отмена</div>",
    "part of a word": "<div class=hand>Продолжить вход</div>",
    "part of a word in pieces": "<div class=hand><span>Продолжить</span> <span>вход</span></div>",
    "other case": "<div class=hand>продолжить</div>",
    "hidden": "<div class=hand hidden>Продолжить</div>",
    "invisible": "<div class=hand style='opacity: 0'>Продолжить</div>",
    "for programs only": "<div class=hand style='position:absolute;width:1px;height:1px;overflow:hidden'>"
    "Продолжить</div>",
    "far away": "<div class=hand style='position:absolute;left:-9999px'>Продолжить</div>",
    "folded": "<div style='height:0;overflow:hidden'><div class=hand>Продолжить</div></div>",
    "next slide": "<div style='width:200px;overflow:hidden'>"
    "<div class=hand style='margin-left:300px'>Продолжить</div></div>",
    "covered": "<div class=hand>Продолжить</div><div class=over>Подождите</div>",
    "dimmed": "<div class=hand>Продолжить</div><div class=dim></div>",
    "real one covered": "<button>Продолжить</button><div class=over>Подождите</div>",
    "covered frame": "<iframe srcdoc='<div style=cursor:pointer>Продолжить</div>'></iframe>"
    "<div class=over>Подождите</div>",
}


@pytest.mark.parametrize("form", UNPRESSED)
def test_what_is_hidden_covered_or_only_resembles_a_button_is_none(show: Shows, device: Device, form: str):
    screen = show(UNPRESSED[form])
    device.wait_at_most(400)
    with pytest.raises(Mismatch, match="кнопки «Продолжить»"):
        screen.press("Продолжить")


def test_of_two_nobody_knows_which_is_meant(show: Shows, device: Device):
    screen = show("<div class=hand>Отмена</div><div class=hand>Отмена</div>")
    with pytest.raises(Mismatch, match="«Отмена» не выбрать: их 2"):
        screen.press("Отмена")
    both = show(
        "<div class=hand>Отмена</div><iframe srcdoc='<div style=cursor:pointer>Отмена</div>'></iframe>"
    )
    device.page.frame_locator("iframe").get_by_text("Отмена").wait_for()
    with pytest.raises(Mismatch, match="«Отмена» не выбрать: их 2"):
        both.press("Отмена")


def test_covered_one_is_no_rival_of_what_a_frame_in_front_has(show: Shows):
    over = (
        "<iframe class=over style='border:0;width:100%;height:100%' srcdoc='<button>Войти</button>'></iframe>"
    )
    show(f"<button>Войти</button>{over}").press("Войти")


def test_what_stands_in_front_is_meant(show: Shows):
    behind = "<button onclick='told.textContent = 1'>Войти</button><p id=told>никто</p>"
    over = "<div class=over style='top:50%'><div class=hand onclick='this.textContent = `Вошли`'>Войти</div></div>"
    screen = show(f"<div style='padding-top:60vh'>{behind}</div>{over}")
    screen.press("Войти")
    screen.see("Вошли")


FILLED = {
    "placeholder": "<input placeholder=Фамилия>",
    "starred": "<input placeholder='Фамилия *'>",
    "title": "<input title=Фамилия>",
    "label with a star": "<label for=x>Фамилия<i aria-hidden=true> *</i></label><input id=x>",
    "caption above": "<div><div>Фамилия</div><div><input></div></div>",
    "caption below": "<div><div><input></div><div>Фамилия</div></div>",
    "label of nothing": "<div><label>Фамилия</label><input></div>",
    "row of a table": "<table><tr><td>Фамилия:<td><input><tr><td>Имя<td><input value=Анна></table>",
    "flat": "<form>Имя <input value=Анна><br><span>Фамилия</span><input id=x></form>",
    "floating": "<div style='position:relative'><input>"
    "<span style='position:absolute;left:4px;top:2px;pointer-events:none'>Фамилия</span></div>",
    "editable": "<div contenteditable data-placeholder=Фамилия style='width:200px;height:20px;border:1px solid'></div>",
    "the only one": "<div class=big>Фамилия</div><p>Как в паспорте</p><div style='padding:200px 0 0'><input></div>",
}


@pytest.mark.parametrize("form", FILLED)
def test_field_is_filled_whatever_tells_its_name(show: Shows, device: Device, form: str):
    screen = show(FILLED[form])
    screen.fill("Фамилия", "Петрова")
    screen.see_value("Фамилия", "Петрова")
    assert any("«Фамилия»" in remark for remark in device.eyes.take())


UNFILLED = {
    "part of a word": "<input placeholder='Фамилия и имя'>",
    "another's caption": "<div><div>Фамилия</div><p>Имя</p><input></div>",
    "named otherwise": "<div class=big>Фамилия</div><p>Как в паспорте</p><label>Прозвище <input></label>",
    "far from it": "<h1>Школа</h1><div>Фамилия</div><div style='padding-top:900px'><input></div>",
    "hidden": "<input placeholder=Фамилия hidden>",
    "covered": "<input placeholder=Фамилия><div class=over>Подождите</div>",
}


@pytest.mark.parametrize("form", UNFILLED)
def test_field_that_is_called_otherwise_is_not_filled(show: Shows, device: Device, form: str):
    screen = show(UNFILLED[form])
    device.wait_at_most(400)
    with pytest.raises(Mismatch, match="«Фамилия»"):
        screen.fill("Фамилия", "Петрова")


NAMED = {
    "big": "<div class=big>Вход в VK ID</div><p>Введите телефон</p>",
    "heading of another level": "<h3>Вход в VK ID</h3>",
    "role": "<div role=heading>Вход в VK ID</div>",
    "window's name": "<div role=dialog aria-label='Вход в VK ID'><p>Введите телефон</p></div>",
    "in pieces": "<div class=big><span>Вход</span> <span>в VK ID</span></div><p>Введите телефон</p>",
    "by its class": "<div style='font-size:40px'>Школа</div>"
    "<div class='vkc__Title' style='font-size:20px'>Вход в VK ID</div><p>Телефон</p>",
    "bold": "<b>Вход в VK ID</b><p>Введите телефон, на который зарегистрирован VK ID</p>",
    "before a dimmed page": "<h1>Школа</h1><p>Много слов</p><div class=dim></div>"
    "<div style='position:fixed;left:30%;top:30%;width:40%;height:40%;background:#fff'>"
    "<div class=big>Вход в VK ID</div></div>",
    "in a frame": "<iframe srcdoc='<div style=font-size:30px>Вход в VK ID</div><p>Телефон</p>'></iframe>",
    "late": "<div id=r class=skeleton></div>"
    "<script>setTimeout(() => { r.innerHTML = '<h2>Вход в VK ID</h2>' }, 300)</script>",
}


@pytest.mark.parametrize("form", NAMED)
def test_screen_is_known_by_what_looks_like_its_title(show: Shows, device: Device, form: str):
    screen = show(NAMED[form])
    screen.prove("Вход в VK ID")
    assert any("«Вход в VK ID»" in remark for remark in device.eyes.take())


UNNAMED = {
    "button": "<h1>Школа</h1><div class='hand big'>Вход в VK ID</div>",
    "text": "<div class=big>Школа</div><p>Вход в VK ID</p>",
    "longer": "<div class=big>Вход в VK ID и Сферум</div><p>Телефон</p>",
    "caption of a field": "<h1>Школа</h1><label class=big>Вход в VK ID <input></label>",
    "tab": "<title>Вход в VK ID</title><div class=big>Школа</div>",
    "covered": "<h2>Вход в VK ID</h2><div class=over><h2>Школа</h2></div>",
}


@pytest.mark.parametrize("form", UNNAMED)
def test_screen_is_not_known_by_what_stands_on_it(show: Shows, device: Device, form: str):
    screen = show(UNNAMED[form])
    device.wait_at_most(400)
    with pytest.raises(Mismatch, match="а не «Вход в VK ID»"):
        screen.prove("Вход в VK ID")


def test_screen_that_the_stand_calls_otherwise_is_known_by_that(show: Shows, device: Device):
    device.eyes.screens = {"Вход в VK ID": ("Введите номер",)}
    screen = show("<div class=big>Введите номер</div><p>Мы пришлём код</p>")
    screen.prove("Вход в VK ID")
    device.view.forget()
    assert screen.title == "Вход в VK ID"
    assert device.view.name() == "Вход в VK ID"


def test_what_is_there_by_its_looks_is_not_missed(show: Shows):
    screen = show(
        "<h2>Школа</h2><div class=hand>Привязать</div><input placeholder=Телефон><p>Два <br>слова</p>"
    )
    screen.prove("Школа")
    screen.miss_button("Отвязать")
    screen.miss_every_button_with("Отвязать")
    for missed in (
        lambda: screen.miss_button("Привязать"),
        lambda: screen.miss_every_button_with("привяз"),
        lambda: screen.miss("Телефон"),
    ):
        with pytest.raises(Mismatch):
            missed()


def test_what_a_skeleton_still_hides_is_waited_for_before_it_is_missed(show: Shows):
    screen = show(
        "<h2>Школа</h2><div id=r class=skeleton style='height:40px;width:90px'></div>"
        "<script>setTimeout(() => { r.className = ''; r.innerHTML = '<p class=hand>Привязать</p>' }, 700)</script>"
    )
    screen.prove("Школа")
    with pytest.raises(Mismatch, match="есть кнопка «Привязать»"):
        screen.miss_button("Привязать")


def test_eyes_know_every_rung_of_the_ladder(show: Shows, device: Device):
    show("<h1>Школа</h1>")
    ways = [(kind, rung.way) for kind, rungs in LADDER.items() for rung in rungs]
    assert [device.page.locator(selector(*way, "Чаты")).count() for way in ways] == [0] * len(ways)


BARRED = {
    "перед ним «Что нового»": "<button>Дальше</button>"
    "<div class=over role=dialog><h2 class=big>Что нового</h2><div class=hand>Понятно</div></div>",
    "выключено": "<h1>Вход</h1><button disabled>Дальше</button>",
}


@pytest.mark.parametrize("why", BARRED)
def test_button_that_is_there_and_cannot_be_pressed_is_not_called_missing(
    show: Shows, device: Device, why: str
):
    screen = show(BARRED[why])
    device.wait_at_most(600)
    with pytest.raises(Mismatch) as told:
        screen.press("Дальше")
    assert f"до кнопки «Дальше» не добраться: на странице есть, но {why}" in str(told.value) or (
        f"до кнопки «Дальше» не добраться: видно, но {why}" in str(told.value)
    )
    assert "нет кнопки" not in str(told.value)
