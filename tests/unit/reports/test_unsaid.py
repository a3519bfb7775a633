"""What an instruction leaves out is counted from the marks of the scenario that follows it."""

import html
import re
from dataclasses import replace

from reports.layout import Layout
from reports.record.outline import WrittenScenario
from reports.record.run import Scenario
from reports.unsaid import Unsaid, unsaid
from reports.views import overview
from reports.views import unsaid as view
from tests.unit.reports.story import (
    CODE,
    DESK,
    LETTERS,
    PHONE,
    instruction,
    model,
    press,
    run,
    scenario,
    step,
)

INSTRUCTION = instruction("t.v1.1", "t.v1.2", "t.v2.1")


def way(**detour: bool) -> Scenario:
    """Makes a way with an action that no clause is marked for, between two that carry one."""
    return scenario(
        "Путь",
        step(press("Люди", DESK), kind="Context", sees=DESK),
        step(press("Войти", DESK), sees=PHONE, clauses=["t.v1.1"]),
        step(
            press("Продолжить", PHONE),
            sees=CODE,
            picture="evidence/1.jpg",
            says="Когда нажимаю «Продолжить»",
            **detour,
        ),
        step(sees=CODE, says="Тогда вижу «Код»"),
        step(press("Создать", CODE), sees=LETTERS, clauses=["t.v1.2"]),
    )


def test_unmarked_action_is_unsaid_with_its_neighbours() -> None:
    (found,) = unsaid(run(way()), {"t": INSTRUCTION}).ways
    assert found.way.title == "Вариант 1"
    assert [(one.step.sentence, one.before, one.after) for one in found.actions] == [
        ("Когда нажимаю «Продолжить»", "t.v1.1", "t.v1.2")
    ]


def test_tests_own_action_is_nothing_an_instruction_could_say() -> None:
    assert unsaid(run(way(detour=True)), {"t": INSTRUCTION}) == Unsaid(())


def test_only_the_scenario_that_follows_the_variant_is_asked() -> None:
    other = scenario("Ошибка", step(press("Войти", DESK), clauses=["t.v1.1"]), step(press("Мимо", PHONE)))
    (found,) = unsaid(run(other, way()), {"t": INSTRUCTION}).ways
    assert found.way.scenario.place.name == "Путь"


def test_first_page_tells_the_number_and_leads_to_the_page() -> None:
    of = model(run(way()), INSTRUCTION)
    first = Layout(of, []).render(next(overview.pages(of)))
    assert '<a href="unsaid.html">Чего в инструкции не сказано</a>: 1 действие' in first
    (page,) = view.pages(of)
    shown = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", Layout(of, []).render(page))).split())
    assert "После пункта t.v1.1 Т Следующий пункт инструкции: t.v1.2 Т" in shown


def test_nothing_unsaid_makes_no_page() -> None:
    of = model(run(way(detour=True)), INSTRUCTION)
    assert list(view.pages(of)) == []
    assert "Чего в инструкции" not in Layout(of, []).render(next(overview.pages(of)))


def test_scenario_that_failed_is_still_the_one_that_follows_the_variant() -> None:
    steps = way().steps
    halted = [
        *steps[:1],
        replace(steps[1], status="failed"),
        *(replace(one, status="not_run") for one in steps[2:]),
    ]
    other = scenario("Пароль", step(press("Забыли", DESK)), step(press("Войти", DESK), clauses=["t.v1.1"]))
    found = unsaid(run(replace(way(), status="failed", steps=tuple(halted)), other), {"t": INSTRUCTION})
    assert [one.way.scenario.place.name for one in found.ways] == ["Путь"]
    assert (found.number, found.uncounted) == (1, 0)
    of = model(run(replace(way(), status="failed", steps=tuple(halted)), other), INSTRUCTION)
    assert "нажимаю" in Layout(of, []).render(next(iter(view.pages(of))))


def test_variant_whose_scenario_the_run_left_out_is_not_counted_by_another_one() -> None:
    other = scenario("Пароль", step(press("Забыли", DESK)), step(press("Войти", DESK), clauses=["t.v1.1"]))
    left = WrittenScenario(way().place, ("t.v1.1", "t.v1.2"))
    assert unsaid(replace(run(other), left_out=(left,)), {"t": INSTRUCTION}) == Unsaid((), 1)


def test_next_clause_is_that_of_the_document() -> None:
    document = instruction("t.v1.0", "t.v1.1", "t.v1.2", "t.v1.3")
    steps = (
        step(press("Войти", DESK), clauses=["t.v1.1"]),
        step(press("Мимо", PHONE)),
        step(press("Стол", PHONE), clauses=["t.v1.0"]),
    )
    (found,) = unsaid(run(scenario("Путь", *steps)), {"t": document}).ways
    assert [(one.before, one.after) for one in found.actions] == [("t.v1.1", "t.v1.2")]
