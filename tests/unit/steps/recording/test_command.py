"""What `record` refuses before any browser opens."""

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest
from playwright.sync_api import Error as BrowserError

from steps.recording.command import ROOT, main, next_command
from steps.recording.manuscript import Manuscript

HERE = str(Path(__file__).parents[4] / "features" / "perm" / "unlinking.feature")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--out", "{}/нет/a.feature"], "Папки {}/нет нет"),
        (["--out", "{}/there.feature"], "Файл {}/there.feature не тронут"),
        (["--out", "{}/a.feature", "--from", f"{HERE}:2"], "здесь нет сценария"),
        (["--out", "{}/a.feature", "--from", "Отмена"], "не ФАЙЛ:СТРОКА"),
        (["--out", "{}/a.feature", "--from", "{}/нет.feature:3"], "Файла {}/нет.feature нет"),
    ],
)
def test_wrong_words_are_told_in_russian(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
):
    (tmp_path / "there.feature").write_text("", encoding="utf-8")
    assert main([each.format(tmp_path) for each in arguments]) == 64
    assert told.format(tmp_path) in capsys.readouterr().err


def test_only_a_feature_is_written(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as leaving:
        main(["--out", "a.txt"])
    assert leaving.value.code == 64
    assert "a.txt: имя сценария кончается на .feature" in capsys.readouterr().err


def test_missing_screen_is_told_after_wrong_words_and_names_this_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("fixtures.environment.machine.Machine.has_screen", False)
    assert main(["--out", str(tmp_path / "a.feature")]) == 2
    assert "xvfb-run python3 svyazka.py record" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


class Played:
    """A recorder before which these things are done, then the browser may die."""

    def __init__(self, done: list[str], dies: bool = False) -> None:
        self.done, self.dies, self.text = done, dies, "Функция: Проба"
        self.manuscript = Manuscript()
        account = SimpleNamespace(login="l", password="p")
        self.person = SimpleNamespace(full_name="Я", account=account, phone="+71991111111", vk_password="v")

    def follow(self) -> Iterator[str]:
        yield from self.done
        if self.dies:
            raise BrowserError("окно закрыто")

    def finish(self) -> Iterator[str]:
        yield "Тогда вижу экран «Журнал»"

    def stop(self) -> None:
        """Nothing is running."""


@pytest.mark.parametrize("dies", [False, True])
@pytest.mark.parametrize("before", [None, "прежнее"])
def test_where_nothing_was_done_no_file_is_written(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    before: str | None,
    dies: bool,
):
    out = tmp_path / "a.feature"
    if before:
        out.write_text(before, encoding="utf-8")
    assert played(monkeypatch, out, Played([], dies)) == (2 if dies else 1)
    assert "Ничего не сделано, файл не записан." in "".join(capsys.readouterr())
    assert (out.read_text(encoding="utf-8") if out.exists() else None) == before


@pytest.mark.parametrize("dies", [False, True])
def test_what_was_done_is_written_whatever_happens(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, dies: bool
):
    out = tmp_path / "a.feature"
    assert played(monkeypatch, out, Played(["Когда вхожу в журнал"], dies)) == (2 if dies else 1)
    assert out.read_text(encoding="utf-8") == "Функция: Проба"
    assert str(out) in "".join(capsys.readouterr())


def played(monkeypatch: pytest.MonkeyPatch, out: Path, recorder: Played) -> int:
    """Call the command with this recorder in the place of one with a browser."""
    monkeypatch.setattr("steps.recording.command.ensure_browser", lambda headed: None)
    monkeypatch.setattr("steps.recording.command.recording", lambda *_: nullcontext(recorder))
    return main(["--out", str(out), "--force"])


def test_people_are_not_described_twice(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as leaving:
        main(["--from", f"{HERE}:32", "--me", "родитель"])
    assert leaving.value.code == 64
    assert "люди уже описаны в том сценарии" in capsys.readouterr().err


def test_next_command_is_one_that_will_do(tmp_path: Path):
    assert next_command(ROOT / "features" / "new.feature").endswith("features/new.feature")
    moved, run = next_command(tmp_path / "new.feature").splitlines()
    assert moved.startswith("Перенесите файл в features/")
    assert run == "Выполнить: python3 svyazka.py run features/new.feature"
