"""Exit code, terminal, JUnit file, record and report tell one story: for every outcome, alone and beside each other."""

import re
from collections import Counter
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

from reports.record.messages import read
from reports.record.run import Run, read_run
from reports.record.status import ENDED_WELL, WORDS
from tests.runner.conftest import Outcome
from tests.runner.outcomes import OUTCOMES, STEPS

PLUGINS = 'pytest_plugins.extend(["reports.recorder", "steps.runner.repeat"])'
STATUSES = {"unarranged": "broken", "untidy": "broken", "failed and untidy": "broken", "dead": "broken"}
LIVE = re.compile(r"^\[ *\d+/\d+\] (\S+(?: \S+)?) +(.+?)  \(", re.MULTILINE)
VERDICT = re.compile(r'data-verdict="(\w+)"')
# `run` knows only one process or several.
ALONE = [(name, workers) for name in OUTCOMES for workers in "02" if (name, workers) != ("dead", "0")]
# Beside another, one way to be broken is like the next. Of nine in a square every two stand on one of twelve lines.
SQUARE = (
    ("passed", "failed", "broken"),
    ("skipped", "unsound", "untidy"),
    ("unreadable", "interrupted", "dead"),
)
LINES = [
    *SQUARE,
    *(
        tuple(SQUARE[row][(first + slope * row) % 3] for row in range(3))
        for slope in range(3)
        for first in range(3)
    ),
]


def carried_out(project, workers: str, *names: str) -> tuple[Outcome, Path]:
    project.conftest(PLUGINS + STEPS)
    for name in names:
        project.feature(f"Функция: {name}\n{OUTCOMES[name]}", f"{name}.feature")
    outcome = project.pytest("-p", "steps.runner.terminal", "-q", "-n", workers, "--out", "out")
    return outcome, project.path / "out"


@pytest.mark.parametrize(("name", "workers"), ALONE)
def test_outcome_is_told_alike_everywhere(project, name, workers):
    outcome, folder = carried_out(project, workers, name)
    assert_one_story(outcome, folder)
    ended = [one.status for one in read_run(read(folder / "messages.ndjson")).scenarios]
    assert ended == ([] if name == "unreadable" else [STATUSES.get(name, name)])


@pytest.mark.parametrize("three", LINES, ids=" beside ".join)
def test_outcomes_beside_each_other_are_told_alike_everywhere(project, three):
    assert_one_story(*carried_out(project, "2", *three))


def test_every_two_outcomes_are_beside_each_other_once():
    pairs = Counter(pair for three in LINES for pair in combinations(sorted(three), 2))
    distinct = {name for name in OUTCOMES if STATUSES.get(name) != "broken"} | {"dead"}
    assert set(pairs.values()) == {1}
    assert {*combinations(sorted(distinct), 2)} <= {*pairs}


def assert_one_story(outcome: Outcome, folder: Path) -> None:
    run = read_run(read(folder / "messages.ndjson"))
    verdicts = Counter(scenario.status for scenario in run.scenarios)
    assert outcome.code == code_of(run), outcome.text
    assert live_words(outcome.text) <= Counter(words_of(run)), outcome.text
    assert counted_words(outcome.text) == verdicts, outcome.text
    suite = Xml.parse(folder / "junit.xml").getroot()[0]  # noqa: S314  our own document
    well, problems = sum(verdicts[status] for status in ENDED_WELL), len(run.problems)
    assert {name: int(suite.attrib[name]) for name in ("tests", "failures", "errors", "skipped")} == {
        "tests": len(run.scenarios) + problems,
        "failures": verdicts["failed"],
        "errors": len(run.scenarios) - well - verdicts["failed"] + problems,
        "skipped": verdicts["skipped"],
    }
    first, listed = (
        (folder / "report" / page).read_text(encoding="utf-8") for page in ("index.html", "scenarios.html")
    )
    trouble = first.partition('id="trouble"')[2].partition("</ul>")[0]
    troubled = [one.place.title for one in run.scenarios if one.status not in ENDED_WELL]
    assert Counter(VERDICT.findall(listed)) == verdicts
    assert trouble.count("<li>") == len(troubled) + problems + len(run.notes)
    assert all(title in trouble for title in troubled)


def code_of(run: Run) -> int:
    """What the record says the exit code should be."""
    statuses = {scenario.status for scenario in run.scenarios}
    if "interrupted" in statuses:
        return 130
    if run.problems or statuses & {"broken", "unsound"}:
        return 2
    if not statuses & {"passed", "failed"} or "not_started" in statuses:
        return 3
    return 1 if "failed" in statuses else 0


def live_words(text: str) -> Counter[tuple[str, str]]:
    """What the terminal wrote as each scenario ended."""
    return Counter((word, name) for word, name in LIVE.findall(text) if not name.startswith("строка "))


def words_of(run: Run) -> list[tuple[str, str]]:
    return [(WORDS[one.status].ended, one.place.title) for one in run.scenarios]


def counted_words(text: str) -> Counter[str]:
    """What the first line of the summary counts."""
    line = next(one for one in text.splitlines() if re.match(r"\d+ сценари\w+(: .+)?; ", one))
    told = {form: status for status, words in WORDS.items() for form in words.forms}
    counts = re.findall(r"(\d+) ([а-яё][а-яё ]+?)(?=,|;)", line.partition(": ")[2])
    return Counter({told[form]: int(number) for number, form in counts})
