"""Fields that write along: masks, cells of one digit, codes that go by themselves, dates and lists of every make."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from fixtures.sight.device import Device
from fixtures.sight.mismatch import Mismatch
from steps.screens.screen import Screen
from steps.screens.tolerance.months import named
from tests.eyes.conftest import Shows

# As libraries of masks do it: whatever is typed, the field holds the number in its own form.
MASK = """<script>const f = document.querySelector('input'), form = digits => {
    const own = digits.slice(0, 10), parts = [own.slice(0, 3), own.slice(3, 6), own.slice(6, 8), own.slice(8, 10)];
    return '+7 ' + parts.filter(Boolean).join(' '); };
const own = () => f.value.replace(/^\\+7/, '').replace(/\\D/g, '');</script>"""
MASKED = {
    "prefilled": f"<input type=tel placeholder=Телефон value='+7 '>{MASK}"
    "<script>f.oninput = () => { f.value = form(own()) }</script>",
    "prefix on focus": f"<input type=tel placeholder=Телефон>{MASK}"
    "<script>f.onfocus = () => { f.value ||= '+7 ' }; f.oninput = () => { f.value = form(own()) }</script>",
    "every digit is one's own": f"<input type=tel placeholder=Телефон value='+7 '>{MASK}"
    "<script>f.oninput = () => { f.value = form(f.value.slice(2).replace(/\\D/g, '')) }</script>",
    "keys alone": "<input type=tel placeholder=Телефон value='+7 (___) ___-__-__'><script>"
    "const f = document.querySelector('input'); f.addEventListener('keydown', e => { if (e.key === 'Tab') return;"
    "e.preventDefault(); if (/\\d/.test(e.key)) f.value = f.value.replace('_', e.key); }); "
    "f.addEventListener('input', () => { f.value = '+7 (___) ___-__-__' })</script>",
    "country apart": "<div>+7</div><input type=tel placeholder=Телефон maxlength=13>",
}


@pytest.mark.parametrize("form", [form for form in MASKED if form != "country apart"])
def test_phone_is_typed_after_what_a_mask_has_written(show: Shows, device: Device, form: str):
    screen = show(MASKED[form])
    screen.fill("Телефон", "+7 199 123-45-67")
    held = device.page.locator("input").input_value()
    assert "".join(filter(str.isdigit, held)) == "71991234567"
    screen.see_value("Телефон", "+7 199 123-45-67")
    with pytest.raises(Mismatch, match="а не «\\+7 199 123-45-68»"):
        screen.see_value("Телефон", "+7 199 123-45-68")


@pytest.mark.parametrize("form", ["prefilled", "every digit is one's own"])
def test_number_that_is_too_short_is_typed_as_it_is_and_nothing_as_nothing(
    show: Shows, device: Device, form: str
):
    screen = show(MASKED[form])
    screen.see_value("Телефон", "")
    screen.fill("Телефон", "+7 199 111-11-1")
    held = device.page.locator("input").input_value()
    assert "".join(filter(str.isdigit, held)) == "7199111111"
    screen.see_value("Телефон", "+7 199 111-11-1")
    with pytest.raises(Mismatch, match="а не «»"):
        screen.see_value("Телефон", "")


CELLS = (
    "<div class=cells>" + "<input class=c maxlength=1 inputmode=numeric style='width:30px'>" * 6 + "</div>"
)
ADVANCE = """<script>const cells = [...document.querySelectorAll('.c')];
cells.forEach((each, at) => each.addEventListener('input', () => { if (each.value) cells[at + 1]?.focus(); done() }));
const typed = () => cells.map(each => each.value).join('');"""
STAYS = "<script>const cells = [...document.querySelectorAll('.c')]</script>"
BUTTON = "<div class=hand onclick='count.textContent = Number(count.textContent) + 1'>Продолжить</div><p id=count>0</p>"
CODES = {
    "moves on": f"<div class=big>Введите код</div>{CELLS}{ADVANCE} const done = () => 0</script>",
    "stays": f"<div class=big>Введите код</div>{CELLS}{STAYS}",
    "caption": f"<h1>Школа</h1><div><p>Введите код</p>{CELLS}</div>{ADVANCE} const done = () => 0</script>",
    "legend": f"<h1>Школа</h1><fieldset><legend>Введите код</legend>{CELLS}</fieldset>{STAYS}",
    "drawn over one field": "<div class=big>Введите код</div><div style='position:relative;width:200px;height:40px'>"
    "<input style='opacity:0;position:absolute;inset:0;width:200px;height:40px' maxlength=6></div>",
    "one": "<div class=big>Введите код</div><input placeholder='Введите код' maxlength=6>",
}


@pytest.mark.parametrize("form", CODES)
def test_code_is_typed_as_one_into_whatever_takes_it(show: Shows, device: Device, form: str):
    screen = show(CODES[form])
    for code in ("123456", "654321"):
        screen.fill("Введите код", code)
        assert "".join(each.input_value() for each in device.page.locator("input").all()) == code


def self_sending(then: str) -> str:
    """A page whose code goes as soon as its last digit is there."""
    sending = (
        "const done = () => { if (typed().length === 6) "
        f"fetch('/check', {{method: 'POST', body: typed()}}).then(() => {{ {then} }}) }}"
    )
    return f"<div class=big>Введите код</div>{CELLS}{BUTTON}{ADVANCE} {sending}</script>"


NEXT = "document.body.innerHTML = `<h2>Личные данные</h2><div class=hand id=n>Продолжить</div>`;"
NEXT += "n.onclick = () => { n.textContent = 1 }"


def test_button_beside_a_code_that_went_by_itself_is_not_pressed_on_the_next_screen(
    show: Shows, device: Device
):
    screen = show(self_sending(NEXT))
    screen.fill("Введите код", "123456")
    screen.press("Продолжить")
    screen.prove("Личные данные")
    screen.see_button("Продолжить")
    assert "код отправился сам, нажимать «Продолжить» не пришлось" in device.eyes.take()
    screen.press("Продолжить")
    screen.see("1")


def test_what_is_said_after_a_code_that_went_by_itself_is_said_of_its_screen(show: Shows):
    screen = show(self_sending(NEXT.replace("Продолжить", "Отправить")))
    screen.prove("Введите код")
    screen.fill("Введите код", "123456")
    screen.miss_button("Отправить")
    screen.see_button("Продолжить")
    with pytest.raises(Mismatch, match="была кнопка «Продолжить»"):
        screen.miss_button("Продолжить")
    screen.prove("Личные данные")
    screen.miss_button("Продолжить")
    with pytest.raises(Mismatch, match="есть кнопка «Отправить»"):
        screen.miss_button("Отправить")


def test_wrong_code_that_went_by_itself_is_not_sent_again(show: Shows):
    wrong = "cells.forEach(each => { each.value = '' }); count.textContent = 'Неверный код'"
    screen = show(self_sending(wrong))
    for _ in range(2):
        screen.fill("Введите код", "123456")
        screen.press("Продолжить")
        screen.see("Неверный код")


def test_button_beside_a_code_that_waits_for_it_is_pressed(show: Shows):
    screen = show(f"<div class=big>Введите код</div>{CELLS}{BUTTON}{STAYS}")
    screen.fill("Введите код", "123456")
    screen.press("Продолжить")
    screen.see("1")


def test_button_that_was_not_beside_the_code_is_not_taken_for_pressed(show: Shows, device: Device):
    screen = show(self_sending(NEXT))
    screen.fill("Введите код", "123456")
    device.wait_at_most(400)
    with pytest.raises(Mismatch, match="нет кнопки «Подтвердить»"):
        screen.press("Подтвердить")


OPEN = "onclick='l.hidden = !l.hidden'"
PICK = "onclick='v.textContent = this.textContent; l.hidden = true'"
LINES = f"<li class=hand {PICK}>Мужской<li class=hand {PICK}>Женский"
PILLS = """<style>.side .hand {{ border: 1px solid #bbb; display: inline-block }} .side .on {{ {} }}</style>
<div><div>Пол</div><div class=side onclick="if (event.target.className == 'hand')
{{ document.querySelector('.on').className = 'hand'; event.target.className = 'hand on' }}">
<div class='hand on'>Мужской</div><div class=hand>Женский</div>{}</div></div>"""
CHOSEN = {
    "native under a caption": "<div><div>Пол</div><select><option>Мужской<option>Женский</select></div>",
    "drawn, caption above": f"<div><div>Пол</div><div class=hand {OPEN}><span id=v>Выберите</span></div></div>"
    f"<ul id=l hidden>{LINES}</ul>",
    "drawn, name inside": f"<div class=hand {OPEN}><span>Пол</span><div id=v></div></div>"
    f"<ul id=l hidden style='position:absolute;background:#fff'>{LINES}</ul>",
    "field that cannot be written": f"<div><div>Пол</div><input id=i readonly {OPEN}></div><ul id=l hidden>"
    + LINES.replace("v.textContent", "i.value")
    + "</ul>",
    "roles without a name": f"<div><span>Пол</span><div role=combobox tabindex=0 {OPEN} id=v>Выберите</div></div>"
    f"<div role=listbox id=l hidden><div role=option {PICK}>Мужской</div><div role=option {PICK}>Женский</div></div>",
    "two halves": "<div><div>Пол</div><div class='hand active'>Мужской</div>"
    "<div class=hand id=w onclick='document.querySelector(`.active`).classList.remove(`active`);"
    " this.classList.add(`active`)'>Женский</div></div>",
    "radio buttons": "<div><div>Пол</div><label><input type=radio name=s checked>Мужской</label>"
    "<label><input type=radio name=s>Женский</label></div>",
    "pills of which one is filled": PILLS.format("background:#07f;color:#fff", ""),
    "words of which one is underlined": PILLS.format("border-color:#07f", "<div class=hand>Не указан</div>"),
    "radio buttons that are hidden": "<fieldset><legend>Пол</legend>"
    "<label><input style='opacity:0;position:absolute' type=radio name=s checked>Мужской</label> "
    "<label><input style='opacity:0;position:absolute' type=radio name=s>Женский</label></fieldset>",
}


@pytest.mark.parametrize("form", CHOSEN)
def test_line_is_chosen_from_a_list_of_any_make(show: Shows, device: Device, form: str):
    screen = show(CHOSEN[form])
    screen.choose("Пол", "Женский")
    screen.see_choice("Пол", "Женский")
    device.wait_at_most(400)
    with pytest.raises(Mismatch, match="выбрано не «Мужской»"):
        screen.see_choice("Пол", "Мужской")


SHEET = "<div hidden style='position:fixed;inset:20%;background:#fff'><div class=hand>Мужской</div>{}</div>".format(
    "<div class=hand>Женский</div>"
)
SHOWN = "<div class=hand onclick='this.nextSibling.hidden = false'><div>Мужской</div><i>▾</i></div>"


def test_what_is_chosen_already_is_not_unfolded_again(show: Shows, device: Device):
    screen = show(f"<div>Пол</div>{SHOWN}{SHEET}")
    screen.choose("Пол", "Мужской")
    assert device.page.locator("[hidden]").count() == 1
    screen.see_choice("Пол", "Мужской")


TICKED = {
    "hidden behind a drawing": "<label class=hand><input type=checkbox style='opacity:0;position:absolute'>"
    "<i></i>Запомнить</label>",
    "drawn": "<div class=hand onclick='this.classList.toggle(`checked`)'><i></i>Запомнить</div>",
    "role beside its caption": "<div><span role=checkbox tabindex=0 aria-checked=false "
    "style='display:inline-block;width:20px;height:20px' "
    "onclick='this.ariaChecked = this.ariaChecked !== `true`'></span> <span>Запомнить</span></div>",
}


IS_TICKED = """[...document.querySelectorAll('*')].some(
    each => each.checked || each.ariaChecked === 'true' || each.className.includes('checked'))"""


@pytest.mark.parametrize("form", TICKED)
def test_box_is_ticked_once_whatever_it_is_drawn_of(show: Shows, device: Device, form: str):
    screen = show(TICKED[form])
    screen.tick("Запомнить")
    screen.tick("Запомнить")
    assert device.page.evaluate(IS_TICKED)


DATE_MASK = """oninput="const d = this.value.replace(/\\D/g, '').slice(0, 8);
this.value = [d.slice(0, 2), d.slice(2, 4), d.slice(4)].filter(Boolean).join('.')" """
CALENDAR = (Path(__file__).parent / "calendar.html").read_text(encoding="utf-8")


def numbered(first: int, last: int) -> str:
    return "".join(f"<option>{number}" for number in range(first, last + 1))


def leafed(arrows: str) -> str:
    """A calendar with these arrows."""
    names = json.dumps([named(number) for number in range(1, 13)], ensure_ascii=False)
    return CALENDAR.replace("'ARROWS'", f"`{arrows}`").replace("MONTHS", names)


MONTH_NAMES = [named(number) for number in range(1, 13)]
UNFOLDING = """for (const face of document.querySelectorAll('.face')) face.onclick = () => {
    const list = face.nextElementSibling;
    list.hidden = !list.hidden;
    for (const line of list.children) line.onclick = () => {
        face.firstChild.textContent = line.textContent;
        list.hidden = true;
    };
}"""


def drawn_list(caption: str, lines: Iterable[object]) -> str:
    """A list that is none to the browser: what is shown of it, and its lines, which unfold over the page."""
    unfolded = "".join(f"<div class=hand>{line}</div>" for line in lines)
    over = "position:absolute;height:120px;width:90px;overflow:auto;background:#fff"
    face = f"<div class='face hand'><div>{caption}</div><i>▾</i></div>"
    return f"<div style='width:90px'>{face}<div hidden style='{over}'>{unfolded}</div></div>"


MONTH_LINES = "".join(f"<option>{named(number)}" for number in range(1, 13))
DATED = {
    "hint": "<input placeholder='Дата рождения'>",
    "mask": f"<div><div>Дата рождения</div><input placeholder=ДД.ММ.ГГГГ {DATE_MASK}></div>",
    "year first": "<div><div>Дата рождения</div><input placeholder=ГГГГ-ММ-ДД></div>",
    "native": "<div><div>Дата рождения</div><input type=date></div>",
    "three lists": f"<div><div>Дата рождения</div><select><option>День{numbered(1, 31)}</select><select><option>Месяц"
    "<option>января<option>февраля<option>марта<option>апреля<option>мая<option>июня</select>"
    f"<select><option>Год{numbered(2000, 2020)}</select></div>",
    "three drawn lists": f"<div class=hand style='display:inline-block'>Пол</div><div><div>Дата рождения</div>"
    f"<div style='display:flex;gap:9px'>{drawn_list('День', range(1, 32))}{drawn_list('Месяц', MONTH_NAMES)}"
    f"{drawn_list('Год', range(2020, 1999, -1))}</div></div><script>{UNFOLDING}</script>",
    "three fields": "<div><div>Дата рождения</div><input placeholder=ДД maxlength=2><input placeholder=ММ maxlength=2>"
    "<input placeholder=ГГГГ maxlength=4></div>",
    "calendar": leafed("<span class=hand data-go=-1>‹</span>HEAD<span class=hand data-go=1>›</span>"),
    "calendar with years": leafed(
        "<span class=hand data-go=-12>«</span><span class=hand data-go=-1>‹</span>HEAD"
        "<span class=hand data-go=1>›</span><span class=hand data-go=12>»</span>"
    ),
    "calendar, arrows at the right": leafed(
        "HEAD<span class=hand data-go=-1>↑</span><span class=hand data-go=1>↓</span>"
    ),
    "calendar with lists": leafed(
        f"<select data-months>{MONTH_LINES}</select><select data-years>{numbered(2000, 2020)}</select>"
    ),
}


@pytest.mark.parametrize("form", DATED)
def test_day_is_entered_into_whatever_takes_it(show: Shows, device: Device, form: str):
    screen: Screen = show(DATED[form])
    screen.fill("Дата рождения", "2012-05-17")
    screen.see_value("Дата рождения", "2012-05-17")
    with pytest.raises(Mismatch, match="а не «2012-05-18»"):
        screen.see_value("Дата рождения", "2012-05-18")
