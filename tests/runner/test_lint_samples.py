"""Every way a feature could be green for nothing, as a bad sample that is refused and a good one that is not."""

import shutil
from pathlib import Path

import pytest
from pytest_bdd.steps import step_function_context_registry

from steps.language.matching import Matcher
from steps.language.problem import RULES
from steps.language.reading import read_feature
from steps.runner.execution import describe
from tests.lint import sample_steps

REMARK = "unseen_end"  # no reason not to run
SAMPLES = Path(sample_steps.__file__).parent
FEATURE_RULES = [rule for rule in RULES if rule not in ("definitions", "passed_over")]


def problems_of(sample: Path):
    contexts = [
        context
        for context in step_function_context_registry.values()
        if context.step_func.__module__ == sample_steps.__name__
    ]
    document = read_feature(sample, sample.name)
    definitions = [describe(context, SAMPLES) for context in contexts]
    return [*document.problems, *document.remarks, *Matcher(definitions).problems(document)]


def told(rule: str) -> list[tuple[int, str]]:
    lines = (SAMPLES / rule / "told.txt").read_text(encoding="utf-8").splitlines()
    return [(int(line.partition(": ")[0]), line.partition(": ")[2]) for line in lines]


def test_every_rule_has_its_samples():
    folders = {path.name for path in SAMPLES.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders == set(FEATURE_RULES)


@pytest.mark.parametrize("rule", FEATURE_RULES)
def test_bad_sample_is_refused_for_its_reason_alone(rule):
    problems = problems_of(SAMPLES / rule / "bad.feature")
    assert {problem.rule for problem in problems} == {rule}
    assert len(problems) == len(told(rule))
    for line, words in told(rule):
        assert any(problem.line == line and words in problem.message for problem in problems), problems


@pytest.mark.parametrize("rule", FEATURE_RULES)
def test_good_sample_is_accepted(rule):
    assert problems_of(SAMPLES / rule / "good.feature") == []


@pytest.mark.parametrize("workers", ["0", "2"])
def test_whole_run_names_every_problem_and_still_runs_the_sound_files(project, workers):
    shutil.copytree(SAMPLES, project.path / "lint", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    shutil.copy(SAMPLES / "sample_steps.py", project.path / "conftest_steps.py")
    project.conftest("from conftest_steps import *")
    outcome = project.pytest("lint", "-n", workers)
    assert outcome.code == 2
    for rule in FEATURE_RULES:
        for line, _ in told(rule) if rule != REMARK else ():
            assert f"lint/{rule}/bad.feature:{line}: " in outcome.text
    assert f"{sound_scenarios()} passed" in outcome.text


def sound_scenarios() -> int:
    """Count the scenarios of all samples that nothing is wrong with."""
    count = 0
    for sample in SAMPLES.glob("*/*.feature"):
        problems = [problem for problem in problems_of(sample) if problem.rule != REMARK]
        spoilt = {pickle for problem in problems for pickle in problem.pickles}
        count += sum(pickle["id"] not in spoilt for pickle in read_feature(sample, sample.name).pickles)
    return count
