"""The stream that parts become: the protocol's, in the order of the features, with the ids and the files of all."""

import json
from pathlib import Path

import pytest

from fixtures.environment.arguments import ArgumentParser
from reports.record.durations import read_durations
from reports.record.folder import Folder
from reports.record.messages import kind, read
from reports.record.run import read_run
from reports.record.shard import ShardTold
from reports.shards.command import code_of, main
from reports.shards.proof import prove
from reports.shards.union import read_whole
from reports.shards.writing import write_united
from tests.unit.reports.shards.conftest import STAND, Machines


@pytest.fixture
def out(machines: Machines, tmp_path: Path) -> Path:
    """Unites four parts, the last of which notes something of itself."""
    folders = [machines.write(number) for number in (1, 2, 3)]
    folders.append(machines.write(4, notes=["диск полон"]))
    write_united(prove(folders), Folder(tmp_path / "out", "0a1b2c3d"))
    return tmp_path / "out"


def test_stream_is_one_and_in_the_order_of_the_protocol(out: Path) -> None:
    kinds = [kind(message) for message in read(out / "messages.ndjson")]
    assert kinds[0] == "meta"
    assert kinds[-1] == "testRunFinished"
    once = ("meta", "testRunStarted", "testRunFinished", "hook")
    assert {name: kinds.count(name) for name in once} == dict.fromkeys(once, 1)
    planned, begun = kinds[: kinds.index("testRunStarted")], kinds[kinds.index("testCaseStarted") :]
    assert (planned.count("gherkinDocument"), planned.count("source"), planned.count("pickle")) == (2, 2, 4)
    assert "testCase" not in begun
    assert begun.count("testCaseStarted") == begun.count("testCaseFinished") == 4


def test_ids_point_at_what_is_there_and_no_two_are_alike(out: Path) -> None:
    messages = list(read(out / "messages.ndjson"))
    run = next(one["testRunStarted"]["id"] for one in messages if "testRunStarted" in one)
    cases = [one["testCase"] for one in messages if "testCase" in one]
    begun = [one["testCaseStarted"]["id"] for one in messages if "testCaseStarted" in one]
    assert {case["testRunStartedId"] for case in cases} == {run} == {"0a1b2c3d"}
    assert len(set(begun)) == len({case["id"] for case in cases}) == 4


def test_scenarios_stand_as_in_the_features_whoever_carried_them_out(out: Path) -> None:
    run = read_run(read(out / "messages.ndjson"))
    assert [one.place.name for one in run.scenarios] == ["Мою", "Бью", "Пью", "Наливаю"]
    assert {one.status for one in run.scenarios} == {"passed"}


def test_what_all_parts_say_of_the_run_is_said_once(out: Path) -> None:
    run = read_run(read(out / "messages.ndjson"))
    assert run.facts(type(STAND)) == [STAND]
    assert run.remarks == ["общее замечание", *(f"замечание части {number}" for number in (1, 2, 3, 4))]
    assert run.notes == ("Часть 4: диск полон",)
    assert [told.number for told in run.facts(ShardTold)] == [1, 2, 3, 4]
    assert run.shard is None
    assert not run.is_part


def test_evidence_of_all_parts_lies_beside_the_stream(out: Path) -> None:
    urls = [piece.url for one in read_run(read(out / "messages.ndjson")).scenarios for piece in one.attached]
    assert len(set(urls)) == 4
    assert all((out / str(url)).read_bytes() == b"png" for url in urls)


def test_whole_can_be_proven_again_and_is_read_like_its_parts(machines: Machines, tmp_path: Path) -> None:
    proof = prove(machines.all())
    written = write_united(proof, Folder(tmp_path / "out", "0a1b2c3d"))
    again = prove([tmp_path / "out"])
    assert again.whole
    assert read_whole(proof) == written == read_whole(again)
    part = machines.write(1, name="again")
    assert {flaw.kind for flaw in prove([tmp_path / "out", part]).flaws} == {"twice"}


def merge(*arguments: object) -> int:
    return main(list(map(str, arguments)), ArgumentParser)


def test_command_unites_tells_the_verdict_and_makes_the_report(
    machines: Machines, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folders = [machines.write(number) for number in (1, 2, 3)]
    failed = machines.write(4, status="failed")
    assert merge(*folders, failed, "--out", tmp_path / "out") == 1
    said = capsys.readouterr().out
    assert said.startswith("Соединено: 4 части")
    assert "4 сценария: 3 пройдено, 1 не пройден" in said
    assert (tmp_path / "out/report/index.html").exists()
    assert 'tests="4" failures="1"' in (tmp_path / "out/junit.xml").read_text(encoding="utf-8")


def test_command_writes_nothing_of_what_is_no_whole(
    machines: Machines, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert merge(*machines.all()[:3], "--out", tmp_path / "out") == 3
    said = capsys.readouterr()
    assert "ничего не записано.\n  Нет части 4 из 4." in said.err
    assert said.out == ""
    assert not (tmp_path / "out").exists()


def test_command_does_not_write_over_a_part(machines: Machines) -> None:
    folders = machines.all()
    with pytest.raises(SystemExit) as left:
        merge(*folders, "--out", folders[0])
    assert left.value.code == 64
    assert prove(folders).whole


def test_full_disk_leaves_nothing_half_done(
    machines: Machines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> str:
        raise OSError(28, "нет места", "messages.ndjson")

    monkeypatch.setattr("reports.shards.writing.junit", full)
    assert merge(*machines.all(), "--out", tmp_path / "out") == 2
    assert capsys.readouterr().err == "Не записано: на диске нет места (messages.ndjson)\n"
    assert [path.name for path in (tmp_path / "out").iterdir() if path.suffix in (".ndjson", ".xml")] == []


def test_durations_are_kept_for_the_next_split(machines: Machines, tmp_path: Path) -> None:
    file = tmp_path / "durations.json"
    assert merge(*machines.all(), "--durations", file) == 0
    assert len(json.loads(file.read_text(encoding="utf-8"))) == 4
    assert read_durations(file).seconds.keys() == {
        machines.documents[pickle["uri"]].identity_of(pickle) for pickle in machines.pickles
    }


@pytest.mark.parametrize(
    ("status", "code"), [("passed", 0), ("failed", 1), ("broken", 2), ("interrupted", 3), ("skipped", 3)]
)
def test_whole_has_the_exit_code_a_run_would_have(machines: Machines, status: str, code: int) -> None:
    machines.of = 1
    assert code_of(read_whole(prove([machines.write(1, status=status)]))) == code
