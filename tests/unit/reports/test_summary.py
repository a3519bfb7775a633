import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reports.record.facts import TRACE_TYPE, Piece, RepeatTold, ScreenSeen, StandTold, WorldTold
from reports.record.repeat import Repeat
from reports.record.run import FeatureProblem, Run
from reports.summary import repeat_command, summary

NO_BUTTON = AssertionError(
    "на экране нет кнопки «Привязать»; есть: «Войти», «Отмена»\nCall log:\n  - waiting"
)
EVIDENCE = [
    Piece(
        ScreenSeen.MEDIA_TYPE,
        '{"screen":"Личные сообщения","address":"https://school.permkrai.ru/messages"}'.encode(),
        "s",
    ),
    Piece(WorldTold.MEDIA_TYPE, b'{"world":"w7","seed":42,"stand":"sim"}', "w"),
    Piece("image/png", b"png", "screen.png"),
]


@pytest.fixture
def failed(stage: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.chdir(stage.folder.root.parent)
    stage.transcript = stage.process("main")
    stage.play(stage.transcript, stage.first, ["passed", "failed"], "failed", NO_BUTTON, EVIDENCE)
    return stage


def told(stage: Any, run: Run | None = None) -> str:
    return "\n".join(summary(run or stage.run(), stage.folder))


def test_every_verdict_is_counted_in_good_russian(failed: Any) -> None:
    stage = failed
    stage.play(stage.transcript, stage.enter)
    assert told(stage).startswith("3 сценария: 1 пройден, 1 не пройден, 1 не запускался; ")


def test_failure_tells_the_sentence_what_was_there_instead_and_how_to_see_it_again(failed: Any) -> None:
    python = "py" if sys.platform == "win32" else "python3"
    expected = f"""\
Не пройдены: система ведёт себя не так, как написано:
  Первый
    features/sample.feature:6  Когда нажимаю «Привязать»
      на экране нет кнопки «Привязать»; есть: «Войти», «Отмена»
    экран: «Личные сообщения» https://school.permkrai.ru/messages
    снимок: out/evidence/0a1b2c3d-main-1-screen.png
    повторить: {python} svyazka.py run features/sample.feature:3 --seed 42 --out reports/out/repeat
"""
    assert expected in told(failed)


def test_of_many_pictures_the_last_is_told(stage: Any) -> None:
    pictures = [Piece("image/jpeg", b"jpg", f"{name}.jpg") for name in ("before", "at_last")]
    stage.play(stage.process("main"), stage.first, ["failed"], "failed", NO_BUTTON, pictures)
    assert "main-2-at_last.jpg" in told(stage)
    assert "before.jpg" not in told(stage)


def test_command_to_repeat_a_row_names_its_own_line(stage: Any) -> None:
    stage.play(stage.process("main"), stage.enter, ["failed"], "failed", AssertionError("нет"))
    assert "run features/sample.feature:13 --out reports/out/repeat\n" in told(stage) + "\n"


def test_of_many_that_were_not_started_some_are_named_and_the_others_counted(stage: Any) -> None:
    run = stage.run()
    lines = told(stage, replace(run, scenarios=run.scenarios * 7)).splitlines()
    assert sum(line.startswith("  features/sample.feature:") for line in lines) == 20
    assert "  … и ещё 1, все — в отчёте" in lines


def test_verdicts_that_say_nothing_of_the_system_stand_apart(stage: Any) -> None:
    process = stage.process("main")
    stage.play(process, stage.first, ["broken"], "broken", RuntimeError("симулятор не отвечает"))
    stage.play(process, stage.enter, [], "unsound", reason="features/sample.feature:10: неизвестный шаг")
    stage.play(process, stage.leave, [], "interrupted", reason="прогон прерван")
    lines = told(stage).splitlines()
    headings = [line for line in lines if line.endswith(":") and not line.startswith(" ")]
    assert headings == [
        "Сломались: виноваты сценарий, проверка, симулятор, браузер или машина, о системе это ничего не говорит:",
        "С ошибками в самих сценариях:",
        "Прерваны:",
    ]
    assert "  features/sample.feature:10: неизвестный шаг" in lines
    assert "  features/sample.feature:14  Кнопка Выйти [Выйти | нет] — прогон прерван" in lines


def test_unsound_file_is_told_of_beside_its_scenarios(stage: Any) -> None:
    run = replace(stage.run(), problems=(FeatureProblem("features/b.feature", 3, "файл не разобран"),))
    assert "С ошибками в самих сценариях:\n  features/b.feature:3: файл не разобран" in told(stage, run)


def test_skip_is_told_with_its_reason(stage: Any) -> None:
    stage.play(stage.process("main"), stage.first, ["skipped"], "skipped", RuntimeError("у стенда нет VPN"))
    assert "Пропущены:\n  features/sample.feature:3  Первый — у стенда нет VPN" in told(stage)


def test_records_are_named_only_where_they_are(failed: Any) -> None:
    assert "Записи:" not in told(failed)
    failed.folder.stream.write_text("")
    failed.folder.junit.write_text("")
    assert told(failed).endswith("Записи: out/messages.ndjson, out/junit.xml")


def test_notes_about_the_record_are_shown(stage: Any) -> None:
    assert "О самом прогоне:\n  диск полон" in told(stage, stage.run(notes=["диск полон"]))


@pytest.mark.parametrize(
    ("status", "unstable"), [("failed", False), ("passed", True), ("interrupted", False)]
)
def test_repeat_brings_its_trace_and_never_changes_the_verdict(
    failed: Any, status: str, unstable: bool
) -> None:
    repeat = Repeat()
    repeat.take([Piece(WorldTold.MEDIA_TYPE, b'{"seed":42}', "w"), Piece("image/png", b"png", "again.png")])
    repeat.take([Piece(TRACE_TYPE, b"zip", "trace.zip")])
    for piece in repeat.outcome(status, ""):
        failed.transcript.add(piece)
    text = told(failed)
    assert "трасса: out/evidence/0a1b2c3d-main-2-trace.zip" in text
    assert "svyazka.py trace features/sample.feature:3 --out out\n" in text
    assert "again" not in text
    assert ("сценарий неустойчив" in text) is unstable
    scenario = failed.run().scenarios[0]
    assert scenario.status == "failed"
    assert scenario.facts(RepeatTold) == [RepeatTold(status, "", 42)]


def test_file_outside_the_current_folder_is_named_in_full(stage: Any) -> None:
    stage.folder.root.mkdir(parents=True)
    stage.folder.stream.write_text("")
    assert f"Записи: {Path(stage.folder.stream).as_posix()}" in told(stage)


def test_scenario_that_never_had_a_world_is_repeated_on_the_stand_of_its_run(stage: Any) -> None:
    stage.play(stage.process("main"), stage.first, ["broken"], "broken", NO_BUTTON)
    scenario = stage.run().of("broken")[0]
    assert " --stand perm " in repeat_command(scenario, StandTold("perm"))
    assert " --stand '~/мои стенды/perm.toml' " in repeat_command(
        scenario, StandTold("perm", file="~/мои стенды/perm.toml")
    )
    assert "--stand" not in repeat_command(scenario, StandTold("sim"))
    asked = StandTold("perm", operator=True, way="browser", headed=True)
    assert " --stand perm --operator browser --headed " in repeat_command(scenario, asked)
