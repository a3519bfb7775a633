"""Two runs are compared in everything a reader could tell, and in nothing that differs by nature."""

import json
from pathlib import Path

import pytest
from PIL import Image

from reports.likeness import tell_unlikenesses, unlikenesses

ADDRESS = "https://id.vk.com/signin/7_wv0YHHgkE4lWkzvPnM4w"
SECOND = {"seconds": 1, "nanos": 0}


def written(
    folder: Path,
    *,
    screen: str = "Вход",
    status: str = "PASSED",
    address: str = ADDRESS,
    black: int = 0,
    lent: bool = False,
) -> Path:
    """A record of one scenario with one step, one screen and one picture, so many rows of which are black."""
    (folder / "evidence").mkdir(parents=True)
    picture = Image.new("L", (100, 100), "white")
    picture.paste(0, (0, 0, 100, black))
    picture.save(folder / "evidence" / "p.png")
    step = {"id": "s", "location": {"line": 3, "column": 5}, "keyword": "Тогда ", "text": "вижу"}
    written_scenario = {
        "id": "n", "location": {"line": 2, "column": 3}, "name": "С", "steps": [step], "examples": []
    }  # fmt: skip
    place = {"testCaseStartedId": "e", "testStepId": "t", "contentEncoding": "IDENTITY"}
    fact = json.dumps({"screen": screen, "address": address, "system": "vk_id", "device": "d1"})
    messages = [
        {"gherkinDocument": {"uri": "f", "feature": {"name": "Ф", "children": [{"scenario": written_scenario}]}}},
        {"pickle": {"id": "p", "uri": "f", "astNodeIds": ["n"], "name": "С", "tags": [],
                    "steps": [{"id": "ps", "astNodeIds": ["s"], "type": "Outcome", "text": "вижу"}]}},
        {"testRunStarted": {"timestamp": SECOND}},
        {"testCase": {"id": "c", "pickleId": "p", "testSteps": [{"id": "t", "pickleStepId": "ps"}]}},
        {"testCaseStarted": {"id": "e", "testCaseId": "c", "timestamp": SECOND}},
        {"attachment": {**place, "mediaType": "application/vnd.svyazka.screen+json", "body": fact}},
        {"attachment": {**place, "mediaType": "image/png", "body": "", "url": "evidence/p.png"}},
        {"attachment": {**place, "mediaType": "application/vnd.svyazka.picture+json",
                        "body": json.dumps({"url": "evidence/p.png", **({"lent": True} if lent else {})})}},
        {"testStepFinished": {"testCaseStartedId": "e", "testStepId": "t", "timestamp": SECOND,
                              "testStepResult": {"status": status, "duration": SECOND}}},
        {"testCaseFinished": {"testCaseStartedId": "e", "timestamp": SECOND}},
        {"testRunFinished": {"timestamp": SECOND}},
    ]  # fmt: skip
    lines = [json.dumps(message) + "\n" for message in messages]
    (folder / "messages.ndjson").write_text("".join(lines), encoding="utf-8")
    return folder


def test_alike_runs_have_no_differences(tmp_path: Path):
    other = "https://id.vk.com/signin/AAAAAAAAAAAAAAAAAAAAAA?state=1"
    assert not list(unlikenesses(written(tmp_path / "a"), written(tmp_path / "b", address=other, black=1)))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"screen": "Выход"}, "наблюдение"),
        ({"address": "https://id.vk.com/signout"}, "наблюдение"),
        ({"status": "FAILED"}, "шаг"),
        ({"black": 3}, "снимок на 3.0 %"),
    ],
)
def test_each_difference_is_told(tmp_path: Path, change: dict[str, object], words: str):
    found = list(unlikenesses(written(tmp_path / "a"), written(tmp_path / "b", **change)))  # type: ignore[arg-type]
    assert any(words in one.place for one in found)


def test_picture_that_another_scenario_lends_is_compared_with_none(tmp_path: Path):
    assert not list(unlikenesses(written(tmp_path / "a"), written(tmp_path / "b", black=90, lent=True)))


def test_command_says_how_many_differ_and_ends_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    folders = [str(written(tmp_path / "a")), str(written(tmp_path / "b", screen="Выход"))]
    assert tell_unlikenesses(*map(Path, folders)) == 1
    assert "Отличий: 1" in capsys.readouterr().out
    assert tell_unlikenesses(Path(folders[0]), Path(folders[0])) == 0
    assert tell_unlikenesses(Path(folders[0]), tmp_path / "nothing") == 2
