"""The list of captions, asked: which there are, on which screens, and which was probably meant."""

from pathlib import Path

import pytest

from reports.record.tables import TableUnsound
from steps.labels.known import Captions, KnownLabels, Written, as_toml, known_labels

WRITTEN: Written = {
    "vk_id": {
        "Код": Captions(("Отмена", "Продолжить"), ("Введите код",), ("Отправить SMS через ‹время›",)),
        "Вход": Captions(("Отмена", "Продолжить как ‹имя›"), (), ("‹ФИО›", "Профиль: ‹ФИО›")),
    },
    "messenger": {"‹введённое›": Captions(("← К чату", 'Кнопка «"»'), (), ("Пишут не все.",))},
}
KNOWN = KnownLabels(WRITTEN)


def titles(label: str) -> list[str]:
    return [screen.title for screen in KNOWN.screens_of(label)]


def test_caption_is_known_with_all_its_screens() -> None:
    assert titles("Отмена") == ["Код", "Вход"]
    assert titles("Введите код") == ["Код"]
    assert titles("Вход") == ["Вход"]
    assert not KNOWN.knows("Отменить")


@pytest.mark.parametrize(
    ("label", "screen"),
    [
        ("Отправить SMS через 1:53", "Код"),
        ("Отправить SMS через", "Код"),
        ("Профиль: Соколова Ольга Петровна", "Вход"),
        ("Профиль:", "Вход"),
        ("Продолжить как Ольга", "Вход"),
    ],
)
def test_what_differs_from_world_to_world_fits_its_blank(label: str, screen: str) -> None:
    assert titles(label) == [screen]


def test_lone_blank_fits_only_what_it_stands_for() -> None:
    assert titles("Соколова Ольга Петровна") == ["Вход"]
    assert not KNOWN.knows("Соколова")


@pytest.mark.parametrize(
    ("label", "meant"),
    [
        ("Отмена", "Отмена"),
        ("Отмнеа", "Отмена"),
        ("отправить СМС через", "Отправить SMS через ‹время›"),
        ("Пишyт не все", "Пишут не все."),
        ("Сохранить изменения", None),
    ],
)
def test_nearest_caption_is_the_one_that_was_meant(label: str, meant: str | None) -> None:
    assert KNOWN.nearest(label) == meant


def test_captions_are_listed_by_kind_and_headings_apart() -> None:
    assert KNOWN.of_kind("fields") == ("Введите код",)
    assert KNOWN.titles == ("Вход", "Код")
    assert "Код" in KNOWN.labels


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    file = tmp_path / "known.toml"
    file.write_text(as_toml(WRITTEN), encoding="utf-8")
    read = known_labels(file)
    assert read is not None
    assert read.written == WRITTEN
    assert as_toml(read.written) == as_toml(dict(reversed(WRITTEN.items())))


def test_no_list_is_not_an_empty_list(tmp_path: Path) -> None:
    assert known_labels(tmp_path / "none.toml") is None


def test_list_that_says_something_else_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "known.toml"
    file.write_text('[a."Б"]\nknobs = ["В"]\n', encoding="utf-8")
    with pytest.raises(TableUnsound, match="knobs"):
        known_labels(file)
