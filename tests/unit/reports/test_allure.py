"""Results for Allure: every scenario once, each row for itself, its steps and files; what is not ours stays."""

import json
from pathlib import Path
from typing import Any

from reports.allure import write_allure
from reports.record.facts import Piece
from reports.record.run import FeatureProblem, Run
from tests.unit.reports.conftest import Stage
from tests.unit.reports.story import run as told

PICTURE = Piece("image/png", b"png", "экран.png")


def results(stage: Stage, into: Path, run: Run | None = None) -> dict[str, Any]:
    write_allure(stage.run() if run is None else run, stage.folder.root, into)
    read = [json.loads(file.read_text(encoding="utf-8")) for file in into.glob("*-result.json")]
    return {one["name"]: one for one in read}


def test_every_scenario_is_a_result_with_its_words_and_labels(stage: Stage, tmp_path: Path) -> None:
    stage.play(stage.process("gw0"), stage.first)
    (first, *_) = [one for one in results(stage, tmp_path).values() if one["name"] == "Первый"]
    assert first["fullName"] == "features/sample.feature /  / Первый / "
    assert [step["name"] for step in first["steps"]] == [
        "Дано есть учитель",
        "Когда нажимаю «Привязать»",
        "Тогда вижу «Стол»",
    ]
    assert {step["status"] for step in first["steps"]} == {"passed"} == {first["status"]}
    labels = {(label["name"], label["value"]) for label in first["labels"]}
    assert {("severity", "critical"), ("tag", "критично"), ("suite", "Привязка")} <= labels
    assert first["stop"] - first["start"] > 0


def test_rows_are_no_repeats_of_each_other(stage: Stage, tmp_path: Path) -> None:
    process = stage.process("gw0")
    stage.play(process, stage.enter)
    stage.play(process, stage.leave)
    rows = [one for one in results(stage, tmp_path).values() if one["name"].startswith("Кнопка")]
    assert len(rows) == 2
    assert len({(one["historyId"], one["testCaseId"], one["uuid"]) for one in rows}) == 2


def test_failure_says_why_and_shows_its_picture(stage: Stage, tmp_path: Path) -> None:
    said = AssertionError("на экране нет «Стол»\nвидно: «Вход»")
    stage.play(stage.process("gw0"), stage.first, ["passed", "failed"], "failed", said, [PICTURE])
    failed = results(stage, tmp_path)["Первый"]
    assert failed["status"] == "failed"
    assert failed["statusDetails"]["message"] == "на экране нет «Стол»"
    assert [step["status"] for step in failed["steps"]] == ["passed", "failed", "skipped"]
    (attached,) = failed["steps"][1]["attachments"]
    assert attached["type"] == "image/png"
    assert (tmp_path / attached["source"]).read_bytes() == b"png"


def test_what_never_began_and_what_could_not_be_planned_is_told(stage: Stage, tmp_path: Path) -> None:
    assert {one["status"] for one in results(stage, tmp_path).values()} == {"unknown"}
    broken = told(problems=(FeatureProblem("features/t.feature", 3, "опечатка в слове «Сценарий»"),))
    (one,) = results(stage, tmp_path, broken).values()
    assert (one["name"], one["status"]) == ("features/t.feature:3", "broken")
    assert one["statusDetails"]["message"] == "опечатка в слове «Сценарий»"


def test_second_time_replaces_the_first_and_leaves_what_is_not_ours(stage: Stage, tmp_path: Path) -> None:
    for name in ("environment.properties", "history.json"):
        (tmp_path / name).write_text("чужое", encoding="utf-8")
    said = AssertionError("нет")
    stage.play(stage.process("gw0"), stage.first, ["failed"], "failed", said, [PICTURE])
    results(stage, tmp_path)
    before = {path.name for path in tmp_path.iterdir()}
    (tmp_path / "00000000-0000-0000-0000-000000000000-result.json").write_text("{}", encoding="utf-8")
    results(stage, tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == before
    assert {"environment.properties", "history.json"} < before
