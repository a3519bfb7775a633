"""Sound features in the styles of other houses: the same scenarios, indented, quoted and laid out otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

NAMES = ("Мария", "Олег", "Жанна", "Пётр", "Ульяна")
WHOLE = """\
{language}@perm @учитель
{feature}: Рабочий стол, {number}

{i}Учитель работает здесь каждый день.

{i}@критично
{i}{scenario}: {name} входит в журнал
{i}{i}{given} учитель на рабочем столе
{i}{i}{when} нажимаю {open}Войти{close}
{i}{i}{and_} жду {open}Рабочий стол{close}
{i}{i}{then} вижу {open}Рабочий стол{close}
{i}{i}{but} вижу кнопки:
{table}
{i}@важно
{i}Структура сценария: {name} нажимает разное
{i}{i}{when} нажимаю {open}<кнопка>{close}
{i}{i}{star} жду {open}<надпись>{close}
{i}{i}{then} вижу {open}<надпись>{close}

{i}{i}Примеры: утром
{first}
{i}{i}Примеры: вечером
{second}
{i}Правило: Гость тоже входит

{i}{i}@прочее
{i}{i}{example}: {name} приходит в гости
{i}{i}{i}{when} нажимаю {open}Войти{close}
{i}{i}{i}{then} вижу {open}Рабочий стол{close}
"""
INDENTS = ("  ", "    ", "\t", "   ")
QUOTES = (("«", "»"), ("“", "”"))
ENDS = ("\n", "\r\n")
PLACES = ("feature", "scenario", "example", "given", "when", "then", "and_", "but", "star")
WORDS = (
    ("Функция", "Сценарий", "Пример", "Дано", "Когда", "Тогда", "И", "Но", "*"),
    ("Функционал", "Пример", "Сценарий", "Допустим", "Если", "То", "Также", "А", "И"),
    ("Функциональность", "Сценарий", "Сценарий", "Пусть", "Когда", "Затем", "К тому же", "Иначе", "*"),
    ("Фича", "Сценарий", "Пример", "Дано", "Когда", "Тогда", "*", "*", "*"),
)
TABLES = ("aligned", "close", "tight")


def features() -> Iterator[str]:
    """Yield every style, each time with another name."""
    styles = product(INDENTS, QUOTES, ENDS, WORDS, TABLES, ("# language: ru\n", ""))
    for number, (indent, (opening, closing), end, words, table, language) in enumerate(styles):
        text = WHOLE.format(
            i=indent,
            open=opening,
            close=closing,
            number=number,
            name=NAMES[number % len(NAMES)],
            language=language,
            table=rows(indent * 3, table, ("Мои классы",), ("Выйти",)),
            first=rows(indent * 3, table, ("кнопка", "надпись"), ("Войти", "Рабочий стол")),
            second=rows(indent * 3, table, ("кнопка", "надпись"), ("Выйти", "До свидания")),
            **dict(zip(PLACES, words, strict=True)),
        )
        yield text.replace("\n", end)


def rows(indent: str, style: str, *table: tuple[str, ...]) -> str:
    """Lay a table out: bars under each other, or as close as can be, with a blank or without."""
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    pad = "" if style == "tight" else " "
    lines = []
    for row in table:
        cells = [
            cell.ljust(width) if style == "aligned" else cell for cell, width in zip(row, widths, strict=True)
        ]
        lines.append(f"{indent}|" + "|".join(f"{pad}{cell}{pad}" for cell in cells) + "|\n")
    return "".join(lines)
