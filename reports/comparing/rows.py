"""A comparison as the rows of one table: for the terminal, the page and the workbook alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reports.comparing.finding import (
    NOTHING,
    Comparison,
    ExtraScreen,
    Lacking,
    MissingScreen,
    Moved,
    MovedField,
    Promise,
    Reworded,
    Unknown,
)
from reports.russian import plural

HEADER = ("Что", "Экран", "В инструкции", "Увидели", "В симуляторе", "Примечание")
MISSING, EXTRA, ORDER, WORDING = "экрана нет", "экран лишний", "порядок", "надпись другая"
LACKING, UNKNOWN = "надписи нет", "надпись лишняя"
COUNTED = {  # one of them, two, five
    MISSING: ("экран пропал", "экрана пропали", "экранов пропало"),
    EXTRA: ("лишний экран", "лишних экрана", "лишних экранов"),
    ORDER: ("перемена порядка", "перемены порядка", "перемен порядка"),
    WORDING: ("другая надпись", "другие надписи", "других надписей"),
    LACKING: ("надпись пропала", "надписи пропали", "надписей пропало"),
    UNKNOWN: ("лишняя надпись", "лишние надписи", "лишних надписей"),
}
ONLY_ELSEWHERE = "в симуляторе такой экран есть, но не на этом пути"
NOWHERE = "в симуляторе такого экрана нет"

_WITHOUT = {
    "в инструкции": "в инструкции такой надписи нет",
    "увидели": "на экране её не увидели",
    "в симуляторе": "в симуляторе такой надписи нет",
}


@dataclass(frozen=True)
class Row:
    """One difference: what it is, on which screens, and what each of the three says."""

    what: str
    on: str
    instruction: str
    seen: str
    shown: str
    note: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """The row as the table has it."""
        return self.what, self.on, self.instruction, self.seen, self.shown, self.note


def rows(found: Comparison) -> list[Row]:
    """Return all differences: screens, their order, wording, and what only one of them has."""
    return [
        *(_missing(one) for one in found.missing),
        *(_extra(one) for one in found.extra),
        *(_moved(one) for one in found.moved),
        *(_moved_field(one) for one in found.fields),
        *(_reworded(one) for one in found.reworded),
        *(_lacking(one) for one in found.lacking),
        *(_unknown(one) for one in found.unknown),
    ]


def told(text: str) -> str:
    """Return a caption with a sign for what belongs to one person alone."""
    return re.sub("‹[^‹›]*›", "…", text)


def quoted(text: str) -> str:
    """Return a caption as it is told, or a dash."""
    return f"«{told(text)}»" if text else NOTHING


def as_sentence(row: Row) -> str:
    """Return what each of the three says of a caption or an order; nothing where that is no such row."""
    if row.what == ORDER:
        return f"увидели {row.seen}, а в симуляторе {row.shown}"
    if row.what not in (WORDING, LACKING, UNKNOWN):
        return ""
    told = (("в инструкции", row.instruction), ("увидели", row.seen), ("в симуляторе", row.shown))
    there = [f"{who} {caption}" for who, caption in told if caption != NOTHING]
    lacking = [_WITHOUT[who] for who, caption in told if caption == NOTHING]
    return ", ".join([*there, *lacking])


def _missing(one: MissingScreen) -> Row:
    promised = f"обещан: {', '.join(one.promised)}" if one.promised else NOTHING
    return Row(MISSING, quoted(one.title), promised, NOTHING, quoted(one.title))


def _extra(one: ExtraScreen) -> Row:
    note = ONLY_ELSEWHERE if one.elsewhere else NOWHERE
    return Row(EXTRA, quoted(one.title), NOTHING, quoted(one.title), NOTHING, note)


def _moved(one: Moved) -> Row:
    seen, shown = ("раньше", "позже") if one.earlier else ("позже", "раньше")
    other = quoted(one.other)
    return Row(ORDER, quoted(one.title), NOTHING, f"{seen}, чем {other}", f"{shown}, чем {other}")


def _moved_field(one: MovedField) -> Row:
    seen, shown = ("выше", "ниже") if one.earlier else ("ниже", "выше")
    caption, other = quoted(one.caption), quoted(one.other)
    told = f"поле {caption} {seen}, чем {other}", f"поле {caption} {shown}, чем {other}"
    return Row(ORDER, quoted(one.on), NOTHING, *told)


def _reworded(one: Reworded) -> Row:
    said = quoted(one.instruction)
    return Row(WORDING, _on(one.on), said, quoted(one.seen), quoted(one.shown), _clauses(one.promise))


def _lacking(one: Lacking) -> Row:
    said = quoted(one.shown if one.promise.printed else "")
    return Row(LACKING, _on(one.on), said, NOTHING, quoted(one.shown), _clauses(one.promise))


def _unknown(one: Unknown) -> Row:
    return Row(UNKNOWN, _on(one.on), NOTHING, quoted(one.seen), NOTHING)


def _on(titles: Sequence[str]) -> str:
    return ", ".join(map(quoted, titles))


def _clauses(promise: Promise) -> str:
    return f"пункты: {', '.join(promise.clauses)}" if promise.clauses else ""


def account(found: Comparison) -> str:
    """Return how many differences there are, and how many of each kind; those there are none of are left out."""
    counts = Counter(row.what for row in rows(found))
    told = ", ".join(plural(number, *COUNTED[what]) for what, number in counts.items())
    return f"Всего {plural(counts.total(), 'отличие', 'отличия', 'отличий')}: {told}."
