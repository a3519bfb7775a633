"""A caption that a run found changed: a difference to clause, scenario and document, applied when asked for."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from fixtures.environment.arguments import ArgumentParser
from reports.proposals import command
from reports.proposals.captions import changed_captions
from reports.proposals.document import with_caption
from reports.record.clauses import load_instructions
from reports.record.facts import Difference
from reports.record.outline import ScenarioPlace
from reports.record.run import Attached, Run, Scenario, Step
from reports.texts.plain import read_text
from tests.unit.reports.story import run

FEATURE = """\
# language: ru
Функция: Ф
  Сценарий: С
    #> t.v1.1
    Когда нажимаю «Привязать»
    Тогда вижу «Привязать»
  Структура сценария: Р
    Когда нажимаю «<кнопка>»
    Примеры:
      | кнопка    | итог |
      | Привязать | да   |
"""
SOURCE = "1. Откройте журнал\n2. Нажмите «Привязать\n   профиль» внизу\n3. Кнопка «Привязать профиль» есть и в меню\n"
LIST = """\
[instruction]
id = "t"
title = "Т"
source = "И"
journal = "Ж"
file = "000_*.txt"

[[clause]]
id = "t.v1.1"
kind = "действие"
text = "Нажать «Привязать»."
sentences = ["{spot}"]
where = "шаг 2"
labels = ["Привязать"]

[[clause]]
id = "t.v1.2"
kind = "факт"
text = "Кнопка есть и в меню."
where = "шаг 3"
labels = ["Привязать"]
"""


def spot(text: str, number: int) -> str:
    return f"{number}:{read_text(text, '').sentences[number - 1].fingerprint}"


def failed(
    line: int, row: int = 3, kind: str = "button", clauses=("t.v1.1",), nearest: str | None = "Связать"
) -> Run:
    fact = Difference("Привязать", kind, ("Связать",), nearest, "Стол")
    piece = Attached(Difference.MEDIA_TYPE, fact.body, None, None)
    step = Step("Когда нажимаю «Привязать»", line, "failed", "нет", 0.1, (piece,), clauses, "Action")
    place = ScenarioPlace("features/t.feature", "Ф", "", "С", (), row, "С")
    return run(Scenario(place, "failed", "", (step,), 0.0, 1.0, "main"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    text = SOURCE.replace("\n   профиль", "").replace(" профиль", "")
    for name, body in {
        "features/t.feature": FEATURE,
        "fixtures/instructions/t.toml": LIST.format(spot=spot(text, 2)),
        "sources/000_t.txt": text,
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(body, encoding="utf-8", newline="")
    (tmp_path / "out").mkdir()
    return tmp_path


@pytest.fixture
def propose(root: Path, monkeypatch: pytest.MonkeyPatch):
    def typed(of: Run, *more: str) -> int:
        monkeypatch.setattr(command, "read_record", lambda out: of)
        return command.main(["--out", str(root / "out"), *more], ArgumentParser, root)

    return typed


def said(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(root.rglob("*.*")) if path.parent.name != "out"
    }  # fmt: skip


def test_difference_is_shown_and_nothing_is_written(root: Path, propose, capsys: pytest.CaptureFixture[str]):
    before = said(root)
    assert propose(failed(5), "--sources", str(root / "sources")) == 0
    assert said(root) == before
    shown = capsys.readouterr().out
    assert "Было «Привязать», на экране «Связать». Пункты: t.v1.1." in shown
    for line in (
        "-    Когда нажимаю «Привязать»",
        "+    Когда нажимаю «Связать»",
        '+labels = ["Связать"]',
        "+2. Нажмите «Связать» внизу",
    ):
        assert f"\n{line}\n" in shown
    assert "propose --apply" in shown


def test_what_was_shown_is_applied_and_only_there(root: Path, propose):
    propose(failed(5), "--sources", str(root / "sources"))
    assert propose(failed(5), "--apply") == 0
    now = said(root)
    assert now["features/t.feature"] == FEATURE.replace("нажимаю «Привязать»", "нажимаю «Связать»")
    assert now["sources/000_t.txt"].splitlines()[1:] == [
        "2. Нажмите «Связать» внизу",
        "3. Кнопка «Привязать» есть и в меню",
    ]
    first, second = load_instructions(root / "fixtures" / "instructions")["t"].clauses
    assert (first.labels, first.text) == (("Связать",), "Нажать «Связать».")
    assert str(first.sentences[0]) == spot(now["sources/000_t.txt"], 2)
    assert second.labels == ("Привязать",)
    assert not (root / "out" / "proposal.json").exists()


def test_file_that_changed_since_is_refused_and_none_is_written(
    root: Path, propose, capsys: pytest.CaptureFixture[str]
):
    propose(failed(5))
    feature = root / "features" / "t.feature"
    feature.write_text(f"{FEATURE}\n", encoding="utf-8")
    before = said(root)
    assert propose(failed(5), "--apply") == 2
    assert said(root) == before
    assert "изменился с тех пор" in capsys.readouterr().err


@pytest.mark.parametrize("kept", [None, "[{", json.dumps([{"path": "x"}])])
def test_nothing_shown_is_nothing_to_apply(
    root: Path, propose, kept: str | None, capsys: pytest.CaptureFixture[str]
):
    if kept is not None:
        (root / "out" / "proposal.json").write_text(kept, encoding="utf-8")
    assert propose(failed(5), "--apply") == 2
    assert "Сначала покажите его" in capsys.readouterr().err


def test_new_proposal_that_proposes_nothing_takes_the_old_one_away(root: Path, propose):
    propose(failed(5))
    propose(run())
    assert propose(run(), "--apply") == 2


def test_document_that_is_not_given_is_asked_for(propose, capsys: pytest.CaptureFixture[str]):
    propose(failed(5))
    assert (
        "Документ «Т» печатает прежнее «Привязать»: поправить и его — --sources ПАПКА"
        in capsys.readouterr().out
    )


def test_caption_of_a_row_is_changed_in_the_row(root: Path, propose):
    propose(failed(8, row=11, clauses=()))
    propose(failed(8), "--apply")
    assert said(root)["features/t.feature"] == FEATURE.replace("| Привязать |", "| Связать |")


def test_line_that_does_not_say_it_is_left_to_a_person(propose, capsys: pytest.CaptureFixture[str]):
    propose(failed(2, clauses=()))
    assert (
        "features/t.feature:2: надписи «Привязать» в этой строке нет, поправьте сами"
        in capsys.readouterr().out
    )


def test_another_screen_or_nothing_like_it_proposes_nothing():
    assert changed_captions(failed(5, kind="screen")) == []
    assert changed_captions(failed(5, nearest=None)) == []
    assert [(one.old, one.new) for one in changed_captions(failed(5))] == [("Привязать", "Связать")]


def test_step_that_passed_proposes_nothing():
    red = failed(5).scenarios[0]
    passed = replace(red, steps=(replace(red.steps[0], status="passed"),))
    assert changed_captions(run(passed)) == []


def test_wrapped_caption_is_found_and_the_same_words_elsewhere_stay(root: Path):
    path = root / "fixtures" / "instructions" / "t.toml"
    path.write_text(LIST.format(spot=spot(SOURCE, 2)), encoding="utf-8")
    instruction = load_instructions(path.parent)["t"]
    changed = with_caption(SOURCE, instruction, ["t.v1.1"], "Привязать профиль", "Связать")
    assert changed.text == SOURCE.replace("Привязать\n   профиль", "Связать")
    assert [(str(was), str(now)) for was, now in changed.spots.items()] == [
        (spot(SOURCE, 2), spot(changed.text, 2))
    ]


def test_sentence_that_changed_since_it_was_read_stays_alone(root: Path):
    instruction = load_instructions(root / "fixtures" / "instructions")["t"]
    changed = with_caption(SOURCE, instruction, ["t.v1.1"], "Привязать", "Связать")
    assert (changed.text, changed.spots) == (SOURCE, {})


def test_scenarios_that_broke_on_the_way_are_told_of(propose, capsys: pytest.CaptureFixture[str]):
    of = failed(5)
    propose(replace(of, scenarios=(*of.scenarios, replace(of.scenarios[0], status="broken", steps=()))))
    assert "Сломалось сценариев: 1. О надписях они молчат" in capsys.readouterr().out


def test_unknown_instruction_is_told_with_those_that_are(propose, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit, match="64"):
        propose(run(), "x")
    assert "инструкции «x» нет, есть: t" in capsys.readouterr().err


def test_files_keep_their_line_ends(root: Path, propose):
    feature = root / "features" / "t.feature"
    feature.write_bytes(FEATURE.replace("\n", "\r\n").encode())
    propose(failed(5))
    propose(failed(5), "--apply")
    assert feature.read_bytes().count(b"\r\n") == FEATURE.count("\n")


def test_command_to_apply_names_the_folder_and_its_refusal_does_too(
    root: Path, propose, capsys: pytest.CaptureFixture[str]
):
    propose(failed(5))
    assert f"propose --apply --out {root / 'out'}\n" in capsys.readouterr().out
    assert command.main(["--apply", "--out", str(root)], ArgumentParser, root) == 2
    assert f"в папке {root} нет" in capsys.readouterr().err


def test_every_scenario_that_carries_the_clause_is_changed_though_the_run_did_not_come_there(
    root: Path, propose
):
    other = root / "features" / "b" / "other.feature"
    other.parent.mkdir()
    text = FEATURE.replace("    Тогда", "    #> t.v1.2\n    Тогда")
    other.write_text(text, encoding="utf-8")
    propose(failed(5))
    propose(failed(5), "--apply")
    assert other.read_text(encoding="utf-8") == text.replace("нажимаю «Привязать»", "нажимаю «Связать»")


def test_what_failed_besides_is_named(propose, capsys: pytest.CaptureFixture[str]):
    of, other = failed(5), failed(6, kind="screen")
    propose(replace(of, scenarios=of.scenarios + other.scenarios))
    shown = capsys.readouterr().out
    assert "Не прошло и другое, правки этого не касаются: 1\n  features/t.feature:6: Когда нажимаю" in shown
    propose(of)
    assert "Не прошло и другое" not in capsys.readouterr().out


def test_document_that_has_the_new_caption_is_told_so(
    root: Path, propose, capsys: pytest.CaptureFixture[str]
):
    source = root / "sources" / "000_t.txt"
    source.write_text(source.read_text(encoding="utf-8").replace("«Привязать» внизу", "«Связать» внизу"))
    propose(failed(5), "--sources", str(root / "sources"))
    shown = capsys.readouterr().out
    assert "000_t.txt: в документе уже новая надпись, «Связать»" in shown
    assert "поправьте сами" not in shown
