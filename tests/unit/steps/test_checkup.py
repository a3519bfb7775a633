"""The command `test`: its parts, and what becomes of them."""

import subprocess
import sys
from contextlib import contextmanager, nullcontext
from datetime import date
from pathlib import Path

import pytest

from steps import checkup
from steps.runner import command as run

ROOT = Path(__file__).parents[3]
ON_POSTGRESQL = "--servers", "2", "--evidence", "off", "--out"


class Anywhere(str):
    """Equal to every name of a folder."""

    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str)


AWAY = Anywhere()


@pytest.fixture
def started(monkeypatch):
    """What the parts of `test` start, in their order, instead of starting it."""
    calls = []
    monkeypatch.setattr("fixtures.environment.check.main", lambda argv: calls.append(("check", argv)) or 0)
    monkeypatch.setattr(pytest, "main", lambda argv, _=(): calls.append(("pytest", argv)) or 0)
    monkeypatch.setattr(checkup, "apart", lambda *words: calls.append(words) or 0)
    monkeypatch.setattr(checkup, "compare_after", lambda out: calls.append(("labels", out)) or 0)
    monkeypatch.setattr(checkup, "cores", lambda: 2)
    monkeypatch.setattr(checkup, "OUT", Path("reports/out"))
    monkeypatch.setattr(checkup.Dearest, "add_record", lambda *_: None)
    monkeypatch.setattr(checkup, "own_server", lambda: nullcontext("postgresql://here"))
    return calls


def test_everything_of_ours_is_the_code_the_features_the_own_tests_and_the_scenarios(started, capsys):
    assert checkup.main([]) == 0

    assert started == [
        ("check", []),
        ("lint", "--strict"),
        (
            "pytest",
            [
                *run.QUIET,
                *checkup.ON_OURS,
                *("-n", "3", "--dist", "loadfile", "--no-loadscope-reorder"),
                f"--consequences-of={date.today()}",
                checkup.OWN_TESTS,
            ],
        ),
        ("pytest", [*run.QUIET, "-n", "2", "--maxschedchunk=1", "--stand=sim", "--", run.SCENARIOS]),
        (
            "run",
            *checkup.ON_OURS,
            checkup.SAMPLE,
            "-n",
            "2",
            "--database",
            "postgresql://here",
            *ON_POSTGRESQL,
            AWAY,
        ),
        ("defects", "--today"),
        ("defects", "--wild", "--today"),
        ("labels", Path("reports/out")),
        ("gate", "reports/out"),
    ]
    told = capsys.readouterr().out.partition("Всё вместе:")[0]
    titles = [line for line in told.splitlines() if line and ":" not in line]
    assert titles == [
        "Проверка кода",
        "Сценарии без браузера",
        "Свои тесты",
        "Сценарии",
        "Проба на PostgreSQL",
        "Дефекты дня",
        "Дефект дня на втором лице",
        "Надписи экранов",
        "Ворота",
    ]


def test_own_tests_are_those_where_this_one_is():
    root = Path(run.__file__).parents[2]

    assert Path(__file__).is_relative_to(root / checkup.OWN_TESTS)
    assert list((root / run.SCENARIOS).rglob("*.feature"))


def test_every_part_has_its_closing_line_and_the_worst_decides(capsys):
    assert checkup.all_of((("Проверка", lambda: 0), ("Тесты", lambda: 1), ("Сценарии", lambda: 3))) == 3
    told = capsys.readouterr().out
    for line in ("Проверка: порядок", "Тесты: не порядок, код 1", "Сценарии: не порядок, код 3"):
        assert line in told
    together = told.partition("Всё вместе:\n")[2].splitlines()
    assert [line.split(" с  ")[1] for line in together] == [
        "Проверка: порядок",
        "Тесты: не порядок, код 1",
        "Сценарии: не порядок, код 3",
    ]


@pytest.mark.parametrize(("scenarios", "gate", "worst"), [(0, 4, 4), (1, 4, 1), (3, 4, 3), (0, 0, 0)])
def test_gate_that_the_policy_closes_is_the_least_of_what_is_wrong(scenarios, gate, worst):
    assert checkup.all_of((("Сценарии", lambda: scenarios), ("Ворота", lambda: gate))) == worst


def test_ctrl_c_ends_all_parts(capsys):
    def interrupted():
        raise KeyboardInterrupt

    assert checkup.all_of((("Первая", interrupted), ("Вторая", lambda: 0))) == 130
    assert "Вторая" not in capsys.readouterr().out


def test_whatever_stands_in_the_way_of_pytest_is_imported_elsewhere():
    told = (
        "import sys, steps.checkup as one; one.apart('lint', '--rules'); print('pytest_bdd' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", told], cwd=ROOT, capture_output=True, encoding="utf-8")
    assert "# Правила" in done.stdout
    assert done.stdout.endswith("False\n")


def test_everything_is_on_the_database_that_is_named_and_then_there_is_no_sample(started):
    assert checkup.main(["--database", "own", "--servers", "2"]) == 0
    by_pytest = [words for part, *words in started if part == "pytest"]
    assert all({"--database=own", "--servers=2"} <= {*words[0]} for words in by_pytest)
    assert len(by_pytest) == 2
    assert not [part for part in started if checkup.SAMPLE in part]


def test_where_there_is_no_postgresql_it_is_said_and_is_no_failure(started, monkeypatch, capsys):
    @contextmanager
    def missing():
        raise checkup.PostgresMissing("Нет сервера PostgreSQL")
        yield

    monkeypatch.setattr(checkup, "own_server", missing)
    assert checkup.main([]) == 0
    assert "На PostgreSQL не проверено. Нет сервера PostgreSQL" in capsys.readouterr().out
