import json
from pathlib import Path
from typing import Any

import pytest

from reports.record.facts import PictureTaken, Piece, StatusTold
from reports.record.messages import Message, content, kind


def kinds(messages: list[Message]) -> list[str]:
    return [kind(message) for message in messages]


def results(messages: list[Message]) -> list[str]:
    return [
        one["testStepFinished"]["testStepResult"]["status"] for one in messages if "testStepFinished" in one
    ]


def own_words(messages: list[Message]) -> list[tuple[str, str | None]]:
    found = [one["attachment"] for one in messages if "attachment" in one]
    bodies = [json.loads(one["body"]) for one in found if one["mediaType"] == StatusTold.MEDIA_TYPE]
    return [(body["status"], body["reason"]) for body in bodies]


def test_passed_scenario_is_told_step_by_step_with_its_end(stage: Any) -> None:
    stage.play(stage.process("main"), stage.first)
    messages = stage.written()["main"]
    steps = ["testStepStarted", "testStepFinished"]
    assert kinds(messages) == ["testCaseStarted", *steps * 4, "testCaseFinished"]
    assert results(messages) == ["PASSED"] * 4


def test_failure_keeps_its_error_and_the_rest_is_skipped_as_not_run(stage: Any) -> None:
    error = AssertionError("на экране нет кнопки «Привязать»")
    stage.play(stage.process("main"), stage.first, ["passed", "failed"], "failed", error)
    messages = stage.written()["main"]
    assert kinds(messages).count("testStepStarted") == 4
    assert results(messages) == ["PASSED", "FAILED", "SKIPPED", "PASSED"]
    assert own_words(messages) == [("not_run", None)]
    failed = next(content(one) for one in messages if "FAILED" in str(one))["testStepResult"]
    assert failed["exception"]["message"] == "на экране нет кнопки «Привязать»"
    assert failed["message"].endswith("AssertionError: на экране нет кнопки «Привязать»\n")
    assert failed["duration"] == {"seconds": 0, "nanos": 250_000_000}


def test_broken_step_is_failed_to_cucumber_and_broken_to_us(stage: Any) -> None:
    stage.play(stage.process("main"), stage.first, ["broken"], "broken", RuntimeError("нет сервера"))
    messages = stage.written()["main"]
    assert results(messages) == ["FAILED", "SKIPPED", "SKIPPED", "PASSED"]
    assert own_words(messages) == [("broken", None), ("not_run", None), ("not_run", None)]


def test_what_breaks_outside_every_step_is_put_down_to_the_end(stage: Any) -> None:
    stage.play(stage.process("main"), stage.enter, ["passed"], "broken", reason="браузер не закрылся")
    messages = stage.written()["main"]
    assert results(messages) == ["PASSED", "FAILED"]
    assert own_words(messages) == [("broken", "браузер не закрылся")]


def test_skip_keeps_its_reason_and_no_traceback(stage: Any) -> None:
    stage.play(stage.process("main"), stage.enter, ["skipped"], "skipped", RuntimeError("у стенда нет VPN"))
    finished = next(one["testStepFinished"] for one in stage.written()["main"] if "testStepFinished" in one)
    assert finished["testStepResult"]["message"] == "у стенда нет VPN"
    assert "exception" not in finished["testStepResult"]


def test_text_goes_into_the_stream_and_a_picture_into_a_file(stage: Any) -> None:
    evidence = [
        Piece("application/vnd.svyazka.screen+json", '{"screen":"Ёлка"}'.encode(), "screen.json"),
        Piece("image/png", b"\x89PNG", "Снимок screen.png"),
    ]
    stage.play(stage.process("gw3"), stage.enter, ["failed"], "failed", AssertionError("нет"), evidence)
    screen, picture = [one["attachment"] for one in stage.written()["gw3"] if "attachment" in one]
    assert screen["body"] == '{"screen":"Ёлка"}'
    assert picture["url"] == "evidence/0a1b2c3d-gw3-1-screen.png"
    assert (stage.folder.root / picture["url"]).read_bytes() == b"\x89PNG"
    assert picture["testStepId"] == screen["testStepId"] == stage.enter["steps"][0]["id"] + "-step"


def test_what_is_known_of_a_picture_stands_beside_it_with_its_address(stage: Any) -> None:
    known = PictureTaken(screen="Ёлка", device="d1", width=390, height=780, kind="phone")
    evidence = [Piece("image/jpeg", b"jpeg", "телефон.jpg", known)]
    stage.play(stage.process("gw3"), stage.enter, ["failed"], "failed", AssertionError("нет"), evidence)
    picture, told = [one["attachment"] for one in stage.written()["gw3"] if "attachment" in one]
    assert (told["mediaType"], told["testStepId"]) == (PictureTaken.MEDIA_TYPE, picture["testStepId"])
    facts = {"screen": "Ёлка", "device": "d1", "width": 390, "height": 780, "kind": "phone", "content": None}
    assert json.loads(told["body"]) == {"url": picture["url"], **facts}
    assert (stage.folder.root / picture["url"]).read_bytes() == b"jpeg"


def test_half_a_picture_is_not_left_behind(stage: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def disk_full(path: Path, _: bytes) -> None:
        path.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", disk_full)
    transcript = stage.process("main")
    picture = [Piece("image/png", b"png", "screen.png")]
    stage.play(transcript, stage.enter, ["failed"], "failed", AssertionError("нет"), picture)
    assert transcript.lost_evidence == ["screen.png: на диске нет места"]
    assert list(stage.folder.evidence.iterdir()) == []


def test_evidence_that_cannot_be_kept_is_noted_and_the_step_stays_as_it_was(stage: Any) -> None:
    stage.folder.root.mkdir(parents=True)
    stage.folder.evidence.write_text("a file where the folder should be")
    transcript = stage.process("main")
    picture = [Piece("image/png", b"\x89PNG", "screen.png")]
    stage.play(transcript, stage.enter, ["failed"], "failed", AssertionError("нет"), picture)
    assert results(stage.written()["main"]) == ["FAILED", "PASSED"]
    assert len(transcript.lost_evidence) == 1
    assert transcript.lost_evidence[0].startswith("screen.png: ")
