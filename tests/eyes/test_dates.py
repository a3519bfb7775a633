"""Days entered into whatever takes them: fields of any kind, three of them, lists, drawings and calendars."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from fixtures.sight.device import Device
from fixtures.sight.mismatch import Mismatch
from steps.screens.screen import Screen
from steps.screens.tolerance.months import named
from tests.eyes.conftest import Shows

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


DAY_PARTS = ".".join(f"<span tabindex=0 data-most={most}></span>" for most in (2, 2, 4))
TYPING = """d.onclick = event => event.target.dataset.most || d.firstChild.focus();
for (const part of d.children) part.onkeydown = ({key}) => {
    if (!/\\d/.test(key)) return;
    part.textContent += key;
    if (part.textContent.length == part.dataset.most) part.nextElementSibling?.focus();
}"""
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
    "three drawn lists in another case": f"<div><div>Дата рождения</div><div style='display:flex;gap:9px'>"
    f"{drawn_list('День', [f'{day:02}' for day in range(1, 32)])}{drawn_list('Месяц', ['Апреля', 'Мая', 'Июня'])}"
    f"{drawn_list('Год', range(2020, 1999, -1))}</div></div><script>{UNFOLDING}</script>",
    "drawing that takes the keys": f"<div><div>Дата рождения</div><div id=d>{DAY_PARTS}</div></div>"
    f"<script>{TYPING}</script>",
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
    "calendar with its head in pieces": leafed(
        "<i class=hand data-go=-12>«</i><i class=hand data-go=-1>‹</i><div style='flex:1'><button>"
        "${names[month].slice(0, 3)}</button><button>${year}</button></div>"
        "<i class=hand data-go=1>›</i><i class=hand data-go=12>»</i>"
    ),
    "calendar with a list and a field": leafed(
        f"<select data-months>{MONTH_LINES}</select><input type=number data-typed>"
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
