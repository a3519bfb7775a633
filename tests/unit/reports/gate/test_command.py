"""The command ends with the gate's code, writes its files, and leaves no verdict of another record."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from fixtures.environment.arguments import ArgumentParser
from reports.gate.command import main
from reports.gate.keys import keys_table
from reports.record.folder import VERDICT_FILES
from tests.unit.reports.gate.records import FAILED, Stage
from tests.unit.reports.shards.conftest import Machines

GUIDE = Path(__file__).parents[4] / "docs" / "release.md"


@pytest.fixture
def gate(tmp_path: Path) -> Callable[..., int]:
    """Calls the command with a policy that asks for nothing beside what is always asked."""
    written = Stage(tmp_path, policy="").written()

    def gate(*words: str) -> int:
        files = (f"--policy={written['policy']}", f"--quarantine={written['quarantine']}")
        return main([*files, *words], ArgumentParser)

    return gate


def test_open_gate_writes_every_file(
    gate: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    out = Stage(tmp_path).record()
    assert gate(str(out)) == 0
    assert {path.name for path in (out / "gate").iterdir()} == set(VERDICT_FILES)
    assert capsys.readouterr().out.startswith("Ворота открыты.")


@pytest.mark.parametrize("form", ["text", "github", "markdown", "json"])
def test_closed_gate_ends_with_its_code_in_every_format(gate: Callable[..., int], tmp_path: Path, form: str):
    out = Stage(tmp_path).record(FAILED)
    assert gate(str(out), "--format", form) == 1
    assert json.loads((out / "gate" / "verdict.json").read_text(encoding="utf-8"))["code"] == 1


def test_missing_record_is_incomplete_and_takes_the_old_verdict_away(
    gate: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    out = Stage(tmp_path).record()
    assert gate(str(out)) == 0
    stream = out / "messages.ndjson"
    whole = stream.read_text(encoding="utf-8").splitlines(keepends=True)
    stream.write_text("".join(whole[:-1]), encoding="utf-8")
    assert gate(str(out)) == 3
    assert [path.name for path in (out / "gate").iterdir()] == ["summary.md"]
    assert "прогон неполон" in (out / "gate" / "summary.md").read_text(encoding="utf-8")
    stream.unlink()
    assert gate(str(out)) == 3
    assert "прогон неполон" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"out/messages.ndjson": 'это не записи\n{"testRunFinished":{}}\n'}, "повреждены"),
        ({"gate.toml": "unstable = "}, "gate.toml: файл не читается как TOML: обрывается в конце"),
        ({"gate.toml": 'unstable = "много"'}, "gate.toml: unstable: это целое число"),
        ({"gate.toml": "coverage = { t = 120 }"}, "gate.toml: coverage: t: это процент"),
        ({"gate.toml": "[defects]\nscore = 90\n"}, "gate.toml: defects: нет ключа result"),
        ({"quarantine.toml": "\n[[scenario]]\nid = 'a'\n"}, "quarantine.toml:2: нет ключа reason"),
        ({"gate.toml": "[defects]\nscore = 90\nresult = 'no.json'\n"}, "no.json: файл не читается, его нет"),
        ({"gate.toml": "[defects]\nscore = 90\nresult = 'gate.toml'\n"}, "это не итог испытания дефектов"),
    ],
)
def test_unusable_input_is_told_by_file(
    gate: Callable[..., int],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    files: dict[str, str],
    words: str,
):
    out = Stage(tmp_path).record()
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert gate(str(out)) == 2
    assert words in capsys.readouterr().err


def test_missing_policy_or_baseline_closes(gate: Callable[..., int], tmp_path: Path):
    out = Stage(tmp_path).record()
    assert gate(str(out), "--policy", str(tmp_path / "other.toml")) == 2
    assert gate(str(out), "--baseline", str(tmp_path / "nothing")) == 2


@pytest.mark.parametrize("words", [["--format", "pdf"], ["--polcy", "x"]])
def test_wrong_arguments_end_with_64(gate: Callable[..., int], words: list[str]):
    with pytest.raises(SystemExit) as left:
        gate(*words)
    assert left.value.code == 64


def test_guide_lists_the_keys_of_the_policy(gate: Callable[..., int], capsys: pytest.CaptureFixture[str]):
    assert gate("--keys") == 0
    assert capsys.readouterr().out.strip() == keys_table()
    assert keys_table() in GUIDE.read_text(encoding="utf-8")


def test_parts_of_many_machines_are_judged_as_one_run(
    gate: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    parts = list(map(str, Machines(tmp_path).all()))
    assert gate(*parts) == 0
    assert "4 сценария: 4 пройдено" in capsys.readouterr().out
    assert gate(*parts[:2], parts[3]) == 3
    assert "Нет части 3 из 4." in capsys.readouterr().out
    assert gate(*parts, str(tmp_path / "nowhere")) == 3
    assert gate(*parts, parts[0]) == 2
    assert "дан дважды" in capsys.readouterr().err


def test_failure_in_one_part_closes_all(gate: Callable[..., int], tmp_path: Path):
    machines = Machines(tmp_path)
    parts = [machines.write(number, status="failed" if number == 3 else "passed") for number in (1, 2, 3, 4)]
    assert gate(*map(str, parts)) == 1


def test_two_runs_that_are_no_parts_are_not_joined(gate: Callable[..., int], tmp_path: Path):
    stage = Stage(tmp_path)
    assert gate(str(stage.record()), str(stage.record(name="other"))) == 2
