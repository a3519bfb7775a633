"""`--fix`: what is mechanical is mended, every other byte stays, and so does what a run would carry out."""

from pathlib import Path

import pytest

from steps.language.problem import Edit
from steps.lint.linting import Source, all_rules, lint
from steps.lint.mending import _meaning, applied, mend, mended_raw
from tests.lint.samples import samples_of
from tests.unit.steps.lint.conftest import of_samples
from tests.unit.steps.lint.foreign import features

CRUMPLED = """\
\ufeff# language: ru
@perm @учитель
Функция: Рабочий стол учителя   \r

  @критично
  Сценарий: Учитель входит
    Дано учитель на рабочем столе
     #> perm.intro.1
     Когда нажимаю «Перейти в VK Мессенджер»
    Тогда вижу кнопки:
        | Журнал |
       | Мои классы |
    # примечание   с пробелами

 @важно
 Структура сценария: Учитель нажимает разное\t
  Когда нажимаю «<кнопка>»
    Тогда вижу «Рабочий  стол»

    Примеры:
      | кнопка |
      | Войти    |
      | a \\| b |
"""
NEAT = """\
# language: ru
@perm @учитель
Функция: Рабочий стол учителя

  @критично
  Сценарий: Учитель входит
    Дано учитель на рабочем столе
    #> perm.intro.1
    Когда нажимаю «Перейти в VK Мессенджер»
    Тогда вижу кнопки:
        | Журнал     |
        | Мои классы |
    # примечание   с пробелами

  @важно
  Структура сценария: Учитель нажимает разное
    Когда нажимаю «<кнопка>»
    Тогда вижу «Рабочий  стол»

    Примеры:
      | кнопка |
      | Войти  |
      | a \\| b |
"""
SAMPLES = [sample.bad for code in all_rules() for sample in samples_of(code) if code != "encoding"]


def mended(text: str) -> str:
    return mended_raw(Source.of_text("a.feature", text), of_samples()).decode()


def test_layout_is_mended_and_words_are_left_alone():
    assert mended(CRUMPLED) == NEAT


def test_mending_what_is_mended_changes_nothing():
    assert mended(NEAT) == NEAT


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.parent.name}/{path.parent.name}")
def test_scenarios_stay_and_a_second_time_changes_nothing(path: Path):
    source = Source(path.name, path.read_bytes())
    once = mended_raw(source, of_samples())
    assert _meaning(once, path.name) == _meaning(source.raw, path.name)
    assert mended_raw(Source(path.name, once), of_samples()) == once


@pytest.mark.parametrize("code", ["byte_mark", "line_ends", "indentation", "alignment"])
def test_wrong_sample_becomes_the_right_one(code: str):
    sample = next(samples_of(code))
    assert (
        mended_raw(Source("bad.feature", sample.bad.read_bytes()), of_samples()) == sample.good.read_bytes()
    )


def test_what_is_mended_is_no_longer_found():
    mechanical = {"byte_mark", "line_ends", "indentation", "alignment"}
    found = lint([Source.of_text("a.feature", mended(CRUMPLED))], of_samples())
    assert not mechanical & {finding.rule.code for finding in found}


def test_sound_files_of_other_houses_stay_to_the_byte():
    for text in list(features())[::7]:
        assert mended(text) == text


def test_file_that_cannot_be_read_stays(tmp_path: Path):
    file = tmp_path / "a.feature"
    file.write_bytes(b"\xff\xfe   \n \xd1")
    assert mend([Source("a.feature", file.read_bytes(), file)], of_samples()) == ()
    assert file.read_bytes() == b"\xff\xfe   \n \xd1"


def test_only_files_that_change_are_written(tmp_path: Path):
    files = [tmp_path / "crumpled.feature", tmp_path / "neat.feature"]
    for file, text in zip(files, (CRUMPLED, NEAT), strict=True):
        file.write_bytes(text.encode())
    sources = [Source(file.name, file.read_bytes(), file) for file in files]
    assert mend(sources, of_samples()) == ("crumpled.feature",)
    assert files[0].read_bytes() == files[1].read_bytes() == NEAT.encode()


def test_edits_of_one_line_do_not_disturb_each_other():
    edits = [Edit(1, 0, 1, "А"), Edit(1, 2, 3, "В")]
    assert applied("абв\nг".encode(), edits).decode() == "АбВ\nг"
