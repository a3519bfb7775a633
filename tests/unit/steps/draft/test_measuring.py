"""A step of a draft is the same as a person wrote if sentence and labels are, whoever it is about."""

from pathlib import Path

import pytest

from reports.texts.plain import sentences_of
from steps.draft.measuring import Figures, measure

SOURCE = "Шаг 1. Нажмите «Да» и введите телефон.\n\nШаг 2. Напойте мелодию.\n"
LIST = """[instruction]
id = "tune"
title = "Т"
source = "И"
journal = "Ж"
file = "tune.txt"

[[clause]]
id = "tune.1"
kind = "действие"
text = "Нажать."
sentences = ["1:{first}"]
where = "шаг 1"
labels = ["Да"]

[[clause]]
id = "tune.2"
kind = "действие"
text = "Ввести."
sentences = ["1:{first}"]
where = "шаг 1"

[[clause]]
id = "tune.3"
kind = "действие"
text = "Напеть."
sentences = ["2:{second}"]
where = "шаг 2"
"""
FEATURE = """Функция: Мелодия

  Сценарий: Мелодия
    Дано мой телефон — «+7 199 111-11-11»
    #> tune.1
    Когда {pressing}
    #> tune.2
    И {entering}
    #> tune.3
    И обновляю страницу
    Тогда вижу «Да»
"""
PRESSING, ENTERING = "нажимаю «Да»", "ввожу свой телефон в поле «Телефон»"


@pytest.fixture
def figures(tmp_path: Path):
    first, second = (sentence.fingerprint for sentence in sentences_of(SOURCE))
    (tmp_path / "tune.txt").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "tune.toml").write_text(LIST.format(first=first, second=second), encoding="utf-8")

    def measured(pressing: str = PRESSING, entering: str = ENTERING) -> Figures:
        text = FEATURE.format(pressing=pressing, entering=entering)
        (tmp_path / "tune.feature").write_text(text, encoding="utf-8")
        [found] = measure(tmp_path, tmp_path, tmp_path)
        return found

    return measured


def counted(figures: Figures) -> tuple[int, int, int]:
    return figures.same, figures.wrong, figures.missed


@pytest.mark.parametrize(
    "entering",
    [
        ENTERING,
        "ввожу телефон коллеги в поле «Телефон»",
        "ввожу «+7 199 111-11-11» в поле «Телефон»",
    ],
)
def test_same_step_is_the_same_whoever_it_is_about(figures, entering):
    assert counted(figures(entering=entering)) == (2, 0, 1)


@pytest.mark.parametrize(
    "entering",
    [
        "ввожу свой телефон в поле «Номер»",
        "ввожу свою почту в поле «Телефон»",
        "ввожу «123» в поле «Телефон»",
    ],
)
def test_other_label_or_other_sentence_is_wrong(figures, entering):
    assert counted(figures(entering=entering)) == (1, 1, 1)


def test_label_counts_to_the_letter(figures):
    assert counted(figures(pressing="нажимаю «да»")) == (1, 1, 1)


def test_folder_without_sources_has_no_figures(tmp_path):
    assert measure(tmp_path) == []
