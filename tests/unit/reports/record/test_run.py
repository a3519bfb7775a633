from typing import Any

import pytest

from reports.record.merge import DEAD
from reports.record.messages import content
from reports.record.run import read_run


def test_place_names_feature_rule_scenario_and_row(stage: Any) -> None:
    first, enter, _ = (scenario.place for scenario in stage.run().scenarios)
    assert first.identity == "features/sample.feature /  / Первый / "
    assert enter.identity == "features/sample.feature / По строкам / Кнопка <кнопка> / Войти | да"
    assert (first.title, enter.title) == ("Первый", "Кнопка Войти [Войти | да]")
    assert (first.line, enter.line) == (3, 13)
    assert first.tags == ("@критично",)


def test_sentences_stand_with_their_keywords_and_lines(stage: Any) -> None:
    stage.play(stage.process("main"), stage.enter)
    sentence, end = stage.run().scenarios[1].steps
    assert (sentence.sentence, sentence.line) == ("Когда нажимаю «Войти»", 10)
    assert end.sentence is None


@pytest.mark.parametrize("status", ["failed", "broken", "skipped"])
def test_verdict_is_that_of_the_step_with_its_reason(stage: Any, status: str) -> None:
    stage.play(stage.process("main"), stage.first, ["passed", status], status, AssertionError("почему"))
    scenario = stage.run().scenarios[0]
    assert (scenario.status, scenario.reason) == (status, "почему")
    assert [step.status for step in scenario.steps] == ["passed", status, "not_run", "passed"]


@pytest.mark.parametrize("status", ["broken", "unsound", "interrupted", "failed", "skipped"])
def test_verdict_that_no_step_accounts_for_stands_at_the_end(stage: Any, status: str) -> None:
    stage.play(stage.process("main"), stage.first, [], status, reason="почему")
    scenario = stage.run().scenarios[0]
    assert (scenario.status, scenario.reason) == (status, "почему")


def test_break_in_the_clean_up_outweighs_a_failed_step(stage: Any) -> None:
    stage.play(
        stage.process("main"), stage.enter, ["failed"], "broken", AssertionError("нет"), reason="уборка"
    )
    scenario = stage.run().scenarios[1]
    assert (scenario.status, scenario.reason) == ("broken", "уборка")


def test_planned_scenario_that_never_began_is_told_of(stage: Any) -> None:
    stage.play(stage.process("main"), stage.first)
    assert [scenario.status for scenario in stage.run().scenarios] == ["passed", "not_started", "not_started"]


def test_later_success_does_not_hide_a_failure(stage: Any) -> None:
    process = stage.process("main")
    stage.play(process, stage.first, ["failed"], "failed", AssertionError("нет"))
    stage.play(process, stage.first)
    assert stage.run().scenarios[0].status == "failed"


def test_dead_worker_and_interruption_are_told_apart(stage: Any) -> None:
    for name, pickle in (("gw0", stage.first), ("gw1", stage.enter)):
        stage.process(name).scenario_started(pickle)
    run = stage.run(losses={"gw0": DEAD}, interrupted=True)
    assert [scenario.status for scenario in run.scenarios] == ["broken", "interrupted", "not_started"]


def test_steps_missing_from_a_foreign_stream_are_never_green(stage: Any) -> None:
    stage.play(stage.process("main"), stage.first)
    lost = stage.first["steps"][2]["id"] + "-step"
    messages = [one for one in stage.merged() if content(one).get("testStepId") != lost]
    assert read_run(messages).scenarios[0].status == "broken"


def test_steps_that_did_not_run_need_a_reason(stage: Any) -> None:
    stage.play(stage.process("main"), stage.first, ["passed", "not_run"])
    assert stage.run().scenarios[0].status == "broken"


def test_times_come_from_the_stream(stage: Any) -> None:
    stage.play(stage.process("main"), stage.enter)
    run = stage.run()
    assert run.seconds == stage.clock.seconds
    assert run.scenarios[1].steps[0].seconds == 0.25
    assert run.scenarios[1].seconds > 0
