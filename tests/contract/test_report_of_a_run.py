"""The report of real runs: a caption that was changed in the simulator is shown as what it is."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reports.command import read_model
from reports.coverage import Verdict
from reports.difference import difference
from reports.model import Model

ROOT = Path(__file__).parents[2]
PRINTED, CHANGED = "Привязать учебный профиль VK ID", "Связать учебный профиль VK ID"


def run_with_changed_caption(folder: Path, site: str, printed: str, changed: str, *choice: str) -> Path:
    """Run the chosen scenario against a journal with one caption changed; return the folder of the results."""
    shutil.copytree(ROOT / "sim_server/sites", folder / "sites")
    file = folder / "sites" / site / "site.toml"
    text = file.read_text(encoding="utf-8")
    assert printed in text
    file.write_text(text.replace(printed, changed), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", *choice, "-n", "0", "--out", str(folder / "out")]
    environment = {**os.environ, "SVYAZKA_SITES": str(folder / "sites"), "PYTHONUTF8": "1"}
    run = subprocess.run(
        [*command, "-p", "no:cacheprovider"],
        cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", timeout=240,
    )  # fmt: skip
    assert run.returncode == 1, run.stdout + run.stderr
    assert f"Отчёт: {(folder / 'out/report/index.html').as_posix()}" in run.stdout
    return folder / "out"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The results of a run of one scenario against a journal with one caption changed."""
    choice = ("features/perm/variant_1.feature", "-k", "свой")
    return run_with_changed_caption(tmp_path_factory.mktemp("changed"), "perm", PRINTED, CHANGED, *choice)


@pytest.fixture(scope="module")
def model(out: Path) -> Model:
    return read_model(out)


def test_changed_caption_differs_in_words(model: Model):
    finding = model.findings["perm.in.4"]
    told = difference(finding.trials[0].step, finding.clause)
    assert finding.verdict is Verdict.DIFFERS
    assert told
    assert told.text == f"в инструкции «{PRINTED}», на экране «{CHANGED}»"


def test_caption_changed_to_an_unlike_one_is_named_too(tmp_path: Path):
    choice = ("features/mesh_teacher/ways_in.feature", "-k", "настройки and Способ")
    out = run_with_changed_caption(tmp_path, "mesh", 'link = "Подключить"', 'link = "Связать"', *choice)
    finding = read_model(out).findings["mesh_teacher.way1.4"]
    told = difference(finding.trials[0].step, finding.clause)
    assert told
    assert told.text == "в инструкции «Подключить», на экране «Связать»"
    page = (out / "report/mesh_teacher.html").read_text(encoding="utf-8")
    assert told.text in page[page.index('id="mesh_teacher.way1.4"') :].partition("</article>")[0]


def test_what_came_before_is_confirmed_if_no_other_scenario_carries_it(model: Model):
    left_out = {clause for one in model.run.left_out for clause in one.clauses}
    before = model.findings["perm.in.3.2"]
    assert "perm.in.3.2" not in left_out
    assert before.verdict is Verdict.CONFIRMED


def test_what_comes_after_is_unchecked(model: Model):
    after = model.findings["perm.v1.4"]
    assert after.verdict is Verdict.UNCHECKED
    assert f"раньше не прошёл шаг «И нажимаю «{PRINTED}»»" in after.reason


def test_report_shows_it_with_a_picture_of_the_moment(out: Path):
    page = (out / "report/perm.html").read_text(encoding="utf-8")
    clause = page[page.index('id="perm.in.4"') :].partition("</article>")[0]
    assert "расходится на симуляторе" in clause
    assert CHANGED in clause
    assert "../evidence/" in clause
