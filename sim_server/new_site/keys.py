"""Every key of `site.toml`, as a page for whoever describes a region: made of the tables that read the file."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from sim_server.domain.sign_ins import Situation
from sim_server.journal.site_tables import JournalSite
from sim_server.toml_file import Table
from sim_server.vk_id.clients import own_words
from sim_server.vk_id.sign_in import Screens, sign_in_screens
from sim_server.words import Kind

TITLE = """\
# Ключи site.toml

Всё, что можно сказать о журнале области без программирования. Эта страница сделана командой
`python3 svyazka.py new-site --keys > docs/site-file.md` из самой «Связки», руками её не правят.

Журнал лежит в папке `sim_server/sites/ИМЯ/`; завести его: `python3 svyazka.py new-site ИМЯ`. Ошибки в файле назовёт
`python3 svyazka.py doctor`: одна строка — одна ошибка, с ключом и с тем, что на его месте бывает.

`like = "ИМЯ"` в начале файла берёт всё у другого журнала: тогда пишут только то, чем этот отличается. Двойные скобки,
`[[faces]]`, начинают очередной пункт списка. Ключ внутри списка называют по номеру с нуля: `faces.0.host`.
"""
CASES = {
    Situation.WITH_PROFILE: "VK ID и учебный профиль есть, браузер человека не знает",
    Situation.WITH_VK_ID: "VK ID есть, учебного профиля нет",
    Situation.WITHOUT_VK_ID: "VK ID нет",
    Situation.REMEMBERED_WITH_PROFILE: "браузер помнит VK ID, у которого есть учебный профиль",
    Situation.REMEMBERED_WITHOUT_PROFILE: "браузер помнит VK ID без учебного профиля",
}
ORDER = """\
Порядок любой, лишь бы экрану было что показать. До `phone` ещё неизвестно, чей это VK ID, поэтому начало у трёх
первых случаев одно: там могут стоять `consent` и `profile_data`. Где есть `phone`, нужен и код: `code` или, после
`password`, `code_instead` — код вместо пароля, если его нет или он забыт.
"""


def page(screens: Screens | None = None) -> str:
    """The whole page; `screens` are those that VK ID has."""
    known = screens or sign_in_screens()
    parts = [TITLE, *_tables("", JournalSite, ""), *_journeys(known), *_words(known)]
    return "\n".join(part.rstrip() + "\n" for part in parts)


def _tables(place: str, table: type[Table], brackets: str) -> Iterator[str]:
    """The table, and after it those inside it, from outside in."""
    heading = brackets.format(place) if place else "Вне таблиц"
    yield f"## {heading}" if not place else f"## `{heading}`"
    yield _about(table)
    yield "| ключ | что писать | если не писать | что это |\n|---|---|---|---|\n" + "\n".join(_rows(table))
    for name, field in _fields(table):
        inner, is_list = _inner(field.annotation)
        if inner is not None:
            yield from _tables(f"{place}.{name}".lstrip("."), inner, "[[{}]]" if is_list else "[{}]")


def _about(table: type[Table]) -> str:
    return (table.__doc__ or "").strip() if table is not JournalSite else "Эти ключи стоят в начале файла."


def _rows(table: type[Table]) -> Iterator[str]:
    for name, field in _fields(table):
        words = " ".join((field.description or "").split())
        yield f"| `{name}` | {kind(field.annotation, field.metadata)} | {_otherwise(field)} | {words} |"


def _fields(table: type[Table]) -> list[tuple[str, FieldInfo]]:
    return [(name, field) for name, field in table.model_fields.items() if not field.exclude]


def kind(annotation: Any, marks: Any = ()) -> str:
    """What may stand there, in words; the words of a closed list themselves."""
    own = next((mark.words for mark in marks if isinstance(mark, Kind)), "")
    origin, inner = get_origin(annotation), get_args(annotation)
    if own or origin is Annotated:
        return own or kind(inner[0], inner[1:])
    if origin is Literal:
        return " или ".join(f'`"{word}"`' for word in inner)
    if origin in (tuple, list):
        return "таблицы" if _is_table(inner[0]) else f"список: {kind(inner[0])}"
    if origin is dict:
        return f"таблица: {kind(inner[0])} = {kind(inner[1])}"
    if origin in (Union, UnionType):
        return kind(next(one for one in inner if one is not NoneType))
    return _plain(annotation)


def _plain(annotation: Any) -> str:
    if _is_table(annotation):
        return "таблица"
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return "случай"
    return {bool: "`true` или `false`", str: "текст"}[annotation]


def _is_table(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Table)


def _inner(annotation: Any) -> tuple[type[Table] | None, bool]:
    """The table that stands under a key, if one does, and whether several do."""
    inner = next((one for one in (annotation, *get_args(annotation)) if _is_table(one)), None)
    return inner, get_origin(annotation) in (tuple, list)


def _otherwise(field: FieldInfo) -> str:
    if field.is_required():
        return "**нужен**"
    default = field.default
    if isinstance(default, bool):
        return f"`{str(default).lower()}`"
    if isinstance(default, tuple) and default:
        return ", ".join(f"`{one}`" for one in default)
    return f"`{default}`" if isinstance(default, str) and default else "ничего"


def _journeys(screens: Screens) -> Iterator[str]:
    yield "## `[vk_id.journey]`"
    yield 'Какие экраны VK ID видит человек и в каком порядке: `with_profile = ["phone", "password", "code"]`.'
    yield "| случай | когда он |\n|---|---|\n" + "\n".join(
        f"| `{one.value}` | {when} |" for one, when in CASES.items()
    )
    yield ORDER
    rows = (
        f"| `{name}` | «{own_words(screens)[one.worded_as or name]['title']}» | {_for_whom(one.for_whom)} |"
        for name, one in screens.items()
    )
    yield "| экран | его обычный заголовок | в каких случаях бывает |\n|---|---|---|\n" + "\n".join(rows)


def _for_whom(situations: frozenset[Situation]) -> str:
    if len(situations) == len(Situation):
        return "в любом"
    return ", ".join(f"`{one.value}`" for one in Situation if one in situations)


def _words(screens: Screens) -> Iterator[str]:
    yield "## `[vk_id.wording.ЭКРАН]`"
    yield (
        "Надписи экранов VK ID. Пишут только те, что у области другие. В фигурных скобках — то, что подставит\n"
        "симулятор: своя надпись может подставить то же, что обычная, и ничего другого.\n"
        "`[vk_id.wording_for.СЛУЧАЙ.ЭКРАН]` — то же, но для одного случая."
    )
    rows = (
        f"| `{screen}` | `{name}` | {f'«{text}»' if text else 'ничего'} |"
        for screen, words in own_words(screens).items()
        for name, text in words.items()
    )
    yield "| экран | ключ | обычно |\n|---|---|---|\n" + "\n".join(rows)
