"""Each rule finds its wrong sample, for that reason alone, and nothing in the right one, which differs by a word."""

import re
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from steps.language.rule import Rule, Weight
from steps.lint.linting import Finding, Source, all_rules, lint
from tests.lint.samples import SAMPLES, Sample, samples_of
from tests.unit.steps.lint.conftest import of_samples

NOT_OF_FEATURES = ("definitions", "passed_over")
RULES = [rule for code, rule in sorted(all_rules().items()) if code not in NOT_OF_FEATURES]
PAIRS = {rule.code: next(samples_of(rule.code)) for rule in RULES}
OF_LABELS = ("misspelt_label", "unknown_label")
CHANGED_AT_MOST = 2  # words: the wrong one and the right one; a column is named in two places


def found_in(path: Path, sample: Sample) -> list[Finding]:
    """What is found in a sample, with the file that lies beside it, if any."""
    beside = sample.folder / "beside.feature"
    files = [path, *([beside] if beside.exists() else [])]
    sources = [Source(file.name, file.read_bytes()) for file in files]
    findings = lint(sources, of_samples(labels=sample.code in OF_LABELS))
    return [finding for finding in findings if finding.problem.uri == path.name]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_wrong_sample_is_found_for_its_reason_alone(rule: Rule):
    sample = PAIRS[rule.code]
    found = found_in(sample.bad, sample)
    assert {finding.rule.code for finding in found} == {rule.code}
    assert len(found) == len(sample.told)
    for line, words in sample.told:
        assert any(f.problem.line == line and words in f.problem.message for f in found), found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_right_sample_is_clean(rule: Rule):
    assert found_in(PAIRS[rule.code].good, PAIRS[rule.code]) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_right_sample_differs_by_a_character_or_a_word(rule: Rule):
    wrong, right = (path.read_bytes() for path in (PAIRS[rule.code].bad, PAIRS[rule.code].good))
    assert wrong != right
    changed = [words for words in differences(readable(wrong), readable(right)) if words]
    assert sum(len(words) for words in changed) <= 2 * CHANGED_AT_MOST, changed


def readable(raw: bytes) -> list[str]:
    try:
        return raw.decode().split()
    except UnicodeDecodeError:
        return raw.decode("cp1251").split()


def differences(one: list[str], other: list[str]) -> list[list[str]]:
    codes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return [part for tag, a, b, c, d in codes if tag != "equal" for part in (one[a:b], other[c:d])]


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.code)
def test_page_says_what_and_why_in_russian(rule: Rule):
    assert re.fullmatch(r"# [А-ЯЁ«].*[^.]", rule.text.splitlines()[0])
    assert "**Почему.** " in rule.text
    assert len(rule.text.split("\n\n")[1]) > 20
    assert ("Неверно:" in rule.text) is ("Верно:" in rule.text)


def test_titles_are_told_apart():
    titles = [rule.title for rule in all_rules().values()]
    assert len(titles) == len(set(titles))


def test_every_folder_of_samples_belongs_to_a_rule():
    folders = {path.parent.name for path in SAMPLES.glob("*/told.txt")}
    assert folders == PAIRS.keys()


def test_what_a_run_refuses_is_no_advice():
    assert {all_rules()[code].weight for code in ("no_action", "undefined", "no_outcome")} == {Weight.REFUSES}
