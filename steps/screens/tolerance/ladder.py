"""By what each kind of thing is found when it has no role and name, in the order in which it is tried."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from steps.language import parts

BUTTON, FIELD, BOX, LIST, OPTION, DATE = "button", "field", "box", "list", "option", "date"
SCREEN, TEXT, MESSAGE, WORD = "screen", "text", "message", "word"
WINDOW, LINE, HEADING = "window", "line", "heading"
SECTIONS, LISTED = "sections", "listed"
PART = {parts.WINDOW: WINDOW, parts.LINE: LINE, parts.HEADING: HEADING}
TO_USE = (
    BUTTON,
    WORD,
    FIELD,
    BOX,
    LIST,
    OPTION,
    DATE,
)  # must be free to be pressed; the others only to be seen


class Rung(NamedTuple):
    """A way of finding, which `fixtures/sight/eyes/` knows by this name, and what the report says of its use."""

    way: str
    remark: str


_FIELD = (
    Rung("placeholder", "у поля «{}» вместо подписи подсказка внутри"),
    Rung("title", "поле «{}» названо только всплывающей подсказкой"),
    Rung("cells", "поле «{}» разбито на клетки, у которых нет общего имени"),
    Rung("beside", "подпись «{}» стоит у поля, но с ним не связана"),
    Rung("screen", "у поля нет подписи, понять его можно только по заголовку «{}»"),
)
LADDER: Mapping[str, tuple[Rung, ...]] = {
    BUTTON: (
        Rung("placeholder", "кнопка «{}» — поле только для чтения с подсказкой внутри"),
        Rung("label", "«{}» названо, но кнопкой или ссылкой для программ чтения с экрана не является"),
        Rung("title", "кнопка «{}» названа только всплывающей подсказкой"),
        Rung("alt", "кнопка «{}» названа только подписью картинки"),
        Rung("tooltip", "кнопка «{}» названа только всплывающей подсказкой"),
        Rung("text", "кнопка «{}» не названа для программ чтения с экрана"),
        Rung("delegated", "кнопка «{}» не названа для программ чтения с экрана"),
        Rung("line", "«{}» — одна из строк большой кнопки, у которой нет имени"),
        Rung("row", "чья кнопка «{}», видно только по строке, в которой она стоит"),
    ),
    FIELD: _FIELD,
    DATE: (
        *_FIELD[:-1],
        Rung("label", "поле даты «{}» не названо для программ чтения с экрана"),
        Rung("text", "поле даты «{}» не названо для программ чтения с экрана"),
        _FIELD[-1],
    ),
    BOX: (
        Rung("label", "отметка «{}» нарисована, а настоящая спрятана"),
        Rung("beside", "подпись «{}» стоит у отметки, но с ней не связана"),
        Rung("text", "отметка «{}» не названа для программ чтения с экрана"),
        Rung("line", "отметка «{}» не названа для программ чтения с экрана"),
    ),
    LIST: (
        Rung("placeholder", "у списка «{}» вместо подписи подсказка внутри"),
        Rung("title", "список «{}» не назван списком для программ чтения с экрана"),
        Rung("label", "список «{}» не назван списком для программ чтения с экрана"),
        Rung("beside", "подпись «{}» стоит у списка, но с ним не связана"),
        Rung("text", "список «{}» не назван списком для программ чтения с экрана"),
    ),
    OPTION: (Rung("text", "строка «{}» не названа строкой списка"),),
    WORD: (Rung("text", "кнопка со словом «{}» не названа для программ чтения с экрана"),),
    SCREEN: (
        Rung("heading", "заголовок «{}» не первого уровня"),
        Rung("dialog", "заголовок «{}» — имя окна, на экране его как заголовка нет"),
        Rung("title", "«{}» выглядит заголовком, но для программ чтения с экрана им не является"),
    ),
    TEXT: (
        Rung("text", "надпись «{}» разбита на части"),
        Rung("placeholder", "надпись «{}» — подсказка в пустом поле"),
        Rung("value", "надпись «{}» стоит в поле, которое нельзя изменить"),
        Rung("alt", "надпись «{}» — подпись картинки"),
    ),
    MESSAGE: (Rung("text", "сообщение «{}» не объявляется программам чтения с экрана"),),
    WINDOW: (
        Rung("dialog", "окно «{}» названо не так, как подписано"),
        Rung("overlay", "окно «{}» не названо окном для программ чтения с экрана"),
    ),
    LINE: (
        Rung("row", "строка с «{}» не названа строкой для программ чтения с экрана"),
        Rung("alone", "строка с «{}» не названа строкой для программ чтения с экрана"),
    ),
    SECTIONS: (Rung("bar", "«{}» не названа для программ чтения с экрана"),),
    LISTED: (
        Rung("name", "список «{}» назван, но списком для программ чтения с экрана не является"),
        Rung("under", "список «{}» не назван списком для программ чтения с экрана"),
    ),
    HEADING: (
        Rung("heading", "у части под «{}» нет границ"),
        Rung("text", "надпись «{}» не названа заголовком для программ чтения с экрана"),
    ),
}
