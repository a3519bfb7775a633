"""One instruction in every format gives the same sentences; what cannot be read is refused in Russian."""

from pathlib import Path

import pytest
from docx import Document as WordDocument

from reports.texts.document import BlockKind as Kind
from reports.texts.document import Document
from reports.texts.reading import DocumentUnreadable, read_document

SENTENCES = [
    "Привязка дневника",
    "Нажмите «Вход».",
    "Потом введите код.",
    "Шаг",
    "Действие",
    "1",
    "Выберите “Чаты”",
    "Готово.",
]
MARKDOWN = """# Привязка дневника

1. Нажмите **«Вход»**. Потом
   введите код.

| Шаг | Действие |
|-----|----------|
| 1 | Выберите “Чаты” |

Готово.
"""
HTML = """<style>p {color: red}</style><h1>Привязка&nbsp;дневника</h1><ol><li>Нажмите <b>«Вход»</b>.
Потом <i>введите</i> код.</li></ol><!-- забыли --><table><tr><th>Шаг</th><th>Действие</th></tr>
<tr><td>1</td><td>Выберите “Чаты”</td></tr></table><p>Готово.</p><script>alert("Нажмите")</script>"""


def written(tmp_path: Path, name: str, text: str) -> Document:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_document(path)


def word_file(path: Path) -> Path:
    document = WordDocument()
    document.add_heading("Привязка дневника", 1)
    document.add_paragraph("Нажмите «Вход». Потом введите код.", style="List Number")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip((c for r in table.rows for c in r.cells), SENTENCES[3:7], strict=True):
        cell.text = text
    document.add_paragraph("Готово.")
    document.save(path)
    return path


def texts(document: Document) -> list[str]:
    return [sentence.text for sentence in document.sentences]


@pytest.mark.parametrize(
    ("name", "text"), [("a.md", MARKDOWN), ("a.html", HTML), ("a.txt", MARKDOWN), ("A.HTM", HTML)]
)
def test_text_formats_give_the_same_sentences(tmp_path, name, text):
    assert texts(written(tmp_path, name, text)) == SENTENCES


def test_word_gives_the_same_sentences(tmp_path):
    document = read_document(word_file(tmp_path / "a.docx"))
    assert texts(document) == SENTENCES
    assert [block.kind for block in document.blocks] == [
        *(Kind.HEADING, Kind.ITEM, Kind.COLUMN, Kind.COLUMN, Kind.CELL, Kind.CELL, Kind.PARAGRAPH)
    ]
    assert document.blocks[-2].column == "Действие"


def test_lines_are_those_of_the_file(tmp_path):
    lines = {block.text: block.place.line for block in written(tmp_path, "a.md", MARKDOWN).blocks}
    assert lines["Привязка дневника"] == 1
    assert lines["Готово."] == MARKDOWN.splitlines().index("Готово.") + 1


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.doc", b"", "такие файлы не читаем. Сохраните документ как .txt"),
        ("a.txt", "Вход".encode("cp1251"), "нужен текст в UTF-8"),
        ("a.txt", b" \n", "текста в файле нет"),
        ("a.docx", b"no archive", "повреждён"),
        ("a.pdf", b"no pages", "повреждён"),
    ],
)
def test_unreadable_is_refused(tmp_path, name, content, told):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(DocumentUnreadable, match=told):
        read_document(path)


def test_missing_file_is_refused(tmp_path):
    with pytest.raises(DocumentUnreadable, match=r"no\.docx: такого файла нет"):
        read_document(tmp_path / "no.docx")


def test_folder_is_refused(tmp_path):
    with pytest.raises(DocumentUnreadable, match="это папка"):
        read_document(tmp_path)


@pytest.mark.parametrize(
    ("error", "told"), [(PermissionError(13, "no"), "нет прав"), (OSError(5, "no"), "файл не открыть")]
)
def test_file_that_does_not_open_is_told_in_russian(tmp_path, monkeypatch, error, told):
    def refused(*_: object, **__: object) -> str:
        raise error

    monkeypatch.setattr(Path, "read_text", refused)
    with pytest.raises(DocumentUnreadable, match=told) as caught:
        read_document(tmp_path / "a.txt")
    assert "no" not in str(caught.value)


BOLD = "Откройте **Чаты**. Чаты покажут всё. **Нажмите** на **Далее.** Потом «Войти» и **Ещё**. **Важно:** Готово."


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.docx"])
def test_bold_captions_are_labels_where_nothing_is_quoted(tmp_path, name):
    path = tmp_path / name
    if name.endswith(".docx"):
        document = WordDocument()
        paragraph = document.add_paragraph()
        for at, part in enumerate(BOLD.split("**")):
            paragraph.add_run(part).bold = at % 2 == 1
        document.save(path)
    else:
        html = "".join(f"<b>{part}</b>" if at % 2 else part for at, part in enumerate(BOLD.split("**")))
        path.write_text(BOLD if name.endswith(".md") else html, encoding="utf-8")
    sentences = read_document(path).sentences
    assert [[label.text for label in each.labels] for each in sentences] == [
        ["Чаты"],
        [],
        ["Далее"],
        ["Войти"],
        [],
    ]
    assert sentences[0].text == "Откройте Чаты."
    assert sentences[0].quoted == "Откройте «Чаты»."
