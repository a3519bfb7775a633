"""What an instruction leaves out is counted from the marks of the scenario that follows it."""

import html
import re

from reports.layout import Layout
from reports.record.run import Scenario
from reports.unsaid import unsaid
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
    (found,) = unsaid(run(way()), {"t": INSTRUCTION})
    assert found.way.title == "Вариант 1"
    assert [(one.step.sentence, one.before, one.after) for one in found.actions] == [
        ("Когда нажимаю «Продолжить»", "t.v1.1", "t.v1.2")
    ]


def test_tests_own_action_is_nothing_an_instruction_could_say() -> None:
    assert unsaid(run(way(detour=True)), {"t": INSTRUCTION}) == []


def test_only_the_scenario_that_follows_the_variant_is_asked() -> None:
    other = scenario("Ошибка", step(press("Войти", DESK), clauses=["t.v1.1"]), step(press("Мимо", PHONE)))
    (found,) = unsaid(run(other, way()), {"t": INSTRUCTION})
    assert found.way.scenario.place.name == "Путь"


def test_first_page_tells_the_number_and_leads_to_the_page() -> None:
    of = model(run(way()), INSTRUCTION)
    first = Layout(of, []).render(next(overview.pages(of)))
    assert '<a href="unsaid.html">Чего в инструкции не сказано</a>: 1 действие' in first
    (page,) = view.pages(of)
    shown = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", Layout(of, []).render(page))).split())
    assert "После пункта t.v1.1 : Т Перед пунктом t.v1.2 : Т" in shown


def test_nothing_unsaid_makes_no_page() -> None:
    of = model(run(way(detour=True)), INSTRUCTION)
    assert list(view.pages(of)) == []
    assert "Чего в инструкции" not in Layout(of, []).render(next(overview.pages(of)))
