"""A report keeps the sentences it was made with, so that the next one can say what a changed sentence said."""

from pathlib import Path

from reports.instructions.remembered import NAME, remember, remembered
from reports.instructions.sources import Comparison
from reports.record.folder import REPORT
from reports.texts.reading import read_document


def comparison(folder: Path, text: str) -> Comparison:
    path = folder / "source.txt"
    path.write_text(text, encoding="utf-8")
    return Comparison({}, (), {}, read_document(path).sentences)


def test_sentences_of_all_reports_are_kept(tmp_path: Path) -> None:
    remember(tmp_path, [comparison(tmp_path, "Нажмите «Войти».")], {})
    remember(tmp_path, [comparison(tmp_path, "Нажмите «Вход».")], remembered(tmp_path))
    assert [text.rstrip(".") for text in remembered(tmp_path).values()] == [
        "Нажмите «Войти»",
        "Нажмите «Вход»",
    ]


def test_without_a_report_or_with_a_broken_one_nothing_is_known(tmp_path: Path) -> None:
    assert remembered(tmp_path) == {}
    (tmp_path / REPORT).mkdir()
    (tmp_path / REPORT / NAME).write_text("[1", encoding="utf-8")
    assert remembered(tmp_path) == {}
