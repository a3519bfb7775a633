"""Wrong words of `observe` are refused before anything starts; screens get their names only with consent."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from fixtures.stand import FOLDER
from reports.record.observation import Observation, SeenCaption, SeenScreen
from steps.observing import command
from steps.observing.command import arguments, main, name_screens, new_file
from steps.observing.observer import Keep
from steps.observing.stage import Wanted

CAPTIONS = tuple(
    SeenCaption("text", one) for one in ("Выберите учебный профиль", "Продолжить в учебном профиле")
)
SEEN = Observation(stand="wild", screens=(SeenScreen("vk_id", "Кто вы", "", CAPTIONS),))


@pytest.mark.parametrize("argv", [[], ["--stand"], ["--stand", "wild", "--instruction", "nobody"]])
def test_wrong_words_end_with_64(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    try:
        code = main(argv)
    except SystemExit as end:
        code = int(str(end.code))
    assert code == 64
    assert capsys.readouterr().err


def test_simulator_is_refused_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--stand", "sim", "--headless"]) == 2
    assert "с ним и сравнивают" in capsys.readouterr().err


def test_file_is_called_by_moment_stand_and_instruction() -> None:
    assert new_file(Path("there"), "live", "perm").name.endswith("-live-perm.observation.json")
    assert new_file(Path("there"), "Школа № 1/а", "").name.endswith("-Школа-1-а.observation.json")


def test_help_is_russian() -> None:
    assert "Человек проходит путь руками" in arguments().format_help().replace("\n", " ")


def test_stand_of_a_file_elsewhere_is_observed_to_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A walk whose end is the point: what is written where, and what is printed to be done next."""
    stand = tmp_path / "мои стенды" / "школа.toml"
    stand.parent.mkdir()
    stand.write_text((FOLDER / "wild.toml").read_text("utf-8").replace('"wild"', '"shkola"', 1), "utf-8")

    @contextmanager
    def walked(wanted: Wanted, keep: Keep) -> Iterator[None]:
        keep(replace(SEEN, stand="shkola"))
        yield

    monkeypatch.setattr(command, "observing", walked)
    monkeypatch.setattr(command, "ensure_browser", lambda headed: None)
    monkeypatch.setattr(command, "followed", lambda observer: replace(SEEN, stand="shkola"))
    out = tmp_path / "мои записи"
    assert main(["--stand", str(stand), "--headless", "--out", str(out)]) == 0

    [file] = out.iterdir()
    assert file.name.endswith("-shkola.observation.json")
    told = capsys.readouterr().out
    assert f"compare '{file}'" in told
    assert "Впишите в школа.toml" in told


@pytest.mark.parametrize("agrees", [True, False])
def test_name_is_written_only_with_consent(tmp_path: Path, agrees: bool) -> None:
    before = Path(shutil.copy(FOLDER / "wild.toml", tmp_path)).read_text(encoding="utf-8")
    asked: list[str] = []

    def ask(question: str) -> bool:
        asked.append(question)
        return agrees

    assert name_screens(SEEN, str(tmp_path / "wild.toml"), ask) == agrees
    after = (tmp_path / "wild.toml").read_text(encoding="utf-8")
    assert asked == ["Экран «Кто вы» — это «Выберите учебный профиль»? Записать в wild.toml?"]
    assert ('"Выберите учебный профиль" = "Кто вы"' in after) == agrees
    assert after.startswith(before) or not agrees


def test_without_anybody_to_ask_it_is_said_what_to_write(capsys: pytest.CaptureFixture[str]) -> None:
    assert name_screens(SEEN, "wild", None) == 0
    assert '[screens] "Выберите учебный профиль" = "Кто вы"' in capsys.readouterr().out
