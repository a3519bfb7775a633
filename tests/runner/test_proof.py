"""Scenarios are tried again and again in one session, each time on another product, until one notices."""

from __future__ import annotations

from tests.runner.conftest import Project

STEPS = """
pytest_plugins.append("fixtures.sight.thoroughness")
from fixtures.product import PRODUCT

@pytest.fixture(scope="session")
def control():
    print("управление взято")
    yield "управление"
    print("управление отдано")

@pytest.fixture
def product(request):
    return request.node.stash[PRODUCT].defects

@given(sentence("стол накрыт"))
def laid(product):
    assert "нет стола" not in product, "стола нет"

@then(sentence("чай «{what:Label}»"))
def tea(product, what):
    print("смотрю на чай")
    assert "холодный" not in product, f"чай не «{what}»"

@then(sentence("самовар блестит"))
def samovar():
    pass
"""
FEATURE = """
    # language: ru
    Функция: Чай
      Сценарий: Самовар
        Дано стол накрыт
        Тогда самовар блестит
      Сценарий: Чаепитие
        Дано стол накрыт
        Тогда чай «горячий»
"""
TRIAL = """
import sys
from pathlib import Path
from reports.record.kills import Defect
from steps.proof.notebook import Notebook, fingerprint_of
from steps.proof.places import Places
from steps.proof.proving import Proof
from steps.proof.session import carried_out

DEFECTS = [
    Defect("холодный", "Чай холодный.", labels=("горячий",)),
    Defect("нет стола", "Стола нет.", labels=("горячий",)),
    Defect("сахар", "Сахара нет.", labels=("горячий",)),
]

def work(items, control):
    print("работаю:", control)
    scenarios = {one.identity: fingerprint_of(one) for one in items}
    book = Notebook(Path("notes"), "tries-1-1.ndjson", scenarios, DEFECTS, "")
    proof = Proof(Places(items), DEFECTS, book, False, None, print)
    for defect in DEFECTS:
        row = proof.try_defect(defect, None)
        print("итог:", defect.id, row.state, [(one.scenario.split(" / ")[2], str(one.ending)) for one in row.tries])

carried_out(work, ["."], 1)
"""


def test_each_defect_is_tried_until_somebody_notices(project: Project) -> None:
    project.conftest(STEPS)
    project.feature(FEATURE)
    told = project._finish(project.start("-c", TRIAL)).text
    assert "работаю: управление" in told
    assert told.count("управление взято") == told.count("управление отдано") == 1
    assert "итог: холодный caught [('Чаепитие', 'caught')]" in told
    assert "итог: нет стола crashed [('Чаепитие', 'crashed'), ('Самовар', 'crashed')]" in told
    assert "итог: сахар survived [('Чаепитие', 'passed'), ('Самовар', 'passed')]" in told


def test_what_was_tried_is_not_tried_again(project: Project) -> None:
    project.conftest(STEPS)
    project.feature(FEATURE)
    for _time in range(2):
        told = project._finish(project.start("-c", TRIAL)).text
    assert "смотрю на чай" not in told
    assert "итог: холодный caught" in told


def test_unsound_features_are_not_tried(project: Project) -> None:
    project.conftest(STEPS)
    project.feature(FEATURE + "        И такого предложения нет\n")
    assert "Сценарии с ошибками не испытать" in project._finish(project.start("-c", TRIAL)).text
