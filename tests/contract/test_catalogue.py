"""The catalogue as authors meet it: the document is what the command prints, examples are what stands there."""

import json
from pathlib import Path

import pytest

from steps.catalogue.command import main
from steps.catalogue.document import markdown
from steps.catalogue.gathering import catalogue, catalogue_with_uses
from steps.catalogue.meaning import Index

ROOT = Path(__file__).parents[2]
ENTRIES = catalogue_with_uses()
INDEX = Index(ENTRIES)


def test_document_is_what_the_command_prints(capsys):
    assert main(["--format", "md"]) == 0
    kept = (ROOT / "docs" / "steps.md").read_text(encoding="utf-8")
    assert capsys.readouterr().out == kept, "Обновите: python3 svyazka.py steps --format md > docs/steps.md"


def test_document_does_not_change_with_scenarios():
    assert markdown(catalogue()) == markdown(ENTRIES)


def test_no_sentence_shows_the_types_of_its_places():
    assert not [entry.sentence for entry in ENTRIES if "{" in entry.sentence]


def test_every_sentence_has_a_name_of_its_own():
    assert len({entry.identity for entry in ENTRIES}) == len(ENTRIES)


def test_example_stands_where_it_is_said_to_stand():
    examples = [entry.example for entry in ENTRIES if entry.example]
    assert len(examples) > 100
    for example in examples:
        line = (ROOT / example.file).read_text(encoding="utf-8").splitlines()[example.line - 1]
        assert line.split()[0] in ("Дано", "Когда", "Тогда", "И", "Но", "Если")
        assert "<" in line or example.text.partition(" ")[2] in line


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("кнопка", "нажимаю «надпись»"),
        ("кнопку", "вижу кнопку «надпись»"),
        ("кликнуть", "нажимаю «надпись»"),
        ("галочка", "отмечаю «надпись»"),
        ("подождать", "проходит 2 минуты"),
        ("эсэмэска", "на мой телефон приходит СМС с кодом"),
        ("напечатать текст", "ввожу «текст» в поле «подпись поля»"),
        ("выпадающий список", "выбираю «строка списка» в поле «подпись поля»"),
        ("забыл пароль", "начинаю восстановление пароля"),
        ("таймер", "вижу обратный отсчёт «текст перед временем»"),
        ("сбой", "случилась неполадка «неполадка»"),
        ("авторизация", "вхожу в журнал"),
        ("перезагрузить", "обновляю страницу"),
    ],
)
def test_sentence_is_found_by_what_it_means(words, sentence):
    assert sentence in [entry.sentence for entry in INDEX.search(words).entries[:6]]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("отвязать", "отвязываю учебный профиль"),
        ("интернет пропал", "случилась неполадка «неполадка»"),
        ("сломался сервер", "случилась неполадка «неполадка»"),
        ("сервер не отвечает", "случилась неполадка «неполадка»"),
        ("написать сообщение", "ввожу «текст» в поле «подпись поля»"),
        ("коллега пишет мне", "коллега садится за свой компьютер"),
        ("другой телефон", "беру в руки телефон"),
        ("зайти в дневник", "вхожу в журнал"),
        ("войти", "вхожу в журнал"),
    ],
)
def test_what_an_author_says_is_answered_first(words, sentence):
    assert INDEX.search(words).entries[0].sentence == sentence


@pytest.mark.parametrize("words", ["выйти", "выйти из аккаунта"])
def test_caption_is_answered_with_the_way_to_press_it(words, capsys):
    assert main(words.split()) == 0
    assert "Нажать надпись: нажимаю «Выйти»" in capsys.readouterr().out


def test_programs_get_everything_that_was_found(capsys):
    found = INDEX.search("вход").entries
    assert main(["вход", "--format", "json"]) == 0
    assert len(found) == len(json.loads(capsys.readouterr().out)) > 10


def test_word_that_no_sentence_has_is_answered_with_the_nearest(capsys):
    assert main(["кнобка"]) == 1
    assert "Может быть: кнопка?" in capsys.readouterr().out
