"""What `record` refuses before any browser opens."""

from pathlib import Path

import pytest

from steps.recording.command import main

HERE = str(Path(__file__).parents[4] / "features" / "perm" / "unlinking.feature")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--out", "{}/нет/a.feature"], "Папки {}/нет нет"),
        (["--out", "{}/there.feature"], "Файл {}/there.feature не тронут"),
        (["--out", "{}/a.feature", "--from", f"{HERE}:2"], "здесь нет сценария"),
        (["--out", "{}/a.feature", "--from", "Отмена"], "не ФАЙЛ:СТРОКА"),
    ],
)
def test_wrong_words_are_told_in_russian(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
):
    (tmp_path / "there.feature").write_text("", encoding="utf-8")
    assert main([each.format(tmp_path) for each in arguments]) == 64
    assert told.format(tmp_path) in capsys.readouterr().err


def test_people_are_not_described_twice(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as leaving:
        main(["--from", f"{HERE}:32", "--me", "родитель"])
    assert leaving.value.code == 64
    assert "люди уже описаны в том сценарии" in capsys.readouterr().err
