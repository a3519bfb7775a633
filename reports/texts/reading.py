"""Reads a document of any format that people keep instructions in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from zipfile import BadZipFile

from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import PdfminerException

from reports.texts.document import Document
from reports.texts.html import read_html
from reports.texts.markdown import read_markdown
from reports.texts.pdf import read_pdf
from reports.texts.plain import read_text
from reports.texts.word import read_word

OF_TEXT: dict[str, Callable[[str, str], Document]] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
}
MEANINGS: dict[type[OSError], str] = {
    FileNotFoundError: "такого файла нет. Проверьте имя и папку",
    NotADirectoryError: "такого файла нет. Проверьте имя и папку",
    PermissionError: "нет прав его прочесть",
}
OF_FILE: dict[str, Callable[[Path], Document]] = {".docx": read_word, ".pdf": read_pdf}


class DocumentUnreadable(ValueError):
    """A document cannot be read; the message is Russian, names the file and says what to do."""


def read_document(path: Path) -> Document:
    """Read a document, its format by the end of its name; raises DocumentUnreadable."""
    if path.is_dir():
        raise DocumentUnreadable(f"{path.name or path}: это папка. Назовите файл в ней.")
    ending = path.suffix.lower()
    if ending not in OF_TEXT and ending not in OF_FILE:
        known = ", ".join((*OF_TEXT, *OF_FILE))
        raise DocumentUnreadable(f"{path.name}: такие файлы не читаем. Сохраните документ как {known}.")
    try:
        document = OF_FILE[ending](path) if ending in OF_FILE else _of_text(path, OF_TEXT[ending])
    except OSError as error:
        meaning = MEANINGS.get(type(error), "файл не открыть: диск или сеть не отвечает")
        raise DocumentUnreadable(f"{path.name}: {meaning}.") from error
    except (BadZipFile, KeyError, PdfminerException, PDFException) as error:
        raise DocumentUnreadable(f"{path.name}: файл повреждён или назван не своим форматом.") from error
    if not document.blocks:
        raise DocumentUnreadable(f"{path.name}: текста в файле нет. Если это снимок страницы, наберите его.")
    return document


def _of_text(path: Path, read: Callable[[str, str], Document]) -> Document:
    try:
        return read(path.read_text(encoding="utf-8-sig"), path.name)
    except UnicodeDecodeError as error:
        raise DocumentUnreadable(
            f"{path.name}: нужен текст в UTF-8. Сохраните файл в этой кодировке."
        ) from error
