"""The exit codes: the same for plain pytest and for the command, with workers and without."""

import pytest

from steps.runner.exit_codes import worst
from tests.runner.conftest import ROOT, Project
from tests.runner.outcomes import OUTCOMES, STEPS, feature

MORE_STEPS = """
@when(sentence("жду беды"))
def expects_failure():
    pytest.xfail("так и задумано")
"""
EXPECTS_FAILURE = "  Сценарий: Ждёт беды\n    Когда жду беды\n    Тогда порядок\n"
CASES = {
    "all passed": (feature("passed"), 0),
    "one failed": (feature("passed", "failed"), 1),
    "one broke": (feature("passed", "broken"), 2),
    "a fixture could not be made": (feature("passed", "unarranged"), 2),
    "an expected failure is no verdict": (feature("passed") + EXPECTS_FAILURE, 2),
    "the clean-up broke": (feature("passed", "untidy"), 2),
    "broken beats failed": (feature("failed", "broken"), 2),
    "unsound beats failed": (feature("failed", "unsound"), 2),
    "a skip counts as run": (feature("passed", "skipped"), 0),
    "all skipped": (feature("skipped"), 3),
    "failed and skipped": (feature("failed", "skipped"), 1),
}


@pytest.fixture
def sample(project):
    project.conftest(STEPS + MORE_STEPS)
    return project


def fine(number: int) -> str:
    """So many scenarios that pass."""
    return "".join(OUTCOMES["passed"].replace("Порядок", f"Порядок {at}") for at in range(number))


@pytest.mark.parametrize("case", CASES)
def test_plain_pytest(sample, case):
    text, code = CASES[case]
    sample.feature(text)
    assert sample.pytest("sample.feature").code == code


@pytest.mark.parametrize("case", ["all passed", "broken beats failed", "unsound beats failed", "all skipped"])
def test_command_with_workers(sample, case):
    text, code = CASES[case]
    sample.feature(text)
    assert sample.svyazka("sample.feature", "-n", "2").code == code


@pytest.mark.parametrize("workers", ["0", "2"])
def test_nothing_selected(sample, workers):
    sample.feature(feature("passed"))
    outcome = sample.pytest("sample.feature", "-k", "такогонет", "-n", workers)
    assert outcome.code == 3
    assert "Ничего не запущено" in outcome.text


@pytest.mark.parametrize("workers", ["0", "2"])
def test_fewer_ran_than_planned(sample, workers):
    sample.feature(feature("failed") + fine(9))
    outcome = sample.pytest("sample.feature", "-x", "-n", workers)
    assert outcome.code == 3
    assert "Не завершено" in outcome.text


def test_dead_worker_breaks_its_scenario_and_the_others_run(sample):
    sample.feature(feature("dead") + fine(6))
    outcome = sample.svyazka("sample.feature", "-n", "2")
    assert outcome.code == 2
    assert "сломался   Умирает" in outcome.text
    assert outcome.text.count("прошёл") == 6
    assert "crashed" not in outcome.text


WRONG = {
    "no such file": ["nowhere.feature"],
    "no such scenario": ["sample.feature::Нет такого"],
    "bad expression": ["sample.feature", "-m", "критично and and"],
    "no such tag": ["sample.feature", "-m", "критично or важна"],
    "no scenario at that line": ["--only", "sample.feature:1"],
    "no scenario of that name": ["--only", "Беспорядок на столе"],
    "no run before": ["--failed"],
    "unknown option": ["sample.feature", "--such"],
    "not a number": ["sample.feature", "--seed", "много"],
}


@pytest.mark.parametrize(
    ("wrong", "workers"),
    [*((wrong, "0") for wrong in WRONG), ("no such scenario", "2"), ("no such tag", "2")],
)
def test_wrong_arguments(sample, wrong, workers):
    sample.feature(feature("passed"))
    outcome = sample.pytest(*WRONG[wrong], "-n", workers)
    assert outcome.code == 64
    assert "Ошибка: " in outcome.text


def test_wrong_arguments_of_the_command(sample):
    for wrong in (["--such"], ["-n", "-1"], ["-n", "два"], ["--seed", "много"], ["nowhere"]):
        outcome = sample.svyazka(*wrong)
        assert outcome.code == 64
        assert "Ошибка: " in outcome.text


PAUSES = {
    "no window": (["--pause-at-failure"], "нужно окно. Добавьте --headed."),
    "several processes": (["--pause-at-failure", "--headed", "-n", "2"], "Уберите -n или поставьте -n 0."),
}


@pytest.mark.parametrize("case", PAUSES)
def test_nobody_is_waited_for_who_would_see_nothing_or_several_things_at_once(sample, case):
    sample.conftest('pytest_plugins.append("fixtures.pause")')
    sample.feature(feature("passed"))
    arguments, said = PAUSES[case]
    outcome = sample.pytest("sample.feature", *arguments)
    assert outcome.code == 64
    assert "Ошибка: --pause-at-failure: " in outcome.text
    assert said in outcome.text


def test_run_whose_results_cannot_be_kept_is_broken(sample):
    sample.conftest('pytest_plugins.append("reports.recorder")')
    sample.feature(feature("passed"))
    (sample.path / "out").write_text("a file where the folder should be")
    outcome = sample.svyazka("sample.feature", "-n", "1", "--out", "out")
    assert outcome.code == 2
    assert "Сломалось: итоги прогона не сохранены" in outcome.text
    assert "Записи не сохранены: " in outcome.text


ELSEWHERE = str(ROOT.parent)
PLACES = {
    "not there": (["nowhere"], "нет такого файла или папки: nowhere"),
    "not there, beside one that is": (["sample.feature", "nowhere"], "нет такого файла или папки: nowhere"),
    "outside": ([ELSEWHERE], f"вне папки проекта {ROOT}: {ELSEWHERE}"),
    "outside, beside one within": (["sample.feature", ELSEWHERE], f": {ELSEWHERE}"),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("way", [Project.pytest, Project.svyazka], ids=["pytest", "command"])
def test_wrong_path_is_named_whatever_else_was_said(sample, place, way):
    sample.feature(feature("passed"))
    paths, said = PLACES[place]
    outcome = way(sample, *paths, "--out", "o", "--seed", "3")
    assert outcome.code == 64
    assert said in outcome.text
    assert "неизвестные аргументы" not in outcome.text


OWN_TESTS = {
    "def test_it():\n    assert True\n": 0,
    "def test_it():\n    assert False\n": 1,
    "import pytest\n@pytest.fixture\ndef it():\n    assert False\ndef test_it(it):\n    pass\n": 2,
    "import nothing_like_it\n": 2,
    "import pytest\ndef test_it():\n    pytest.skip('нет')\n": 3,
}


@pytest.mark.parametrize("text", OWN_TESTS)
def test_own_tests_end_by_the_same_codes(sample, text):
    (sample.path / "test_own.py").write_text(text, encoding="utf-8")
    assert sample.pytest("test_own.py").code == OWN_TESTS[text]


def test_skipped_own_tests_are_told_as_skipped_with_their_reason_once(sample):
    skipping = "import pytest\n@pytest.mark.parametrize('n', [1, 2])\ndef test_it(n):\n"
    text = f"{skipping}    pytest.skip('нет источников')\ndef test_good():\n    pass\n"
    (sample.path / "test_own.py").write_text(text, encoding="utf-8")
    outcome = sample.pytest("test_own.py", "-p", "steps.runner.terminal")
    assert outcome.code == 0
    assert "Пропущено тестов: 2 — нет источников" in outcome.text
    assert "Не прошёл" not in outcome.text


def test_unreadable_own_test_does_not_stop_the_others(sample):
    (sample.path / "test_bad.py").write_text("import nothing_like_it\n", encoding="utf-8")
    (sample.path / "test_good.py").write_text("def test_it():\n    pass\n", encoding="utf-8")
    outcome = sample.pytest("test_bad.py", "test_good.py", "-n", "2")
    assert outcome.code == 2
    assert "1 passed" in outcome.text


@pytest.mark.parametrize(
    ("codes", "result"),
    [([0, 1], 1), ([1, 3], 3), ([3, 2], 2), ([2, 64], 64), ([64, 130], 130), ([5], 2), ([], 3)],
)
def test_worst_code(codes, result):
    assert worst(codes) == result
