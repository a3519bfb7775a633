"""Texts as people really set them: nothing is lost, nothing glued, and each line is what it is."""

import pytest

from reports.texts.document import BlockKind as Kind
from reports.texts.plain import read_text


def blocks(text: str) -> list[tuple[Kind, str]]:
    return [(block.kind, block.text) for block in read_text(text).blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Вход\nОткройте", [(Kind.HEADING, "Вход"), (Kind.PARAGRAPH, "Откройте")]),
        ("Вход\n====\nОткройте", [(Kind.HEADING, "Вход"), (Kind.PARAGRAPH, "Откройте")]),
        ("ВХОД В ЖУРНАЛ\nОткройте", [(Kind.HEADING, "ВХОД В ЖУРНАЛ"), (Kind.PARAGRAPH, "Откройте")]),
        ("Вариант 2\nОткройте", [(Kind.HEADING, "Вариант 2"), (Kind.PARAGRAPH, "Откройте")]),
        ("II. Вход\nОткройте", [(Kind.HEADING, "II. Вход"), (Kind.PARAGRAPH, "Откройте")]),
        ("Вход1. Откройте", [(Kind.PARAGRAPH, "Вход"), (Kind.ITEM, "Откройте")]),
        ("а) откройте;\nб) нажмите", [(Kind.ITEM, "откройте;"), (Kind.ITEM, "нажмите")]),
        ("👉 Откройте\n✅ Готово", [(Kind.ITEM, "Откройте"), (Kind.ITEM, "Готово")]),
        ("* Откройте\n– Нажмите", [(Kind.ITEM, "Откройте"), (Kind.ITEM, "Нажмите")]),
        ("Рис. 3. Окно\nДалее", [(Kind.CAPTION, "Окно"), (Kind.PARAGRAPH, "Далее")]),
        ("Рис. 3. Окно\nдля входа", [(Kind.CAPTION, "Окно для входа")]),
        ("Начните пере-\nход сейчас", [(Kind.PARAGRAPH, "Начните переход сейчас")]),
        ("Введите какой-\nто код", [(Kind.PARAGRAPH, "Введите какой-то код")]),
        ("Введите код из SMS-\nсообщения", [(Kind.PARAGRAPH, "Введите код из SMS- сообщения")]),
        ("1.1. Откройте\n1.2 Нажмите", [(Kind.ITEM, "Откройте"), (Kind.ITEM, "Нажмите")]),
        ("9.Откройте\n10.Нажмите", [(Kind.ITEM, "Откройте"), (Kind.ITEM, "Нажмите")]),
        ("13.«Вход» 14.Проверьте", [(Kind.ITEM, "«Вход»"), (Kind.ITEM, "Проверьте")]),
        ("115)Откройте", [(Kind.ITEM, "Откройте")]),
        ("\uf0b7 Откройте\n\uf0a7Нажмите", [(Kind.ITEM, "Откройте"), (Kind.ITEM, "Нажмите")]),
        ("Шаг 2: Откройте", [(Kind.ITEM, "Откройте")]),
        ("VK ID\n— это вход", [(Kind.PARAGRAPH, "VK ID — это вход")]),
        ("Нужно:\n— войти", [(Kind.PARAGRAPH, "Нужно:"), (Kind.ITEM, "войти")]),
        (
            "Открыть\n\nСтр. 3 из 7\n\nДалее",
            [(Kind.PARAGRAPH, "Открыть"), (Kind.PAGE, "Стр. 3 из 7"), (Kind.PARAGRAPH, "Далее")],
        ),
    ],
)
def test_line_is_what_it_is(text, expected):
    assert blocks(text) == expected


def test_page_number_does_not_break_a_sentence():
    assert blocks("Откройте\n\n7\n\nформу входа.") == [
        (Kind.PARAGRAPH, "Откройте форму входа."),
        (Kind.PAGE, "7"),
    ]


def test_page_number_between_sentences_parts_them():
    assert blocks("Откройте.\n- 7 -\nНажмите.") == [
        (Kind.PARAGRAPH, "Откройте."),
        (Kind.PAGE, "- 7 -"),
        (Kind.PARAGRAPH, "Нажмите."),
    ]


def test_rows_of_a_table_are_cells_with_their_columns():
    cells = read_text("| Шаг | Действие |\n|---|---|\n| 1 | Откройте. Нажмите |").blocks
    assert [(cell.kind, cell.column, cell.text) for cell in cells] == [
        (Kind.COLUMN, "", "Шаг"),
        (Kind.COLUMN, "", "Действие"),
        (Kind.CELL, "Шаг", "1"),
        (Kind.CELL, "Действие", "Откройте. Нажмите"),
    ]


def test_bars_in_a_line_of_text_are_no_table():
    assert blocks("Домой | Помощь | Вход") == [(Kind.PARAGRAPH, "Домой | Помощь | Вход")]


def test_slides_number_what_stands_on_them():
    document = read_text("Слайд 1\nОткройте\n\nСлайд 2\nНажмите")
    assert [block.place.page for block in document.blocks] == [1, 1, 2, 2]


def test_places_are_told_in_russian():
    assert str(read_text("\nОткройте").blocks[0].place) == "строка 2"


UGLY = """ВАРИАНТ 1
Вход1. Откройте «Журнал». Потом
нажмите "Войти"

7

и ждите.
| Шаг | Действие |
| 1 | Ввести код |
Если кода нет:
👉 подождите → «Ещё раз»
Рисунок 2 — Окно “Код”
"""


def test_no_word_of_a_document_is_lost():
    said = " ".join(sentence.text for sentence in read_text(UGLY).sentences).split()
    marks = {"1.", "|", "👉", "Рисунок", "2", "—", "Вход1."}
    lost = [word for word in UGLY.split() if word not in said and word not in marks]
    assert lost == []
    assert "Вход" in said
