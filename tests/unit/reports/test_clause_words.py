"""What stands beside a clause: its wording is the instruction's, and what we conclude is told as ours."""

from dataclasses import replace

from reports.layout import Layout
from reports.views import instructions
from tests.unit.reports.story import DESK, instruction, model, press, run, scenario, step

PASSED = scenario("Путь", step(press("Войти", DESK), sees=DESK, clauses=["t.v1.1"]))


def test_what_we_conclude_is_told_apart_from_what_is_said() -> None:
    [clause] = instruction("t.v1.1").clauses
    told = replace(
        instruction("t.v1.1"), clauses=(replace(clause, text="Ввести код.", note="Пароля не надо."),)
    )
    found = model(run(PASSED), told)
    html = Layout(found, []).render(next(instructions.pages(found)))
    assert '<h3 class="text" id="h-t.v1.1">Ввести код</h3>' in html
    assert '<p class="where">Наш вывод: Пароля не надо.</p>' in html
