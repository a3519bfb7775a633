"""Explains in Russian why a feature file could not be read: its encoding, or what the parser stumbled over."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gherkin.errors import NoSuchLanguageException, ParserException, UnexpectedEOFException

from steps.language.keywords import SECTIONS, english_keyword, in_russian_words, lost_keyword, restored, slip
from steps.language.problem import Problem

LANGUAGE_LINE = re.compile(r"^\s*#\s*language\s*:\s*(\S*)", re.IGNORECASE)
AT_MOST = 20  # causes of one file: whoever has more mends these first


@dataclass(frozen=True)
class Cause:
    """Why the parser stumbled, and the text without it: what is still wrong then is wrong by itself."""

    line: int
    reason: str
    without: tuple[str, ...] | None

    def problem(self, uri: str) -> Problem:
        """Tell of it."""
        return Problem("broken_file", uri, self.line, f"файл не разобран: {self.reason}")


def wrong_encoding(raw: bytes, error: UnicodeDecodeError, uri: str) -> Problem:
    """Say in which encoding the file seems to be and how to save it."""
    line = raw.count(b"\n", 0, error.start) + 1
    seems = "UTF-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "windows-1251 (cp1251)"
    message = f"файл не в UTF-8, похоже на {seems}. Сохраните его в кодировке UTF-8."
    return Problem("encoding", uri, line, message)


def causes(source: str, uri: str, first_error: Callable[[str], ParserException | None]) -> list[Problem]:
    """Return what is wrong with a text that cannot be parsed: each cause once, without what follows from it."""
    lines: tuple[str, ...] | None = tuple(source.split("\n"))
    problems: list[Problem] = []
    while lines is not None and len(problems) < AT_MOST and (error := first_error("\n".join(lines))):
        cause = _cause(error, lines)
        problems.append(cause.problem(uri))
        lines = cause.without if cause.without != lines else None
    return sorted(problems, key=lambda problem: problem.line)


def _cause(error: ParserException, lines: Sequence[str]) -> Cause:
    number = min(max(int(error.location["line"]), 1), len(lines))
    text = lines[number - 1].strip()
    declared = _declared_language(lines)
    if declared and declared[1] != "ru" and not english_keyword(text):
        told = f"в строке «{lines[declared[0] - 1].strip()}» назван другой язык. Напишите «# language: ru»."
        return Cause(declared[0], told, _with(lines, declared[0], "# language: ru"))
    if english := english_keyword(text):
        return _english(number, english, lines)
    if isinstance(error, UnexpectedEOFException):
        return Cause(number, _reason(error, text), None)
    if text.startswith(tuple(f"{word}:" for word in SECTIONS)):
        return Cause(number, f"перед «{text}» нет строки «Функция: …». Напишите её в начале файла.", None)
    meant = lost_keyword(text)
    return Cause(number, _reason(error, text), _with(lines, number, restored(text, meant) if meant else ""))


def _english(number: int, keywords: tuple[str, str], lines: Sequence[str]) -> Cause:
    """All English keywords of a file are one cause."""
    english, russian = keywords
    others = sum(english_keyword(line.strip()) is not None for line in lines) - 1
    more = f" В файле таких строк ещё {others}." if others else ""
    told = f"слово «{english.strip()}» английское. Пишите по-русски: «{russian.strip()}».{more}"
    return Cause(number, told, tuple(in_russian_words(line) for line in lines))


def _declared_language(lines: Sequence[str]) -> tuple[int, str] | None:
    for number, line in enumerate(lines, start=1):
        if found := LANGUAGE_LINE.match(line):
            return number, found[1].casefold()
        if line.strip() and not line.strip().startswith("#"):
            return None
    return None


def _with(lines: Sequence[str], number: int, text: str) -> tuple[str, ...]:
    """The lines with another one in this place; with nothing for a row, nothing for the whole table either."""
    end = number
    if not text and lines[number - 1].lstrip().startswith("|"):
        while end < len(lines) and lines[end].lstrip().startswith("|"):
            end += 1
    return (*lines[: number - 1], text, *([""] * (end - number)), *lines[end:])


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
        return f"строка «{text}» не понята. Похоже, это «{meant}» {slip(text, meant)}."
    if re.match(r"\|", text):
        return f"таблица не на месте: «{text}». Она бывает после шага и после «Примеры:»."
    return f"строка «{text}» не понята. Здесь ждут шаг, таблицу, тег или слово «Сценарий:»."
