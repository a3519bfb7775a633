from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from reports.record.folder import Folder, FolderBusy, write_whole
from reports.record.messages import encode, read
from reports.record.run import Run
from reports.results import Results


def begun(stage: Any) -> Results:
    results = Results(stage.folder)
    results.begin()
    return results


def write_plan(stage: Any, process: str, messages: int | None = None) -> None:
    path: Path = stage.folder.plan(process)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(map(encode, stage.plan[:messages])), encoding="utf-8")


def test_stream_and_junit_replace_the_parts(stage: Any) -> None:
    results = begun(stage)
    write_plan(stage, "gw0")
    stage.play(stage.process("gw0"), stage.first)
    stage.play(stage.process("gw1"), stage.enter)
    run = results.finish()
    assert run is not None
    assert [scenario.status for scenario in run.scenarios] == ["passed", "passed", "not_started"]
    assert list(read(stage.folder.stream))[: len(stage.plan)] == stage.plan
    assert {path.name for path in stage.folder.root.iterdir()} == {"junit.xml", "messages.ndjson", "run.lock"}


def test_plan_of_a_worker_that_died_while_writing_it_is_passed_over(stage: Any) -> None:
    results = begun(stage)
    write_plan(stage, "gw0", messages=3)
    write_plan(stage, "gw1")
    run = results.finish()
    assert run is not None
    assert len(run.scenarios) == 3


def test_run_without_scenarios_leaves_no_trace(tmp_path: Path) -> None:
    assert Results(Folder(tmp_path / "out", "0a1b2c3d")).finish() is None
    assert not (tmp_path / "out").exists()


def test_earlier_results_are_gone_before_anything_is_executed(stage: Any) -> None:
    stage.folder.root.mkdir(parents=True)
    stage.folder.stream.write_text("of an earlier run")
    results = begun(stage)
    assert not stage.folder.stream.exists()
    results.folder.release()


def test_refused_run_takes_its_parts_away(stage: Any) -> None:
    first = begun(stage)
    second = Results(Folder(stage.folder.root, "ffffffff"))
    stage.process("main").scenario_started(stage.first)
    (stage.folder.part("main").parent / "ffffffff-gw0-0-plan.ndjson").write_text("{}")
    with pytest.raises(FolderBusy):
        second.begin()
    assert [path.name for path in stage.folder.part("main").parent.iterdir()] == ["0a1b2c3d-main.ndjson"]
    first.folder.release()


def test_what_could_not_be_written_is_counted_all_the_same(stage: Any) -> None:
    stage.folder.root.parent.joinpath("out").write_text("a file where the folder should be")
    results = begun(stage)
    transcript = stage.process("main")
    stage.play(transcript, stage.first)
    results.take("main", stage.plan, stage.parts[0].unwritten, ["диск полон"])
    run = results.finish()
    assert run is not None
    assert [scenario.status for scenario in run.scenarios] == ["passed", "not_started", "not_started"]
    assert not results.kept
    assert "диск полон" in run.notes
    assert any(note.startswith("Записи не сохранены: ") for note in run.notes)


def test_torn_line_is_noted(stage: Any) -> None:
    results = begun(stage)
    write_plan(stage, "main")
    stage.play(stage.process("main"), stage.first)
    with stage.folder.part("main").open("ab") as part:
        part.write(b'{"testCase')
    run = results.finish()
    assert run is not None
    assert run.notes == ("Не прочитано из записей процесса main: 1 строка",)


def test_report_is_made_of_the_run_and_its_failure_loses_nothing(stage: Any) -> None:
    made: list[Path] = []

    def report(run: Run, folder: Path) -> None:
        made.append(folder)
        raise ValueError("perm.toml: файл не читается")

    results = Results(stage.folder, report)
    results.begin()
    write_plan(stage, "main")
    stage.play(stage.process("main"), stage.first)
    run = results.finish()
    assert run is not None
    assert made == [stage.folder.root]
    assert run.notes == (
        "Отчёт не сделан: perm.toml: файл не читается. Сделать его снова: python3 svyazka.py report",
    )
    assert stage.folder.stream.exists()
    assert run.scenarios[0].status == "passed"


@pytest.mark.parametrize("name", ["messages.ndjson", "junit.xml"])
def test_results_that_cannot_be_read_again_are_not_kept(
    stage: Any, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoil(path: Path, lines: Iterable[str]) -> None:
        write_whole(path, ["<{"] if path.name == name else lines)

    monkeypatch.setattr("reports.results.write_whole", spoil)
    results = begun(stage)
    write_plan(stage, "main")
    stage.play(stage.process("main"), stage.first)
    run = results.finish()
    assert run is not None
    assert not results.kept
    assert run.notes[-1].startswith("Записи не читаются: ")


def test_earlier_report_goes_with_its_pictures(stage: Any) -> None:
    scenarios = stage.folder.report.parent / "scenario"
    scenarios.mkdir(parents=True)
    for page in (stage.folder.report, scenarios / "0123456789ab.html"):
        page.write_text("of an earlier run")
    results = begun(stage)
    assert not list(stage.folder.root.rglob("*.html"))
    results.folder.release()
