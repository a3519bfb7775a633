"""The command: what it prints, writes and ends with; the comments are read by a second library."""

import zipfile
from pathlib import Path

import docx
import mammoth
import pytest

from fixtures.environment.arguments import ArgumentParser
from reports.record.clauses import load_instructions
from reports.record.facts import ScreenSeen
from reports.record.stored import read_record
from reports.review import reviewing
from reports.review.captions import Captions
from reports.review.command import main
from tests.bench.synthetic_run import write_run

TEXT = [
    "Откройте сайт https://school.permkrai.ru и нажмите «Вход для сотрудников».",
    "Введите свои логин и пароль и нажмите «Вход».",
    "Начните привязку: нажмите «Привязать учебный профиль VK ID».",
    "Завуч хранит справки в сейфе.",
]


def called(tmp_path: Path, file: Path, *keys: str) -> int:
    return main([str(file), "--as", "perm", "--out", str(tmp_path / "pages"), *keys], ArgumentParser)


@pytest.fixture
def run_folder(tmp_path) -> Path:
    folder = tmp_path / "run"
    folder.mkdir()
    write_run(folder, {"perm": load_instructions()["perm"]}, 1)
    return folder


@pytest.fixture
def word(tmp_path) -> Path:
    document = docx.Document()
    document.add_heading("Памятка", 1)
    document.add_paragraph(f"{TEXT[0]} {TEXT[1]}", style="List Number")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "3.", TEXT[2]
    document.add_paragraph(TEXT[3]).runs[0].bold = True
    document.save(tmp_path / "памятка.docx")
    return tmp_path / "памятка.docx"


def test_account_adds_up_and_page_shows_the_document(tmp_path, word, run_folder, capsys):
    assert called(tmp_path, word, "--run", str(run_folder)) == 1
    told = capsys.readouterr().out
    assert (
        "Фраз 5: узнаны 3 (слово в слово 0, другими словами 2, изменено 1), новых 1, не о поведении 1" in told
    )
    assert "было «Войти», стало «Вход»" in told
    page = (tmp_path / "pages/памятка.html").read_text(encoding="utf-8")
    assert all(text in page for text in TEXT)
    assert "http://" not in page.replace("http://www.w3.org", "")
    assert 'src="' not in page


def test_comments_stand_at_their_sentences_and_nothing_else_changes(tmp_path, word, capsys):
    to = tmp_path / "с примечаниями.docx"
    before = word.read_bytes()
    assert called(tmp_path, word, "--docx", str(to)) == 1
    assert word.read_bytes() == before
    with to.open("rb") as file:
        read = mammoth.convert_to_html(file, style_map="comment-reference => sup").value
    assert read.count("<sup>") == 2
    paragraph, _, rest = read.partition("<table>")
    assert "<sup>" in paragraph
    assert "было «Войти», стало «Вход»" in rest  # the texts of comments stand at the end
    texts = ["".join(each.text for each in docx.Document(str(path)).paragraphs) for path in (word, to)]
    assert texts[0] == texts[1]
    assert differing(word, to) <= {
        "word/document.xml",
        "word/comments.xml",
        "word/_rels/document.xml.rels",
        "[Content_Types].xml",
    }
    assert "в нём 2 примечания" in capsys.readouterr().out


def differing(one: Path, other: Path) -> set[str]:
    with zipfile.ZipFile(one) as before, zipfile.ZipFile(other) as after:
        names = set(before.namelist()) | set(after.namelist())
        both = set(before.namelist()) & set(after.namelist())
        return {name for name in names if name not in both or before.read(name) != after.read(name)}


@pytest.mark.parametrize(
    ("keys", "told"),
    [(("--docx", "b.docx"), "только в .docx"), (("--as", "nowhere"), "есть: ")],
)
def test_what_cannot_be_is_refused(tmp_path, capsys, keys, told):
    (tmp_path / "a.txt").write_text(TEXT[0], encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        called(tmp_path, tmp_path / "a.txt", *keys)
    assert ended.value.code == 64
    assert told in capsys.readouterr().err


def test_unreadable_document_is_2(tmp_path, capsys):
    assert called(tmp_path, tmp_path / "no.docx") == 2
    assert "такого файла нет" in capsys.readouterr().err


def test_lost_sentence_is_an_error_in_russian(tmp_path, capsys, monkeypatch):
    (tmp_path / "a.txt").write_text("\n\n".join(TEXT), encoding="utf-8")
    rows = reviewing._rows
    monkeypatch.setattr(reviewing, "_rows", lambda *told: list(rows(*told))[:-1])
    assert called(tmp_path, tmp_path / "a.txt") == 2
    assert "фраз в документе 4, а разобрано 3" in capsys.readouterr().err


def test_label_on_no_screen_is_told_with_the_nearest(run_folder):
    run = read_record(run_folder)
    assert any(run.scenarios[0].facts(ScreenSeen))
    captions = Captions(run)
    known = next(iter(captions._screens))
    assert captions.unseen([known]) == ()
    (unseen,) = captions.unseen([f"{known}ъ"])
    assert unseen.nearest == known
    assert str(unseen).startswith(f"надписи «{known}ъ» нет ни на одном экране прогона, ближе всех «{known}»")
