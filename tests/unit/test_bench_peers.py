"""The comparison with peers: all do what the scenarios say, and what they tell is read rightly."""

import json
import re
import sys
from pathlib import Path

import pytest

from tests.bench.lane import SideDied
from tests.bench.peers.installing import PROJECTS
from tests.bench.peers.moments import Moment, first_act, lengths, recorded, stamped
from tests.bench.peers.racing import Times
from tests.bench.peers.rivals import PEERS, ours
from tests.bench.peers.standing import peer_figures, standing
from tests.bench.peers.writing import call, scenarios, write_projects
from tests.bench.spent import Spent, carry_out
from tests.bench.suite import Suite, suite_figures

SENTENCES = json.loads((PROJECTS / "sentences.json").read_text(encoding="utf-8"))


def test_every_sentence_of_the_scenarios_is_a_deed_of_the_peers():
    deeds = [call(text, SENTENCES) for walked in scenarios() for _, text in walked.steps]
    told = (PROJECTS / "walking.py").read_text(encoding="utf-8")
    also = (PROJECTS / "walking.js").read_text(encoding="utf-8")
    assert len(deeds) > 90
    assert {deed for deed, _ in deeds} <= set(re.findall(r"def (\w+)\(self", told))
    assert {deed for deed, _ in deeds} <= set(re.findall(r"^ {4}async (\w+)\(", also, re.MULTILINE))


def test_words_of_a_sentence_are_those_in_its_places():
    assert call("ввожу «+7 199 111-11-11» в поле «Телефон»", SENTENCES) == [
        "fill",
        ["+7 199 111-11-11", "Телефон"],
    ]
    assert call("вижу «Чат с родителями, 5 «А»»", SENTENCES) == ["see", ["Чат с родителями, 5 «А»"]]


def test_sentence_nobody_of_the_peers_knows_is_told():
    with pytest.raises(LookupError, match="нет определения"):
        call("танцую на столе", SENTENCES)


def test_peers_have_the_sentences_of_our_scenarios(tmp_path: Path):
    walked = scenarios()
    write_projects(tmp_path, walked)
    feature = (tmp_path / "features/variant_1.feature").read_text(encoding="utf-8")
    robot = (tmp_path / "robot/variant_1.robot").read_text(encoding="utf-8")
    calls = json.loads((tmp_path / "steps.json").read_text(encoding="utf-8"))
    assert all(f" {text}\n" in feature for _, text in walked[0].steps)
    assert all(f"    {text}\n" in robot for kind, text in walked[0].steps if kind != "Context")
    assert [len(calls[each.name]) for each in walked] == [len(each.steps) for each in walked]


def test_stamps_give_the_length_of_each_scenario(tmp_path: Path):
    file = tmp_path / "stamps.txt"
    file.write_text("begun 7 1.0\nbegun 8 1.5\nacted 8 2.0\nended 8 3.5\nended 7 4.0\n", encoding="utf-8")
    moments = stamped(file)
    assert first_act(moments) == 2.0
    assert sorted(lengths(moments, 2)) == [2.0, 3.0]


def test_scenario_without_an_end_is_no_measure():
    with pytest.raises(SideDied, match="1, а должно быть 2"):
        lengths([Moment("begun", "7", 1.0), Moment("ended", "7", 2.0), Moment("begun", "7", 3.0)], 2)


def test_record_tells_the_first_act_and_the_length(tmp_path: Path):
    def at(seconds: int) -> dict[str, int]:
        return {"seconds": seconds, "nanos": 0}

    steps = [{"id": "c", "type": "Context"}, {"id": "a", "type": "Action"}]
    lines = [
        {"pickle": {"id": "p", "steps": steps}},
        {"testCase": {"testSteps": [{"id": "tc", "pickleStepId": "c"}, {"id": "ta", "pickleStepId": "a"}]}},
        {"testCaseStarted": {"id": "x", "timestamp": at(10)}},
        {"testStepStarted": {"testCaseStartedId": "x", "testStepId": "tc", "timestamp": at(11)}},
        {"testStepStarted": {"testCaseStartedId": "x", "testStepId": "ta", "timestamp": at(12)}},
        {"testCaseFinished": {"testCaseStartedId": "x", "timestamp": at(15)}},
    ]
    stream = tmp_path / "messages.ndjson"
    stream.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    moments = recorded(stream)
    assert first_act(moments) == 12
    assert lengths(moments, 1) == [5]


def _times(scenario: float, whole: float) -> Times:
    return Times(whole=[whole] * 3, scenario=[scenario] * 3, start=[1.0] * 3, processor=[2.0] * 3)


def test_table_has_a_row_for_each_with_its_ratios():
    rivals = [*PEERS[:2], ours(scenarios())[0]]
    times = {"bare": _times(2.0, 7.0), "behave": _times(2.0, 8.0), "ours": _times(2.5, 6.0)}
    last = standing(rivals, times).splitlines()[-1]
    assert [cell.strip() for cell in last.strip("|").split("|")] == [
        "«Связка», как есть", "6,00", "2,50", "1,00", "2,00", "1,25", "0,75",
    ]  # fmt: skip
    figures = {each.key: each for each in peer_figures(times)}
    assert not figures["peer_scenario"].holds
    assert figures["peer_command"].holds


def test_suite_is_judged_by_processor_and_weight_never_by_minutes():
    figures = {
        each.key: each
        for each in suite_figures(Suite(Spent(999, 400, 40), 3.5, 500, 117, 41_000_000, 5_000_000))
    }
    assert {key for key, each in figures.items() if each.limit is not None} == {
        "suite_cpu",
        "suite_evidence",
        "suite_stream",
    }
    assert not figures["suite_cpu"].holds
    assert not figures["suite_evidence"].holds
    assert figures["suite_stream"].holds
    assert "3,5" in figures["suite_wall"].title


BUSY = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'sum(range(4_000_000))'])"


def test_spent_counts_what_a_command_has_started(tmp_path: Path):
    idle = carry_out([sys.executable, "-S", "-c", ""], tmp_path, 30)
    assert carry_out([sys.executable, "-S", "-c", BUSY], tmp_path, 30).processor > idle.processor + 0.03


def test_command_that_fails_is_no_measure(tmp_path: Path):
    with pytest.raises(SideDied, match="код 3"):
        carry_out([sys.executable, "-S", "-c", "raise SystemExit(3)"], tmp_path, 30)
