"""Each verdict on a clause, from the one thing in the record that makes it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reports.coverage import Finding, Verdict, counted, findings
from reports.record.clauses import Clause, Instruction
from reports.record.evidence import EvidenceStore
from reports.record.folder import Folder
from reports.record.merge import merge
from reports.record.messages import NANO, Message, salvage
from reports.record.part import PartFile
from reports.record.plan import Plan
from reports.record.run import Run, read_run
from reports.record.transcript import Transcript
from steps.language.reading import parse_feature

FEATURE = """\
@учитель
Функция: Привязка
  Предыстория:
    #> t.background
    Когда открываю журнал
  Сценарий: Первый
    #> t.arranged
    Дано есть учитель
    #> t.press, t.deed, t.fact
    Когда нажимаю «Привязать»
    #> t.see, t.both, t.deed, t.fact
    Тогда вижу «Стол»
    #> t.twice
    И вижу «Чаты»
    #> t.twice
    И вижу «Дневник»
  Правило: По строкам
    Структура сценария: Кнопка <кнопка>
      #> t.press
      Когда нажимаю «<кнопка>»
      #> t.row
      Тогда вижу «Стол»
      Примеры:
        | кнопка |
        | Войти  |
        | Выйти  |
"""
CLAUSES = (
    "t.background",
    "t.arranged",
    "t.press",
    "t.see",
    "t.both",
    "t.twice",
    "t.row",
    "t.nobody",
    "t.fact",
)
WAIVED = Clause("t.waived", "факт", "Т", "шаг 1", checkable=False, reason="Не видно.")
DEED = Clause("t.deed", "действие", "Т", "шаг 1")
INSTRUCTION = Instruction(
    "t", "Т", "И", "Ж", clauses=(*(Clause(one, "факт", "Т", "шаг 1") for one in CLAUSES), WAIVED, DEED)
)


class Play:
    """A run of the feature above; what is not said to be otherwise passes."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.document = parse_feature(FEATURE, "features/t.feature")
        self.part = PartFile(folder.part("main"))
        self.transcript = Transcript(self.part, EvidenceStore(folder, "main"), "main")

    def scenario(self, number: int, statuses: Sequence[str] = (), message: str = "нет «Стол»") -> None:
        """Executes a scenario; after the given statuses all is well, or nothing runs when one of them is bad."""
        pickle = self.document.pickles[number]
        bad = next((status for status in statuses if status != "passed"), "")
        rest = ["not_run" if bad else "passed"] * (len(pickle["steps"]) - len(statuses))
        self.transcript.scenario_started(pickle)
        for step, status in zip(pickle["steps"], [*statuses, *rest], strict=True):
            error = AssertionError(message) if status not in ("passed", "not_run") else None
            self.transcript.step_finished(step, status, 0.25, error)
        self.transcript.scenario_finished(bad or "passed", "")

    def found(
        self, outdated: Sequence[str] = (), chosen: Sequence[int] = (0, 1, 2), **how: Any
    ) -> dict[str, Finding]:
        """Returns the findings of what was executed."""
        return findings(self.run(chosen, **how), {"t": INSTRUCTION}, outdated)

    def run(self, chosen: Sequence[int], **how: Any) -> Run:
        """Returns the run in which these scenarios were chosen."""
        pickles: list[Message] = [self.document.pickles[number] for number in chosen]
        plan = Plan([self.document], pickles).messages("0a1b2c3d", 1_700_000_000 * NANO)
        self.part.close()
        path = self.folder.part("main")
        return read_run(merge(plan, {"main": salvage(path)[0] if path.exists() else []}, **how))


@pytest.fixture
def play(tmp_path: Path) -> Play:
    return Play(Folder(tmp_path / "out", "0a1b2c3d"))


def verdicts(found: dict[str, Finding]) -> dict[str, str]:
    return {clause.removeprefix("t."): finding.verdict.value for clause, finding in found.items()}


ALL_WELL = {
    **dict.fromkeys(("background", "press", "see", "both", "twice", "row", "deed", "fact"), "confirmed"),
    "arranged": "unchecked",  # a mark over «Дано» proves nothing
    "nobody": "unchecked",
    "waived": "uncheckable",
}


def everything_passes(play: Play) -> None:
    for number in range(3):
        play.scenario(number)


def test_deed_is_proven_where_it_was_done_and_anything_else_where_it_was_last_seen(play: Play) -> None:
    everything_passes(play)
    proofs = {name: found.trials[0].step.sentence for name, found in play.found().items() if found.trials}

    assert proofs["t.deed"] == "Когда нажимаю «Привязать»"
    assert proofs["t.fact"] == "Тогда вижу «Стол»"


def test_clause_is_confirmed_when_every_scenario_that_carries_it_passed(play: Play) -> None:
    everything_passes(play)
    found = play.found()
    assert verdicts(found) == ALL_WELL
    assert len(found["t.press"].trials) == 3
    assert found["t.nobody"].reason.startswith("Сценарий не написан: ")
    assert found["t.waived"].reason == "Не видно."


def test_clause_differs_where_its_own_step_failed(play: Play) -> None:
    everything = ["passed", "passed", "passed", "failed"]
    play.scenario(0, everything)
    play.scenario(1)
    play.scenario(2)
    found = play.found()
    assert verdicts(found) == {
        **ALL_WELL, **dict.fromkeys(("see", "both", "deed", "fact"), "differs"), "twice": "unchecked",
    }  # fmt: skip
    assert found["t.see"].reason == "нет «Стол»"


def test_what_ends_now_so_now_otherwise_proves_nothing(play: Play) -> None:
    everything_passes(play)
    run = play.run((0, 1, 2))
    unstable = replace(run.scenarios[0], status="unstable", reason="Прошёл с попытки № 2")
    found = findings(replace(run, scenarios=(unstable, *run.scenarios[1:])), {"t": INSTRUCTION})
    assert (found["t.see"].verdict, found["t.see"].reason) == (Verdict.UNCHECKED, "Прошёл с попытки № 2")
    assert found["t.row"].verdict is Verdict.CONFIRMED


def test_clause_after_the_failure_is_unchecked_with_the_step_that_stopped_it(play: Play) -> None:
    play.scenario(0, ["passed", "passed", "failed"])
    play.scenario(1)
    play.scenario(2)
    found = play.found()
    assert verdicts(found) == {
        **ALL_WELL,
        **dict.fromkeys(("press", "deed", "fact"), "differs"),
        **dict.fromkeys(("see", "both", "twice"), "unchecked"),
    }  # fmt: skip
    assert (
        found["t.see"].reason == "До этого шага не дошли: раньше не прошёл шаг «Когда нажимаю «Привязать»»."
    )


def test_one_row_that_fails_outweighs_the_others(play: Play) -> None:
    play.scenario(0)
    play.scenario(1, ["passed", "failed"])
    play.scenario(2)
    found = play.found()
    assert verdicts(found) == {**ALL_WELL, "press": "differs", "row": "unchecked"}
    assert [trial.scenario.place.cells for trial in found["t.row"].trials] == [("Войти",), ("Выйти",)]


def test_each_of_several_steps_of_a_clause_must_pass(play: Play) -> None:
    play.scenario(0, ["passed"] * 5 + ["failed"])
    play.scenario(1)
    play.scenario(2)
    assert verdicts(play.found()) == {**ALL_WELL, "twice": "differs"}


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("broken", "Проверка сломалась на этом шаге: нет «Стол»"),
        ("skipped", "Сценарий пропущен: нет «Стол»"),
        ("interrupted", "Прогон прерван, до этого шага не дошли: нет «Стол»."),
    ],
)
def test_step_that_says_nothing_of_the_system_leaves_its_clause_unchecked(
    play: Play, status: str, reason: str
) -> None:
    play.scenario(0, ["passed", "passed", "passed", status])
    play.scenario(1)
    play.scenario(2)
    finding = play.found()["t.see"]
    assert (finding.verdict, finding.reason) == (Verdict.UNCHECKED, reason)


def test_scenario_that_never_began_leaves_its_clauses_unchecked(play: Play) -> None:
    play.scenario(0)
    play.scenario(1)
    finding = play.found(interrupted=True)["t.row"]
    assert finding.verdict is Verdict.UNCHECKED
    assert finding.reason == "Прогон остановили раньше, чем сценарий начался."


def test_removed_scenario_leaves_its_clauses_without_proof(play: Play) -> None:
    play.document = parse_feature(FEATURE[: FEATURE.index("  Правило:")], "features/t.feature")
    play.scenario(0)
    assert verdicts(play.found(chosen=[0])) == {**ALL_WELL, "row": "unchecked"}


def test_scenario_left_out_by_the_choice_is_missed(play: Play) -> None:
    play.scenario(0)
    play.scenario(1)
    found = play.found(chosen=[0, 1])
    assert verdicts(found) == {
        **ALL_WELL, "background": "unchecked", "press": "unchecked", "row": "unchecked",
    }  # fmt: skip
    assert found["t.row"].reason == "Не все его сценарии выбраны для прогона: нет «Кнопка <кнопка> [Выйти]»."


def test_outdated_clause_keeps_what_the_run_said_of_it(play: Play) -> None:
    everything_passes(play)
    finding = play.found(outdated=["t.see"])["t.see"]
    assert (finding.verdict, finding.tried) == (Verdict.OUTDATED, Verdict.CONFIRMED)


def test_every_verdict_is_counted(play: Play) -> None:
    everything_passes(play)
    numbers = counted(play.found().values(), new=2)
    assert {verdict: number for verdict, number in numbers.items() if number} == {
        Verdict.CONFIRMED: 8, Verdict.UNCHECKED: 2, Verdict.UNCHECKABLE: 1, Verdict.NEW: 2,
    }  # fmt: skip
    assert set(numbers) == set(Verdict)
