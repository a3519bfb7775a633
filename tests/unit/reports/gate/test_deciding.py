"""The gate closes for each of its reasons, and for none of them it is open."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from reports.gate.deciding import CHECKS, Decision
from reports.gate.finding import Code
from reports.record.freshness import OtherCode
from reports.record.kills import Defect, Ending, Made, Matrix, Origin, Row, Try
from reports.record.matrix import write_matrix
from tests.unit.reports.gate.records import (
    BROKEN,
    ENTER,
    FAILED,
    FEATURE,
    LEAVE,
    NEVER,
    POLICY,
    SKIPPED,
    UNSTABLE,
    URI,
    Ended,
    Stage,
    quarantined,
)

DEFECTS = POLICY + '[defects]\nscore = 90\nresult = "defects.json"\n'


def planted(
    caught: int = 10,
    survived: Sequence[str] = (),
    harmless: Sequence[str] = (),
    control: Ending = Ending.PASSED,
) -> Callable[[Path], None]:
    """Writes what was found out about so many defects."""
    rows = [_row(f"defect_{number}", Ending.CAUGHT) for number in range(caught)]
    rows += [_row(name, Ending.PASSED) for name in survived]
    rows += [_row(name, Ending.ACCIDENT, harmless=True) for name in harmless]
    made = Made("abc", "2026-11-20", "0123", 1, True)
    matrix = Matrix(made, (ENTER,), tuple(rows), (Try("", ENTER, control),))
    return lambda folder: write_matrix(folder / "defects.json", matrix)


def _row(name: str, ending: Ending, harmless: bool = False) -> Row:
    return Row(Defect(name, "Испорчено.", harmless=harmless), 1, (Try(name, ENTER, ending),))


def of_other_code(commit: str, day: str) -> OtherCode:
    """All was tried then, and the steps have changed since."""
    return OtherCode(10, 10, Origin(commit, day, {"steps": "0"}), ("шагов",))


def with_defects(
    make: Callable[[Path], None],
    policy: str = DEFECTS,
    stale: Sequence[str] = (),
    other: OtherCode | None = None,
) -> Callable[[Stage], Decision]:
    """Decides with the result of trying defects out, which may be stale or of other code."""

    def decide(stage: Stage) -> Decision:
        make(stage.root)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("reports.gate.checks.planted.staleness", lambda matrix: list(stale))
            patch.setattr("reports.gate.checks.planted.other_code", lambda matrix: other)
            return replace(stage, policy=policy).decide(stage.record())

    return decide


@dataclass(frozen=True)
class Case:
    """What is wrong, and what the gate says of it."""

    code: Code
    check: str
    words: str
    make: Callable[[Stage], Decision]


def ended(*how: Ended, **what: object) -> Callable[[Stage], Decision]:
    """Makes scenarios end so, with other files around them where some are given."""
    return lambda stage: replace(stage, **what).decide(stage.record(*how))  # type: ignore[arg-type]


def newly_skipped(stage: Stage) -> Decision:
    return replace(stage, policy="").decide(
        stage.record(Ended(), SKIPPED), baseline=stage.record(name="before")
    )


def planned_twice(stage: Stage) -> Decision:
    twice = FEATURE.replace("Сценарий: Выхожу", "Сценарий: Вхожу").replace("  Правило: Всё остальное\n", "")
    return stage.decide(stage.record(feature=twice))


def quarantined_and_skipped(stage: Stage) -> Decision:
    """One scenario of the clause is quarantined, another is one that the stand cannot carry out."""
    again = FEATURE + FEATURE.partition("Правило: Всё остальное\n")[2].replace("Выхожу", "Выхожу снова")
    lenient = 'may_skip = ["нужно-время"]\n' + POLICY
    with_both = replace(stage, quarantine=quarantined(LEAVE), policy=lenient)
    at_once = Ended("failed", ("failed",))
    return with_both.decide(stage.record(Ended(), at_once, SKIPPED, feature=again, chosen=(0, 1, 2)))


CASES = {
    "a scenario failed": Case(Code.FINDING, "failures", "Не пройден на шаге «Тогда вижу «Стол»»: нет", ended(FAILED)),
    "a scenario broke": Case(Code.FINDING, "failures", "Сломался на шаге «Когда нажимаю «Войти»»", ended(BROKEN)),
    "a scenario is unsound": Case(Code.FINDING, "failures", "С ошибкой", ended(Ended("unsound", (), "нет шага"))),
    "an unsound one is never forgiven": Case(
        Code.FINDING, "failures", "С ошибкой",
        ended(Ended(), Ended("unsound", (), "нет шага"), quarantine=quarantined(LEAVE)),
    ),
    "a feature could not be read": Case(
        Code.FINDING, "failures", "нет слова «Сценарий»",
        lambda stage: stage.decide(stage.record(problem="нет слова «Сценарий»")),
    ),
    "a scenario was not begun": Case(Code.INCOMPLETE, "whole", "Сценарий не запускался", ended(Ended(), NEVER)),
    "a scenario was interrupted": Case(
        Code.INCOMPLETE, "whole", "Сценарий прерван", ended(Ended(), Ended("interrupted", ("passed", "interrupted")))
    ),
    "nothing was carried out": Case(
        Code.INCOMPLETE, "whole", "Ни один сценарий не выполнен", ended(SKIPPED, SKIPPED)
    ),
    "a scenario was carried out twice": Case(
        Code.UNUSABLE, "whole", "выполнен не один раз: 2", ended(Ended(times=2))
    ),
    "two scenarios have one name": Case(Code.UNUSABLE, "whole", "выполнен не один раз: 2", planned_twice),
    "a scenario is unstable": Case(Code.FINDING, "unstable", "допустимо таких 0", ended(Ended(), UNSTABLE)),
    "too many are unstable": Case(
        Code.FINDING, "unstable", "допустимо таких 1", ended(UNSTABLE, UNSTABLE, policy="unstable = 1\n")
    ),
    "the critical may not be unstable": Case(
        Code.FINDING, "severity", "Сценарий нестабилен, а с тегом «критично»",
        ended(UNSTABLE, policy="unstable = 9\n" + POLICY),
    ),
    "the critical may not be quarantined": Case(
        Code.FINDING, "severity", "не прошёл и в карантине", ended(FAILED, quarantine=quarantined(ENTER))
    ),
    "the critical may not be skipped": Case(
        Code.FINDING, "severity", "Сценарий пропущен",
        ended(SKIPPED, policy='severity = ["критично"]\nmay_skip = ["критично"]\n'),
    ),
    "no scenario has the severity": Case(
        Code.POLICY, "severity", "нет ни одного сценария с тегом «важно»", ended(policy='severity = ["важно"]\n')
    ),
    "something is skipped": Case(
        Code.POLICY, "skipped", "Сценарий пропущен: стенд не умеет", ended(Ended(), SKIPPED, policy="")
    ),
    "something is newly skipped": Case(Code.POLICY, "skipped", "Сценарий пропущен", newly_skipped),
    "too few clauses are checked": Case(
        Code.POLICY, "coverage", "«t»: проверено 4 из 5 пунктов, 80 %, нужно 100 %. Не проверены: t.nobody",
        ended(clauses=("enter", "desk", "leave", "other", "nobody")),
    ),
    "a share is never rounded up": Case(
        Code.POLICY, "coverage", "проверено 4 из 5 пунктов, 80 %, нужно 80,05 %",
        ended(clauses=("enter", "desk", "leave", "other", "nobody"), policy='[coverage]\nt = 80.05\n'),
    ),
    "a share of nothing": Case(
        Code.POLICY, "coverage", "считать не из чего, 0 пунктов",
        ended(UNSTABLE, policy='unstable = 1\n[coverage]\nt = 100\n', clauses=("enter", "desk")),
    ),
    "a clause that not only a quarantine kept from being checked": Case(
        Code.POLICY, "coverage", "Не проверены: t.other", quarantined_and_skipped
    ),
    "an instruction nobody knows": Case(
        Code.POLICY, "coverage", "Инструкции «perm» нет", ended(policy='[coverage]\nperm = 100\n')
    ),
    "a divergence has expired": Case(
        Code.POLICY, "divergences", "Расхождение с пунктом «t.enter» терпели до 19.11.2026", ended(until="2026-11-19")
    ),
    "a quarantine has expired": Case(
        Code.POLICY, "quarantine", "Срок карантина вышел 19.11.2026", ended(quarantine=quarantined(LEAVE, "2026-11-19"))
    ),
    "what an expired quarantine forgave": Case(
        Code.FINDING, "failures", "Не пройден",
        ended(Ended(), FAILED, quarantine=quarantined(LEAVE, "2026-11-19"), policy=""),
    ),
    "a quarantine of nobody": Case(
        Code.POLICY, "quarantine", "В карантине сценарий, которого нет: «features/u",
        ended(quarantine=quarantined("features/u.feature /  / Нет / ")),
    ),
    "a quarantine of what was renamed": Case(
        Code.POLICY, "quarantine", f"которого нет: «{URI} /  / Входил / ». Может быть, «{ENTER}»?",
        ended(quarantine=quarantined(f"{URI} /  / Входил / ")),
    ),
    "a key nobody knows": Case(
        Code.POLICY, "keys", "Ключ «unstabel» политики неизвестен. Может быть, unstable?",
        ended(policy="unstabel = 3\n" + POLICY),
    ),
    "a key of a table nobody knows": Case(
        Code.POLICY, "keys", "Ключ «defects.scores» политики неизвестен",
        with_defects(planted(), DEFECTS + "scores = 3\n"),
    ),
    "too few defects are caught": Case(
        Code.POLICY, "planted", "Поймано 8 из 10 дефектов, нужно 90 %. Не пойманы: one, two.",
        with_defects(planted(8, ("one", "two"))),
    ),
    "no defect was planted": Case(
        Code.POLICY, "planted", "смотреть было не на что", with_defects(planted(0))
    ),
    "the defects are those of another day": Case(
        Code.POLICY, "planted", "Итог по дефектам устарел. Сценарии с тех пор изменились.",
        with_defects(planted(), stale=["Сценарии с тех пор изменились."]),
    ),
    "what was tried with other code is older than the policy believes": Case(
        Code.POLICY, "planted",
        "Итог от коммита abc (12.11.2026): код шагов с тех пор менялся. Политика верит такому столько дней: 7. "
        "Испытать всё заново: python3 svyazka.py defects",
        with_defects(planted(), DEFECTS + "fresh_days = 7\n", other=of_other_code("abc", "2026-11-12")),
    ),
    "the policy believes nothing that was tried with other code": Case(
        Code.POLICY, "planted", "Политика верит только испытанному с тем же кодом.",
        with_defects(planted(), DEFECTS + "fresh_days = 0\n", other=of_other_code("abc", "2026-11-20")),
    ),
    "a harmless change was caught": Case(
        Code.POLICY, "planted", "ничего не испорчено: colours",
        with_defects(planted(harmless=["colours"])),
    ),
    "a scenario failed without a defect": Case(
        Code.POLICY, "planted", f"Без дефекта не прошли и ничего не доказывают: {ENTER}",
        with_defects(planted(control=Ending.ACCIDENT)),
    ),
}  # fmt: skip


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """A place for a record."""
    return Stage(tmp_path)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_gate_closes(stage: Stage, case: Case) -> None:
    decision = case.make(stage)
    told = [finding.text for finding in decision.findings if finding.check == case.check]
    assert any(case.words in text for text in told), decision.findings
    assert decision.code is case.code


def test_every_check_closes_the_gate_in_a_case() -> None:
    assert {case.check for case in CASES.values()} == {check.__name__.rpartition(".")[2] for check in CHECKS}


OPEN: dict[str, Callable[[Stage], Decision]] = {
    "all passed": ended(),
    "a failure in quarantine": ended(Ended(), FAILED, quarantine=quarantined(LEAVE)),
    "a break in quarantine": ended(Ended(), BROKEN, quarantine=quarantined(LEAVE)),
    "an unstable one in quarantine": ended(Ended(), UNSTABLE, quarantine=quarantined(LEAVE)),
    "one in quarantine that passes": ended(quarantine=quarantined(LEAVE)),
    "the last day of a quarantine": ended(Ended(), FAILED, quarantine=quarantined(LEAVE, "2026-11-20")),
    "as many unstable as allowed": ended(Ended(), UNSTABLE, policy="unstable = 1\n" + POLICY),
    "a divergence on its last day": ended(until="2026-11-20"),
    "what the stand cannot do": ended(Ended(), SKIPPED, policy='may_skip = ["нужно-время"]\n'),
    "what was skipped before": lambda stage: replace(stage, policy="").decide(
        stage.record(Ended(), SKIPPED), baseline=stage.record(Ended(), SKIPPED, name="before")
    ),
    "enough clauses": ended(
        clauses=("enter", "desk", "leave", "other", "nobody"), policy="[coverage]\nt = 80\n"
    ),
    "enough defects": with_defects(planted(9, ["one"])),
    "tried with other code, and the policy does not ask": with_defects(
        planted(), other=of_other_code("abc", "2026-01-01")
    ),
    "tried with other code not long ago": with_defects(
        planted(), DEFECTS + "fresh_days = 7\n", other=of_other_code("abc", "2026-11-13")
    ),
    "tried with this code, however long ago": with_defects(planted(), DEFECTS + "fresh_days = 0\n"),
}


@pytest.mark.parametrize("make", OPEN.values(), ids=OPEN)
def test_gate_is_open(stage: Stage, make: Callable[[Stage], Decision]) -> None:
    decision = make(stage)
    assert decision.findings == ()
    assert decision.code is Code.OPEN


def test_worse_code_wins_and_stands_first(stage: Stage) -> None:
    decision = ended(FAILED, NEVER, policy="nothing = 1\n" + POLICY)(stage)
    assert [finding.code for finding in decision.findings][:2] == [Code.INCOMPLETE, Code.FINDING]
    assert decision.code is Code.INCOMPLETE


def test_more_severe_finding_stands_first(stage: Stage) -> None:
    decision = ended(FAILED, FAILED, policy="")(stage)
    assert [finding.severity for finding in decision.findings] == ["критично", "прочее"]


def test_entry_for_what_was_not_chosen_is_no_entry_for_nobody(stage: Stage) -> None:
    part = replace(stage, quarantine=quarantined(LEAVE), policy="")
    assert part.decide(stage.record(chosen=[0])).code is Code.OPEN


def test_difference_to_the_release_before_is_told(stage: Stage) -> None:
    before = stage.record(FAILED, Ended(), name="before")
    changes = replace(stage, policy="").decide(stage.record(Ended(), FAILED), baseline=before).changes
    assert changes is not None
    assert [one.place.name for one in changes.worse] == ["Выхожу"]
    assert [one.place.name for one in changes.better] == ["Вхожу"]
    assert [(name, was.value, now.value) for name, was, now in changes.clauses] == [
        ("t.desk", "differs", "confirmed"),
        ("t.other", "confirmed", "differs"),
    ]


def test_scenario_that_is_gone_is_told(stage: Stage) -> None:
    before = stage.record(name="before")
    without = stage.record(feature=FEATURE.partition("  Правило:")[0], chosen=[0])
    changes = stage.decide(without, baseline=before).changes
    assert changes is not None
    assert [one.place.identity for one in changes.gone] == [LEAVE]
    assert [name for name, _, _ in changes.clauses] == ["t.leave", "t.other"]


@pytest.mark.parametrize(("then", "now"), [((0, 1), (0,)), ((0,), (0, 1))])
def test_what_was_not_chosen_is_no_change(stage: Stage, then: tuple[int, ...], now: tuple[int, ...]) -> None:
    before = stage.record(chosen=then, name="before")
    changes = stage.decide(stage.record(chosen=now), baseline=before).changes
    assert changes is not None
    assert changes.is_none


def test_other_code_is_told_where_it_closes_nothing(stage: Stage) -> None:
    decision = with_defects(planted(), other=of_other_code("abc", "2026-11-12"))(stage)
    told = {answer.check: answer.examined.measured for answer in decision.answers}["planted"]
    assert told == "поймано 10 из 10; итог от коммита abc (12.11.2026): код шагов с тех пор менялся"
