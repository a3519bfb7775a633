"""Fields that write along: masks, cells of one digit, codes that go by themselves, lists of every make."""

import pytest

from fixtures.sight.device import Device
from fixtures.sight.mismatch import Mismatch
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
    "each with a name of its own": "<div class=big>Введите код</div><div>{}</div>{}".format(
        "<i>-</i>".join(f"<input class=c aria-label='Цифра {at}' style='width:1em'>" for at in range(6)),
        STAYS,
    ),
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
FOR_PROGRAMS = "<span style='position:absolute;clip:rect(0 0 0 0);width:1px;height:1px;overflow:hidden'>"
FOR_PROGRAMS += "<span>Выбирают стрелками</span></span>"
KEYS = "<input role=combobox style='opacity:0;width:1px;border:0;padding:0'>"
# As frameworks do it: the root of the app listens for everything, and what is pressed keeps a function of its own.
ROOT = """<div id=app>{}</div><script>app.onclick = () => 0;
for (const kind of ['mousedown', ...Array.from({{length: 40}}, (_, at) => `kind${{at}}`)])
    app.addEventListener(kind, () => 0);
f.__reactProps$x = {{onMouseDown: () => {{ l.hidden = !l.hidden }}}};
app.addEventListener('mousedown', event => f.contains(event.target) && f.__reactProps$x.onMouseDown())</script>"""
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
    "field that only takes the keys, in an app": ROOT.format(
        f"<h1>Анкета</h1><div><div>Пол</div><div>{FOR_PROGRAMS}<div id=f>"
        f"<div id=v>Выберите</div>{KEYS}</div></div></div>"
        f"<div id=l hidden>{LINES}</div>"
    ),
    "field for the keys over what is chosen, in a panel that listens": "<div onclick=0><div style='padding:20px'>"
    f"<p>Пол</p><div {OPEN}><div><div id=v>Не выбран</div><input role=combobox readonly></div></div></div></div>"
    f"<ul id=l hidden>{LINES}</ul>",
    "labels over buttons of no size": "<div><label>Пол</label><div><label><input class=n type=radio name=s checked>"
    "<span>Мужской</span></label><label><input class=n type=radio name=s><span>Женский</span></label></div></div>"
    "<style>.n { opacity: 0; width: 0; height: 0; position: absolute }</style>",
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
