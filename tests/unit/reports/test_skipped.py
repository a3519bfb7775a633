"""What was skipped is told with its reason: each reason once, with every scenario that it kept from running."""

from dataclasses import replace
from pathlib import Path

from reports.layout import Layout
from reports.record.run import Run, Scenario
from reports.single_file import write_single_file
from reports.skipped import UNSAID, skipped
from reports.views import overview, scenarios
from reports.views import skipped as view
from tests.unit.reports.story import PHONE, model, run, scenario, step

CLOCK, NOBODY = (
    "стенд «wild» не умеет двигать часы",
    "стенд «wild»: нет никого, о ком можно сказать: «ученик»",
)


def left_out(name: str, reason: str) -> Scenario:
    return replace(scenario(name), status="skipped", reason=reason)


RUN: Run = run(
    scenario("Прошёл", step(sees=PHONE)),
    left_out("Про ученика", NOBODY),
    left_out("Код истёк", CLOCK),
    left_out("Отправить SMS", CLOCK),
    left_out("Молча", ""),
)


def test_each_reason_is_told_once_with_all_its_scenarios() -> None:
    found = [(one.reason, [each.place.name for each in one.scenarios]) for one in skipped(RUN)]
    assert found == [
        (CLOCK, ["Код истёк", "Отправить SMS"]),
        (NOBODY, ["Про ученика"]),
        (UNSAID, ["Молча"]),
    ]


def test_page_names_every_skip_and_the_first_page_leads_there() -> None:
    shown = model(RUN)
    [page] = view.pages(shown)
    text = Layout(shown, []).render(page)
    assert "4 сценария пропущены" in text
    order = (
        "Стенд «wild» не умеет двигать часы",
        "Код истёк",
        "Отправить SMS",
        "ученик",
        "Про ученика",
        "Молча",
    )
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert "Прошёл" not in text
    [first] = overview.pages(shown)
    told = Layout(shown, []).render(first)
    assert "skipped.html" in told
    assert "4 сценария пропущены, 3 причины" in told


def test_list_of_scenarios_and_the_single_file_tell_the_reason_too(tmp_path: Path) -> None:
    shown = model(RUN, folder=tmp_path)
    listed = next(iter(scenarios.pages(shown)))
    assert CLOCK[1:] in Layout(shown, []).render(listed)
    alone = write_single_file(shown).read_text(encoding="utf-8")
    assert CLOCK[1:] in alone
    assert "Отправить SMS" in alone


def test_run_without_skips_has_no_such_page() -> None:
    shown = model(run(scenario("С", step(sees=PHONE))))
    assert list(view.pages(shown)) == []
    [first] = overview.pages(shown)
    assert "skipped.html" not in Layout(shown, []).render(first)
