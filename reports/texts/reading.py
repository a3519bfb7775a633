"""Reads a document of any format that people keep instructions in."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from zipfile import BadZipFile

from reports.texts.document import Document

# The reader of each ending, as module and function: what reads a format takes its time to load, and few are read.
OF_TEXT = {
    ".txt": ("plain", "read_text"),
    ".md": ("markdown", "read_markdown"),
    ".html": ("html", "read_html"),
    ".htm": ("html", "read_html"),
}
MEANINGS: dict[type[OSError], str] = {
    FileNotFoundError: "такого файла нет. Проверьте имя и папку",
    NotADirectoryError: "такого файла нет. Проверьте имя и папку",
    PermissionError: "нет прав его прочесть",
}
OF_FILE = {".docx": ("word", "read_word"), ".pdf": ("pdf", "read_pdf")}


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
        document = _reader(ending)(path) if ending in OF_FILE else _of_text(path, _reader(ending))
    except OSError as error:
        meaning = MEANINGS.get(type(error), "файл не открыть: диск или сеть не отвечает")
        raise DocumentUnreadable(f"{path.name}: {meaning}.") from error
    except Exception as error:
        if not isinstance(error, (BadZipFile, KeyError, *_complaints_of(ending))):
            raise
        raise DocumentUnreadable(f"{path.name}: файл повреждён или назван не своим форматом.") from error
    if not document.blocks:
        raise DocumentUnreadable(f"{path.name}: текста в файле нет. Если это снимок страницы, наберите его.")
    return document


def _reader(ending: str) -> Callable[..., Document]:
    module, function = (OF_TEXT | OF_FILE)[ending]
    reader: Callable[..., Document] = getattr(import_module(f"reports.texts.{module}"), function)
    return reader


def _complaints_of(ending: str) -> tuple[type[Exception], ...]:
    """What a reader raises of a damaged file besides the usual; asked for only when something was raised."""
    if ending != ".pdf":
        return ()
    from pdfminer.pdfexceptions import PDFException
    from pdfplumber.utils.exceptions import PdfminerException

    return PdfminerException, PDFException


def _of_text(path: Path, read: Callable[[str, str], Document]) -> Document:
    try:
        return read(path.read_text(encoding="utf-8-sig"), path.name)
    except UnicodeDecodeError as error:
        raise DocumentUnreadable(
            f"{path.name}: нужен текст в UTF-8. Сохраните файл в этой кодировке."
        ) from error
