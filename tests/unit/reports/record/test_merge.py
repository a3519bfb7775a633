import json
from typing import Any

from reports.record.facts import StatusTold
from reports.record.merge import DEAD, close, merge
from reports.record.messages import Message, content, kind
from reports.record.run import read_run


def after_the_plan(stage: Any, messages: list[Message]) -> list[Message]:
    assert messages[: len(stage.plan)] == stage.plan
    return messages[len(stage.plan) :]


def told_of(messages: list[Message], case_id: str) -> list[Message]:
    return [
        one for one in messages if case_id in (content(one).get("testCaseStartedId"), content(one).get("id"))
    ]


def results(messages: list[Message]) -> list[str]:
    return [
        one["testStepFinished"]["testStepResult"]["status"] for one in messages if "testStepFinished" in one
    ]


def own_words(messages: list[Message]) -> list[str]:
    found = [one["attachment"] for one in messages if "attachment" in one]
    return [json.loads(one["body"])["status"] for one in found if one["mediaType"] == StatusTold.MEDIA_TYPE]


def success(messages: list[Message]) -> bool:
    return bool(messages[-1]["testRunFinished"]["success"])


def test_parts_of_two_workers_become_one_stream_in_order_of_time(stage: Any) -> None:
    first, second = stage.process("gw0"), stage.process("gw1")
    stage.play(second, stage.enter)
    stage.play(first, stage.first)
    stage.play(second, stage.leave)
    executed = after_the_plan(stage, stage.merged())
    begun = [one["testCaseStarted"]["id"] for one in executed if "testCaseStarted" in one]
    assert begun == ["0a1b2c3d-gw1-1", "0a1b2c3d-gw0-1", "0a1b2c3d-gw1-2"]
    assert kind(executed[-1]) == "testRunFinished"
    assert success(executed)


def test_interleaved_scenarios_are_told_one_after_the_other(stage: Any) -> None:
    first, second = stage.process("gw0"), stage.process("gw1")
    first.scenario_started(stage.first)
    stage.play(second, stage.enter)
    for step in stage.first["steps"]:
        first.step_finished(step, "passed", 0, None)
    first.scenario_finished("passed", "")
    executed = after_the_plan(stage, stage.merged())
    ends = [index for index, one in enumerate(executed) if "testCaseFinished" in one]
    begins = [index for index, one in enumerate(executed) if "testCaseStarted" in one]
    assert begins == [0, ends[0] + 1]


def test_scenario_of_a_dead_worker_is_broken_where_it_was(stage: Any) -> None:
    dying, living = stage.process("gw0"), stage.process("gw1")
    dying.scenario_started(stage.first)
    dying.step_finished(stage.first["steps"][0], "passed", 0.1, None)
    dying.step_started(stage.first["steps"][1])
    stage.play(living, stage.enter)
    messages = stage.merged(losses={"gw0": DEAD})
    dead = told_of(messages, "0a1b2c3d-gw0-1")
    assert results(dead) == ["PASSED", "FAILED", "SKIPPED", "PASSED"]
    assert own_words(dead) == ["broken", "not_run"]
    assert kind(dead[-1]) == "testCaseFinished"
    assert results(told_of(messages, "0a1b2c3d-gw1-1")) == ["PASSED", "PASSED"]
    assert not success(messages)


def test_worker_that_dies_between_steps_breaks_the_end_of_its_scenario(stage: Any) -> None:
    dying = stage.process("gw0")
    dying.scenario_started(stage.first)
    dying.step_finished(stage.first["steps"][0], "passed", 0.1, None)
    dead = told_of(stage.merged(losses={"gw0": DEAD}), "0a1b2c3d-gw0-1")
    assert results(dead) == ["PASSED", "SKIPPED", "SKIPPED", "FAILED"]
    assert own_words(dead) == ["not_run", "not_run", "broken"]


def test_moment_of_a_death_is_not_invented(stage: Any) -> None:
    dying = stage.process("gw0")
    dying.scenario_started(stage.enter)
    dying.step_started(stage.enter["steps"][0])
    dead = told_of(stage.merged(losses={"gw0": DEAD}), "0a1b2c3d-gw0-1")
    last_known = content(stage.written()["gw0"][-1])["timestamp"]
    assert content(dead[-1])["timestamp"] == last_known


def test_interrupted_scenario_is_neither_green_nor_failed(stage: Any) -> None:
    process = stage.process("main")
    process.scenario_started(stage.first)
    process.step_started(stage.first["steps"][0])
    messages = stage.merged(interrupted=True)
    cut_short = told_of(messages, "0a1b2c3d-main-1")
    assert set(results(cut_short)[:-1]) == {"SKIPPED"}
    assert own_words(cut_short)[0] == "interrupted"
    assert not success(messages)


def test_passed_scenario_whose_steps_were_lost_is_broken(stage: Any) -> None:
    stage.play(stage.process("main"), stage.first)
    middle = stage.first["steps"][1]["id"] + "-step"
    kept = [one for one in stage.written()["main"] if content(one).get("testStepId") != middle]
    messages, _ = close(merge(stage.plan, {"main": kept}))
    assert results(told_of(messages, "0a1b2c3d-main-1")).count("FAILED") == 1
    assert not success(messages)


def test_executions_that_nobody_planned_are_left_out(stage: Any) -> None:
    stage.play(stage.process("main"), stage.first)
    stranger = {
        "testCaseStarted": {
            "id": "x",
            "testCaseId": "of another run",
            "timestamp": {"seconds": 1, "nanos": 0},
        }
    }
    messages = merge(stage.plan, {"main": stage.written()["main"], "gw9": [stranger]})
    assert told_of(messages, "x") == []


def test_run_is_no_success_when_a_planned_scenario_never_began(stage: Any) -> None:
    stage.play(stage.process("main"), stage.first)
    assert not success(stage.merged())


def test_interrupted_run_is_no_success_even_if_all_was_done(stage: Any) -> None:
    process = stage.process("main")
    for pickle in stage.pickles:
        stage.play(process, pickle)
    assert success(stage.merged())
    assert not success(stage.merged(interrupted=True))


def test_steps_that_did_not_run_without_a_reason_are_no_success(stage: Any) -> None:
    process = stage.process("main")
    stage.play(process, stage.first, ["passed", "not_run"])
    for pickle in (stage.enter, stage.leave):
        stage.play(process, pickle)
    assert not success(stage.merged())


def test_run_that_planned_nothing_is_no_success() -> None:
    assert not success(close(merge([], {}))[0])


def test_notes_stand_at_the_end_of_the_run(stage: Any) -> None:
    finished = stage.merged(notes=["диск полон", "снимок потерян"])[-1]["testRunFinished"]
    assert finished["message"] == "диск полон\nснимок потерян"


def test_run_that_is_handed_on_is_what_the_stream_reads_as(stage: Any) -> None:
    stage.play(stage.process("main"), stage.first, ["failed"], "failed", AssertionError("нет кнопки"))
    messages, run = stage.closed(notes=["диск полон\nснова", "снимок потерян"])
    assert run == read_run(messages)
    assert run.notes == ("диск полон", "снова", "снимок потерян")
