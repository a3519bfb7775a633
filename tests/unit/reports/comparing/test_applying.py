"""What was seen goes into `site.toml` key by key, with its day, and everything else stays as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reports.comparing.applying import CannotApply, Change, applied, changes, unwritable
from reports.comparing.command import apply_each
from reports.comparing.comparing import compare
from tests.unit.reports.comparing.walks import SHOWN, observed, walk, with_words

DAY, PLACE = date(2026, 11, 20), "на живой системе"
FILE = """\
# The journal.
id = "perm"

# What nobody has told.
assumed = [
    "labels.desk",  # guessed at night
    "faces.0.places.0.text",
    "unlinking",
]

[labels]
desk = "Рабочий стол"  # as in MESH

[[faces]]
host = "school.test"

[[faces.places]]
link = "Подключить"
text = ["Первый.", "Второй."]

[unlinking]
caption = "Отвязать"
"""
STAMP = "20.11.2026, на живой системе"


def test_words_are_changed_where_they_stand_and_their_day_is_kept() -> None:
    after = applied(FILE, Change("faces.0.places.0.link", "Подключить", "Связать"), DAY, PLACE)

    kept = FILE.replace('link = "Подключить"', 'link = "Связать"')
    assert after.startswith(kept)
    assert after[len(kept) :].strip().splitlines()[-2:] == [
        "[observed]",
        f'"faces.0.places.0.link" = "{STAMP}"',
    ]


def test_guess_that_was_right_is_no_guess_any_more() -> None:
    after = applied(FILE, Change("labels.desk", "Рабочий стол", "Рабочий стол"), DAY, PLACE)

    assert '"labels.desk",' not in after
    assert 'desk = "Рабочий стол"  # as in MESH' in after
    assert f'"labels.desk" = "{STAMP}"' in after


def test_of_a_table_that_is_guessed_the_rest_stays_a_guess() -> None:
    after = applied(FILE, Change("unlinking.caption", "Отвязать", "Отвязать"), DAY, PLACE)

    assert '    "unlinking",\n' in after
    assert f'"unlinking.caption" = "{STAMP}"' in after


def test_second_change_joins_the_first() -> None:
    once = applied(FILE, Change("labels.desk", "Рабочий стол", "Стол"), DAY, PLACE)
    twice = applied(once, Change("faces.0.places.0.text.1", "Второй.", "Другой."), DAY, PLACE)

    assert twice.count("[observed]") == 1
    assert 'text = ["Первый.", "Другой."]' in twice


def test_usual_words_of_a_screen_get_a_table_of_their_own() -> None:
    with_vk_id = f'{FILE}\n[vk_id]\nid = "perm"\n'

    after = applied(
        with_vk_id, Change("vk_id.wording.password.title", "Введите пароль", "Пароль"), DAY, PLACE
    )

    assert '[vk_id.wording.password]\ntitle = "Пароль"' in after


def test_new_table_does_not_come_between_a_comment_and_its_own_table() -> None:
    ours = '\n[vk_id]\nid = "perm"\n\n[vk_id.wording.code]\ntitle = "Код"\n'
    journey = '\n# The order of the screens.\n[vk_id.journey]\nwith_profile = ["code"]\n'

    after = applied(
        f"{FILE}{ours}{journey}", Change("vk_id.wording.phone.title", "Вход", "Кто вы"), DAY, PLACE
    )

    assert f'{ours}\n[vk_id.wording.phone]\ntitle = "Кто вы"\n{journey}' in after
    assert after.endswith(f'where and when.\n[observed]\n"vk_id.wording.phone.title" = "{STAMP}"\n')


def test_key_of_another_journal_is_not_written() -> None:
    with pytest.raises(CannotApply, match="like"):
        applied(FILE, Change("faces.1.places.0.link", "Подключить", "Связать"), DAY, PLACE)


def test_only_what_was_seen_whole_can_be_written() -> None:
    screens = walk()
    screens[0] = with_words(screens[0], "Подключить", "Связать")
    screens[3] = with_words(screens[3], "Продолжить как ••••", "Дальше как ••••")
    found = compare(observed(*screens), SHOWN)

    assert [one.key for one in changes(found)] == ["faces.0.places.0.link", "vk_id.wording.code.title"]
    assert unwritable(found) == ["Дальше как ••••"]


def test_each_change_is_shown_and_only_those_agreed_to_are_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "site.toml"
    file.write_text(FILE, encoding="utf-8")
    wanted = [
        Change("labels.desk", "Рабочий стол", "Стол"),
        Change("faces.0.places.0.link", "Подключить", "Связать"),
    ]
    answers = iter([False, True])

    written = apply_each(iter(wanted), file, observed(), lambda question: next(answers))

    told = capsys.readouterr().out
    assert written == 1
    assert '-desk = "Рабочий стол"' in told
    assert '+link = "Связать"' in told
    assert file.read_text(encoding="utf-8") == applied(FILE, wanted[1], DAY, PLACE)


def test_whoever_breaks_off_is_told_how_many_were_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "site.toml"
    file.write_text(FILE, encoding="utf-8")
    wanted = [Change("labels.desk", "Рабочий стол", "Стол"), Change("labels.desk", "Стол", "Парта")]
    asked: list[str] = []

    def ask(question: str) -> bool:
        asked.append(question)
        if len(asked) > 1:
            raise KeyboardInterrupt
        return True

    with pytest.raises(KeyboardInterrupt):
        apply_each(iter(wanted), file, observed(), ask)
    assert capsys.readouterr().out.endswith("Записано надписей: 1.\n")
    assert 'desk = "Стол"' in file.read_text(encoding="utf-8")


def test_caption_without_a_place_is_told_and_the_rest_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "site.toml"
    file.write_text(FILE, encoding="utf-8")
    lost = Change("faces.7.title", "А", "Б")

    assert apply_each(iter([lost, replace(lost, key="labels.desk")]), file, observed(), lambda _: True) == 1
    assert "впишите" in capsys.readouterr().out.lower()


def test_whoever_breaks_off_learns_how_many_were_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "site.toml"
    file.write_text(FILE, encoding="utf-8")
    wanted = [Change("labels.desk", "Рабочий стол", one) for one in ("Стол", "Парта")]
    answers = iter([True])

    def ask(question: str) -> bool:
        for answer in answers:
            return answer
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        apply_each(iter(wanted), file, observed(), ask)
    assert capsys.readouterr().out.endswith("\nЗаписано надписей: 1.\n")
