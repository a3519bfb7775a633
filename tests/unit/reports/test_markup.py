"""What screens tell only to the eye: one line for each thing, with how often it was met and where first."""

import json
from dataclasses import replace

from reports.layout import Layout
from reports.markup import remarks
from reports.record.facts import EyesTold
from reports.record.run import Attached, Step
from reports.views import markup, overview, scenarios
from tests.unit.reports.story import CODE, PHONE, model, run, scenario, step

NAMELESS = "кнопка «Продолжить» не названа для программ чтения с экрана"
HINT = "у поля «Телефон» вместо подписи подсказка внутри"


def told(on: str, *lines: str) -> Step:
    system, _, screen = on.partition("/")
    fact = EyesTold(lines, screen, system)
    seen = step(sees=on)
    attached = Attached(EyesTold.MEDIA_TYPE, json.dumps(fact.as_json()), None, None)
    return replace(seen, attached=(*seen.attached, attached))


RUN = run(
    scenario("Первый", told(PHONE, HINT, NAMELESS), told(CODE, NAMELESS)),
    scenario("Второй", told(PHONE, NAMELESS)),
)


def test_each_thing_is_told_once_for_its_screen_with_how_often_it_was_met():
    found = [(one.screen, one.line, one.times, one.first.place.name) for one in remarks(RUN)]
    assert found == [
        ("Вход", HINT, 1, "Первый"),
        ("Вход", NAMELESS, 2, "Первый"),
        ("Код", NAMELESS, 1, "Первый"),
    ]


def test_page_tells_them_screen_by_screen_and_the_first_page_leads_there():
    shown = model(RUN)
    [page] = markup.pages(shown)
    text = Layout(shown, []).render(page)
    assert text.index("Вход <") < text.index("2 раза") < text.index("Код <")
    [first] = overview.pages(shown)
    assert "markup.html" in Layout(shown, []).render(first)


def test_page_of_a_scenario_tells_them_at_the_step():
    shown = model(RUN)
    _, page, _ = scenarios.pages(shown)
    assert f"Замечание: {HINT}" in Layout(shown, []).render(page)


def test_run_with_strict_eyes_has_no_such_page():
    shown = model(run(scenario("С", step(sees=PHONE))))
    assert list(markup.pages(shown)) == []
    [first] = overview.pages(shown)
    assert "markup.html" not in Layout(shown, []).render(first)
