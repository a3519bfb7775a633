"""Explains in Russian why a feature file could not be read: its encoding, or what the parser stumbled over."""

from __future__ import annotations

import re

from gherkin.errors import NoSuchLanguageException, ParserException, UnexpectedEOFException

from steps.language.keywords import lost_keyword
from steps.language.problem import Problem


def wrong_encoding(raw: bytes, error: UnicodeDecodeError, uri: str) -> Problem:
    """Say in which encoding the file seems to be and how to save it."""
    line = raw.count(b"\n", 0, error.start) + 1
    seems = "UTF-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "windows-1251 (cp1251)"
    message = f"файл не в UTF-8, похоже на {seems}. Сохраните его в кодировке UTF-8."
    return Problem("encoding", uri, line, message)


def explain(error: ParserException, source: str, uri: str) -> Problem:
    """Turn a parser's error into a problem with the line it is on and a word on what to do."""
    line = int(error.location["line"])
    lines = source.splitlines()
    text = lines[line - 1].strip() if 0 < line <= len(lines) else ""
    return Problem("broken_file", uri, line, f"файл не разобран: {_reason(error, text)}")


def _reason(error: ParserException, text: str) -> str:
    if isinstance(error, NoSuchLanguageException):
        return f"неизвестный язык в строке «{text}». Напишите «# language: ru»."
    if isinstance(error, UnexpectedEOFException):
        return "файл обрывается: после этого места чего-то не хватает (сценария после тегов, конца текста в кавычках)."
    if "inconsistent cell count" in str(error):
        return "в строках таблицы разное число ячеек. Сверьте черты «|»."
    if "whitespace" in str(error):
        return f"в теге пробел: «{text}». Пишите слова тега через дефис, а теги через пробел: @один @другой."
    if meant := lost_keyword(text):
        return f"строка «{text}» не понята. Похоже, это «{meant}» с опечаткой."
    if re.match(r"\|", text):
        return f"таблица не на месте: «{text}». Она бывает после шага и после «Примеры:»."
    return f"строка «{text}» не понята. Здесь ждут шаг, таблицу, тег или слово «Сценарий:»."
