"""Every way a feature could be green for nothing, as a bad sample that is refused and a good one that is not."""

import shutil
from pathlib import Path

import pytest

from steps.language.binding import misbound, step_rules
from steps.language.reading import read_feature
from steps.language.rule import Weight, rules_in
from steps.language.soundness import RULES as TEXT_RULES
from tests.lint import sample_steps
from tests.lint.samples import SAMPLES, Sample, matcher, samples_of

NOT_OF_FEATURES = ("definitions", "passed_over")  # nothing that a feature says
REFUSING = (*rules_in(TEXT_RULES), *step_rules())
RULES = {rule.code: rule for rule in REFUSING if rule.code not in NOT_OF_FEATURES}
CASES = [sample for code in RULES for sample in samples_of(code)]


def problems_of(path: Path):
    document = read_feature(path, path.name)
    return [*document.problems, *document.remarks, *misbound(document, matcher())]


def test_every_rule_has_its_samples():
    assert {sample.code for sample in CASES} == RULES.keys()


@pytest.mark.parametrize("sample", CASES, ids=str)
def test_bad_sample_is_refused_for_its_reason_alone(sample: Sample):
    problems = problems_of(sample.bad)
    assert {problem.rule for problem in problems} == {sample.code}
    assert len(problems) == len(sample.told)
    for line, words in sample.told:
        assert any(problem.line == line and words in problem.message for problem in problems), problems


@pytest.mark.parametrize("sample", CASES, ids=str)
def test_good_sample_is_accepted(sample: Sample):
    assert problems_of(sample.good) == []


@pytest.mark.parametrize("workers", ["0", "2"])
def test_whole_run_names_every_problem_and_still_runs_the_sound_files(project, workers):
    for sample in CASES:
        folder = project.path / "lint" / sample.folder.relative_to(SAMPLES)
        shutil.copytree(sample.folder, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("more"))
    shutil.copy(sample_steps.__file__, project.path / "conftest_steps.py")
    project.conftest("from conftest_steps import *")
    outcome = project.pytest("lint", "-n", workers)
    assert outcome.code == 2
    for sample in CASES:
        for line, _ in sample.told if RULES[sample.code].weight is Weight.REFUSES else ():
            assert f"lint/{sample}/bad.feature:{line}: " in outcome.text
    assert f"{sound_scenarios()} passed" in outcome.text


def sound_scenarios() -> int:
    """Count the scenarios of all samples that nothing is wrong with."""
    count = 0
    for path in (path for sample in CASES for path in (sample.bad, sample.good)):
        refused = [each for each in problems_of(path) if RULES[each.rule].weight is Weight.REFUSES]
        spoilt = {pickle for problem in refused for pickle in problem.pickles}
        count += sum(pickle["id"] not in spoilt for pickle in read_feature(path, path.name).pickles)
    return count
