import json
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from reports.record.facts import TRACE_TYPE, Piece, RepeatTold, StandTold
from reports.record.messages import Message, read
from reports.recorder import ExecutionRecorder


class Performance:
    """The recorder of a process and an item it hears of, with evidence of the test's choice."""

    def __init__(self, stage: Any) -> None:
        self.evidence: Callable[[], list[Any]] = lambda: []
        self.recorder = ExecutionRecorder(stage.folder, "main", 0)
        stand = [Piece(StandTold.MEDIA_TYPE, b'{"name": "sim"}', "stand.json")]
        hook = SimpleNamespace(
            pytest_svyazka_evidence=lambda **_: self.evidence(),
            pytest_svyazka_run_evidence=lambda **_: [stand],
            pytest_svyazka_hidden=lambda item, text: text.replace("Тамара", "••••"),
        )
        self.item = SimpleNamespace(pickle=stage.enter, config=SimpleNamespace(hook=hook))
        self.steps = stage.enter["steps"]

    def play(self, status: str, verdict: str, error: BaseException | None = None, reason: str = "") -> None:
        """Executes the item, which has one step."""
        self.recorder.pytest_svyazka_scenario_started(self.item)
        self.recorder.pytest_svyazka_step_started(self.steps[0])
        self.recorder.pytest_svyazka_step_finished(self.item, self.steps[0], status, 0.1, error)
        self.recorder.pytest_svyazka_scenario_finished(self.item, verdict, reason)

    def end(self) -> tuple[list[Message], list[Message], list[str]]:
        """Ends the session and returns what is handed over: the unwritten plan, the unwritten part, the notes."""
        output: dict[str, Any] = {}
        manager = SimpleNamespace(get_plugin=lambda _: None)
        config = SimpleNamespace(pluginmanager=manager, workeroutput=output)
        self.recorder.pytest_sessionfinish(SimpleNamespace(config=config))  # type: ignore[arg-type]
        process, *told = output["svyazka_records"]
        assert process == "main"
        return tuple(told)  # type: ignore[return-value]


@pytest.fixture
def performance(stage: Any) -> Iterator[Performance]:
    performance = Performance(stage)
    yield performance
    performance.end()


def test_step_that_ctrl_c_cut_short_is_interrupted(stage: Any, performance: Performance) -> None:
    performance.play("not_run", "interrupted", KeyboardInterrupt(), "прогон прерван")
    scenario = stage.run().scenarios[1]
    assert scenario.status == "interrupted"
    assert [step.status for step in scenario.steps] == ["interrupted", "passed"]


def test_scenario_that_broke_by_its_own_text_is_unsound(stage: Any, performance: Performance) -> None:
    performance.play("not_run", "unsound", reason="features/sample.feature:10: неизвестный шаг")
    assert stage.run().scenarios[1].status == "unsound"


def test_evidence_of_all_who_gather_it_is_kept(stage: Any, performance: Performance) -> None:
    performance.evidence = lambda: [
        [Piece("text/plain", b"one", "1")],
        None,
        [Piece("text/plain", b"two", "2")],
    ]
    performance.play("passed", "passed")
    assert [piece.body for piece in stage.run().scenarios[1].attached] == ["one", "two"]


def test_error_while_gathering_evidence_is_a_note_and_no_failure(
    stage: Any, performance: Performance
) -> None:
    def no_page() -> list[Any]:
        raise RuntimeError("страница закрыта")

    performance.evidence = no_page
    performance.play("passed", "passed")
    assert stage.run().scenarios[1].status == "passed"
    assert performance.end()[2] == ["Свидетельства не собраны: RuntimeError: страница закрыта"]


def test_repeat_adds_its_trace_to_the_first_execution(stage: Any, performance: Performance) -> None:
    performance.play("failed", "failed", AssertionError("нет кнопки"))
    performance.item.repeating = True
    performance.evidence = lambda: [
        [Piece(TRACE_TYPE, b"zip", "trace.zip"), Piece("image/png", b"png", "s.png")]
    ]
    performance.play("passed", "passed")
    scenario = stage.run().scenarios[1]
    assert (scenario.status, scenario.reason) == ("failed", "нет кнопки")
    assert [piece.media_type for piece in scenario.attached] == [RepeatTold.MEDIA_TYPE, TRACE_TYPE]
    assert scenario.facts(RepeatTold)[0].status == "passed"


def test_next_scenario_after_a_repeat_is_recorded_as_usual(stage: Any, performance: Performance) -> None:
    performance.play("failed", "failed", AssertionError("нет кнопки"))
    performance.item.repeating = True
    performance.play("failed", "failed", AssertionError("нет кнопки"))
    performance.item.repeating = False
    performance.item.pickle, performance.steps = stage.leave, stage.leave["steps"]
    performance.play("passed", "passed")
    assert [scenario.status for scenario in stage.run().scenarios] == ["not_started", "failed", "passed"]


def test_what_could_not_be_written_is_handed_over(stage: Any, performance: Performance) -> None:
    stage.folder.root.write_text("a file where the folder should be")
    performance.recorder.pytest_svyazka_planned(performance.item.config, [], [], [], [], {})
    performance.play("passed", "passed")
    plan, part, notes = performance.end()
    assert [next(iter(message)) for message in plan] == ["meta", "hook", "testRunStarted", "attachment"]
    assert plan[-1]["attachment"]["body"] == '{"name": "sim"}'
    assert len(part) == 6
    assert len(notes) == 2


def test_error_is_recorded_without_what_must_be_hidden(stage: Any, performance: Performance) -> None:
    performance.play("failed", "failed", AssertionError("нет надписи «Тамара»"))
    recorded = json.dumps(list(read(stage.folder.part("main"))), ensure_ascii=False)
    assert stage.run().scenarios[1].reason == "нет надписи «••••»"
    assert recorded.count("нет надписи «••••»") == 3  # the message, the exception and its trace
    assert "Тамара" not in recorded
