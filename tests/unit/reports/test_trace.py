"""Which trace is shown for a line or a name, why there is none, and that Playwright's viewer serves it."""

import argparse
from collections.abc import Iterator
from typing import Any
from urllib.error import URLError
from urllib.parse import parse_qs, urljoin, urlsplit
from urllib.request import urlopen

import pytest

from reports.record.facts import TRACE_TYPE, Piece
from reports.record.folder import write_whole
from reports.record.messages import encode
from reports.record.repeat import Repeat
from reports.trace import NoTrace, Viewer, main, traces

FAILED = "features/sample.feature:3"
NOT = AssertionError("нет кнопки")


def traced(stage: Any) -> Any:
    """Write a record in which the first scenario failed and was traced, and a row failed and was not."""
    process = stage.process("main")
    stage.play(process, stage.first, ["passed", "failed"], "failed", NOT)
    repeat = Repeat()
    repeat.take([Piece(TRACE_TYPE, b"first", "trace-d1.zip"), Piece(TRACE_TYPE, b"second", "trace-d2.zip")])
    for piece in repeat.outcome("failed", ""):
        process.add(piece)
    stage.play(process, stage.enter, ["failed"], "failed", NOT)
    stage.play(process, stage.leave)
    write_whole(stage.folder.stream, map(encode, stage.merged()))
    return stage.folder.root


@pytest.mark.parametrize(
    "asked", [None, FAILED, "features/sample.feature:6", "./features/sample.feature:5", "Первый"]
)
def test_traces_of_a_failed_scenario_are_found_by_any_of_its_lines_and_by_its_name(
    stage: Any, asked: Any
) -> None:
    found = traces(traced(stage), asked)
    assert [trace.file.read_bytes() for trace in found] == [b"first", b"second"]
    assert {trace.scenario for trace in found} == {"Первый"}


WITHOUT = {
    "features/sample.feature:13": (2, "Трассы нет: повтора не было"),
    "features/sample.feature:14": (
        2,
        "Трассы нет: её снимают, когда сценарий не прошёл или сломался. Не прошли:",
    ),
    "features/sample.feature:1": (64, "В прошлом прогоне не было сценария"),
    "features/other.feature:3": (64, "«Первый» (features/sample.feature:3)"),
    "Второй": (64, "В прошлом прогоне не было сценария «Второй»."),
}


@pytest.mark.parametrize("asked", WITHOUT)
def test_why_there_is_no_trace_is_told(stage: Any, asked: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, words = WITHOUT[asked]
    assert main([asked, "--out", str(traced(stage))], argparse.ArgumentParser) == code
    assert words in capsys.readouterr().err


def test_folder_without_a_record_is_told(tmp_path: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([FAILED, "--out", str(tmp_path)], argparse.ArgumentParser) == 2
    assert "нет записей прогона" in capsys.readouterr().err


def test_trace_that_was_removed_is_no_trace(stage: Any) -> None:
    for trace in traces(folder := traced(stage), FAILED):
        trace.file.unlink()
    with pytest.raises(NoTrace, match="файл удалён"):
        traces(folder, FAILED)


@pytest.fixture
def viewer(stage: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Viewer]:
    monkeypatch.setenv("PWTEST_UNDER_TEST", "1")  # opens no tab on the machine of whoever runs our tests
    started = Viewer(traces(traced(stage), FAILED)[0].file)
    yield started
    started.close()


def test_viewer_of_playwright_serves_the_trace(viewer: Viewer) -> None:
    assert viewer.address is not None, viewer.said
    with urlopen(viewer.address) as page:  # noqa: S310 - of this machine
        assert "Playwright Trace Viewer" in page.read().decode()
        shown = page.url
    wanted = parse_qs(urlsplit(shown).query)["trace"][0]
    with urlopen(urljoin(shown, wanted)) as served:  # noqa: S310
        assert served.read() == b"first"


def test_nothing_of_a_closed_viewer_stays(viewer: Viewer) -> None:
    assert viewer.address is not None, viewer.said
    viewer.close()
    with pytest.raises(URLError):
        urlopen(viewer.address)  # noqa: S310 - of this machine
