"""What a saved file makes worth running again."""

from pathlib import Path

import pytest

from steps.runner.changes import Selection, worth_running

BALL = "Функция: Коробка\n  Сценарий: Мяч\n    Тогда вижу «мяч»\n  Сценарий: Куб\n    Тогда вижу «куб»\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("features/shelf", "steps/definitions", "fixtures", "reports"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "features" / "box.feature").write_text(BALL, encoding="utf-8")
    (tmp_path / "features" / "shelf" / "book.feature").write_text(BALL, encoding="utf-8")
    return tmp_path


def again(root: Path, asked_for: list[str], *changed: str) -> tuple[str, list[str], list[str]] | None:
    """What is run after these files have changed: why, which places, using what; None if nothing."""
    selection = Selection.of(asked_for, root, root, root / "features")
    found = list(worth_running(selection, [{root / each for each in changed}]))
    if len(found) == 1:
        return None
    places = [place.removeprefix(f"{root.as_posix()}/") for place in found[1].asked_for]
    return found[1].why, places, list(found[1].using)


BOX, BOOK = "features/box.feature", "features/shelf/book.feature"
CASES = {
    "a feature runs itself": ([], [BOX], (f"Изменено: {BOX}.", [BOX], [])),
    "two features run themselves": ([], [BOX, BOOK], (f"Изменено: {BOX}, {BOOK}.", [BOX, BOOK], [])),
    "of a feature what was chosen": ([f"{BOX}:4"], [BOX], (f"Изменено: {BOX}.", [f"{BOX}:4"], [])),
    "a feature that was not chosen": (["features/shelf"], [BOX], None),
    "a step module": (
        ["features/shelf"],
        ["steps/definitions/a.py"],
        (
            "Изменено: steps/definitions/a.py. Идут сценарии, которые берут предложения отсюда.",
            ["features/shelf"],
            ["steps/definitions/a.py"],
        ),
    ),
    "what every step may use": (
        [f"{BOX}:2", f"{BOOK}:2"],
        ["fixtures/people.py", "steps/definitions/a.py"],
        (
            "Изменено: fixtures/people.py, steps/definitions/a.py. Идёт всё выбранное.",
            [f"{BOX}:2", f"{BOOK}:2"],
            [],
        ),
    ),
    "what is written by a run": ([], ["reports/out.py", "steps/__pycache__/a.pyc", "features/box.txt"], None),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_run_after_a_change(root: Path, case: str) -> None:
    asked_for, changed, expected = CASES[case]
    assert again(root, asked_for, *changed) == expected


def test_first_everything_that_was_chosen(root: Path) -> None:
    selection = Selection.of(["Куб"], root, root, root / "features")
    [first] = worth_running(selection, [])
    assert first.asked_for == (f"{root / BOX}:4", f"{root / BOOK}:4")


def test_scenario_is_found_again_when_its_line_has_moved_and_its_file_when_its_name_is_another(
    root: Path,
) -> None:
    selection = Selection.of([f"{BOX}:4"], root, root, root / "features")
    file = root / BOX
    runs = worth_running(selection, [{file}, {file}, {file}])
    next(runs)
    file.write_text("\n\n" + BALL, encoding="utf-8")
    assert next(runs).asked_for == (f"{file}:6",)
    file.write_text(BALL.replace("Сценарий: Куб", "Сценарий: Кубик"), encoding="utf-8")
    assert next(runs).asked_for == (str(file),)
    file.unlink()
    assert list(runs) == []
