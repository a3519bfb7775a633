"""An observation is read as it was written; screens grow while they stay the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reports.record.observation import (
    Observation,
    ObservationUnreadable,
    SeenAction,
    SeenCaption,
    SeenScreen,
    read_observation,
)

SCREEN = SeenScreen(
    "vk_id",
    "Код",
    "https://id.test/",
    (SeenCaption("field", "Введите код"), SeenCaption("text", "Ещё раз через 2:00")),
    (SeenAction("fill", "Введите код"),),
    "/9j/",
)
SEEN = Observation(
    stand="live", place="там", instruction="perm", day="2026-11-20", screens=(SCREEN,), detours=("Н",)
)


def test_what_was_written_is_read(tmp_path: Path) -> None:
    SEEN.write(tmp_path / "new" / "one.json")

    assert read_observation(tmp_path / "new" / "one.json") == SEEN


def test_day_that_is_none_is_refused(tmp_path: Path) -> None:
    replace(SEEN, day="вчера").write(tmp_path / "one.json")

    with pytest.raises(ObservationUnreadable, match="это не наблюдение"):
        read_observation(tmp_path / "one.json")


def test_screen_grows_by_what_is_new_and_not_by_its_clock() -> None:
    later = replace(
        SCREEN,
        captions=(SeenCaption("text", "Ещё раз через 1:59"), SeenCaption("button", "Позвонить")),
        picture="x",
    )

    grown = SCREEN.with_more(later)

    assert [one.text for one in grown.captions] == ["Введите код", "Ещё раз через 2:00", "Позвонить"]
    assert grown.picture == "/9j/"
    assert len(grown.actions) == 2


def test_same_title_with_other_words_is_another_screen() -> None:
    assert SCREEN.is_still(replace(SCREEN, captions=SCREEN.captions[:1]))
    assert not SCREEN.is_still(replace(SCREEN, captions=(SeenCaption("text", "А"), SeenCaption("text", "Б"))))
    assert not SCREEN.is_still(replace(SCREEN, title="Вход"))
