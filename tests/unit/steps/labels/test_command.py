"""The command `labels`: the list is written from a record and compared with one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reports.record.run import Run
from steps.labels import command
from steps.labels.gathering import captions_of
from steps.labels.known import KnownLabels, as_toml
from tests.unit.steps.labels.test_gathering import CODE, run, screen, step

OTHER = run(step(screen("Вход", {"texts": ["VK ID"]})))


@pytest.fixture
def recorded(monkeypatch: pytest.MonkeyPatch) -> Callable[[Run], None]:
    """Puts a run in place of the record that would be read, beside the list that `CODE` gave."""

    def put(told: Run) -> None:
        monkeypatch.setattr(command, "read_record", lambda _: told)
        monkeypatch.setattr(command, "known_labels", lambda: KnownLabels(captions_of(run(CODE))))

    return put


def test_list_is_written_from_the_record(recorded: Callable[[Run], None], tmp_path: Path) -> None:
    recorded(OTHER)
    file = tmp_path / "known.toml"
    assert command.main(["--list", str(file)]) == 0
    assert file.read_text(encoding="utf-8") == as_toml(captions_of(OTHER))


@pytest.mark.parametrize(("told", "code"), [(run(CODE), 0), (OTHER, 1), (run(CODE, status="failed"), 3)])
def test_comparison_ends_with_what_it_found(recorded: Callable[[Run], None], told: Run, code: int) -> None:
    recorded(told)
    assert command.main(["--compare"]) == code


def test_difference_says_how_to_mend_it(
    recorded: Callable[[Run], None], capsys: pytest.CaptureFixture[str]
) -> None:
    recorded(OTHER)
    assert command.compare(Path()) == 1
    assert capsys.readouterr().out.splitlines()[-1].endswith("python3 svyazka.py labels")


def test_no_record_is_told_as_broken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--out", str(tmp_path), "--compare"]) == 2
    assert "нет записей прогона" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("told", "code"),
    [(run(CODE, status="failed"), 0), (run(step(screen("Код", None))), 3), (OTHER, 1), (run(CODE), 0)],
)
def test_after_a_run_only_its_own_failure_is_passed_over(
    recorded: Callable[[Run], None], told: Run, code: int
) -> None:
    recorded(told)
    assert command.compare_after(Path()) == code
