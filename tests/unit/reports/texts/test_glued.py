"""What documents glue together or tear apart is read as a person reads it, in every format."""

from pathlib import Path

import docx
import pytest

from reports.texts.document import BlockKind as Kind
from reports.texts.document import Document
from reports.texts.kinds import Forks, SentenceKind, kind_of
from reports.texts.plain import read_text
from reports.texts.reading import read_document

STEPS = ["Откройте сайт", "Нажмите «Вход»", "Введите логин", "Введите пароль", "Нажмите «Готово»"]


def texts(document: Document) -> list[str]:
    return [sentence.text for sentence in document.sentences]


def actions(document: Document) -> list[str]:
    return [each.text for each in document.sentences if kind_of(each) is SentenceKind.ASKS]


def written(path: Path, rows: list[tuple[str, str]]) -> Path:
    if path.suffix == ".docx":
        document = docx.Document()
        table = document.add_table(rows=len(rows), cols=2)
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
        document.save(path)
        return path
    form = {
        ".html": ("<table>{}</table>", "<tr><td>{}</td><td>{}</td></tr>"),
        ".md": ("{}", "| {} | {} |\n"),
        ".txt": ("{}", "{} | {}\n"),
        ".tab.txt": ("{}", "{}\t{}\n"),
    }["".join(path.suffixes)]
    lines = [form[1].format(*row) for row in rows]
    if path.suffix == ".md":
        lines.insert(1, "|---|---|\n")
    path.write_text(form[0].format("".join(lines)), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["a.docx", "a.html", "a.md", "a.txt", "a.tab.txt"])
def test_table_of_steps_gives_each_action_alone(tmp_path, name):
    rows = [("Шаг", "Действие"), *((str(at), step) for at, step in enumerate(STEPS, 1))]
    document = read_document(written(tmp_path / name, rows))
    assert actions(document) == STEPS
    assert {block.column for block in document.blocks if block.text in STEPS} == {"Действие"}


@pytest.mark.parametrize("name", ["a.docx", "a.html", "a.txt"])
def test_first_row_that_asks_names_no_column(tmp_path, name):
    document = read_document(written(tmp_path / name, [("1", STEPS[0]), ("2", STEPS[1])]))
    assert actions(document) == STEPS[:2]
    assert Kind.COLUMN not in [block.kind for block in document.blocks]


def test_lone_bar_is_no_table():
    assert texts(read_text("Чаты | Сферум\n\nОткройте их.")) == ["Чаты | Сферум", "Откройте их."]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Вход в дневник1. Откройте сайт", ["Вход в дневник", "Откройте сайт"]),
        ("ВХОД В VK ID1. Откройте сайт", ["ВХОД В VK ID", "Откройте сайт"]),
        (
            "1. Откройте сайт 2. Нажмите «Вход» 3. Введите код",
            ["Откройте сайт", "Нажмите «Вход»", "Введите код"],
        ),
        ("1. Ждите до 5. Мая", ["Ждите до 5.", "Мая"]),
        ("Настройки → «Чаты»\nНажмите «Вход»", ["Настройки → «Чаты»", "Нажмите «Вход»"]),
        ("Введите код\nнажмите «Вход»", ["Введите код", "нажмите «Вход»"]),
        ("Вход у них один\n— VK ID.", ["Вход у них один — VK ID."]),
        ("Нажмите на кнопку\n\n7\n\n«Вход» справа.", ["Нажмите на кнопку «Вход» справа.", "7"]),
        ("— телефон\n— почта\n— VK ID", ["телефон", "почта", "VK ID"]),
        ("Введите код и\nнажмите «Вход»", ["Введите код и нажмите «Вход»"]),
        ("Найдите «Чаты». Смело\nнажмите их.", ["Найдите «Чаты».", "Смело нажмите их."]),
        ("После этого\nнажмите «Вход»", ["После этого нажмите «Вход»"]),
        ("Нажмите «Готово или\nВведите код»", ["Нажмите «Готово или Введите код»"]),
    ],
)
def test_lines_are_parted_where_another_thing_is_asked(text, parts):
    assert texts(read_text(text)) == parts


def test_list_keeps_its_condition_over_what_was_set_between():
    document = read_text(
        "Если код не пришёл:\n\nРис. 1. Окно\n\n3\n\n- ждите минуту\n- запросите его снова\n\nГотово."
    )
    forks = Forks()
    found = {sentence.text: forks.fork_of(sentence) for sentence in document.sentences}
    assert found["ждите минуту"] == found["запросите его снова"] == "если код не пришёл (1)"
    assert found["Готово."] == ""


def test_arrows_and_mixed_alphabets_ask():
    chain, latin = read_text("Настройки → Сервисы → «Чаты»\n\nHажмите «Сохpанить».").sentences
    assert kind_of(chain) is kind_of(latin) is SentenceKind.ASKS
    assert latin.labels[0].mended == "Сохранить"


def test_control_of_a_page_is_a_label(tmp_path):
    (tmp_path / "a.html").write_text("<p>Нажмите <button>Вход</button> справа.</p>", encoding="utf-8")
    (sentence,) = read_document(tmp_path / "a.html").sentences
    assert [label.text for label in sentence.labels] == ["Вход"]
