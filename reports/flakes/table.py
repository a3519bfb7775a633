"""The histories as a table for a terminal, and what so few runs cannot show."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from reports.flakes.counting import Histories, History
from reports.flakes.rate import CERTAINTY, needed, unseen
from reports.record.printable import printable
from reports.russian import plural

SMALL = 0.05  # a share that is worth knowing of
_HEAD = ("доля", "от и до", "не прошёл", "мигнул", "сценарий")
_WIDTHS = (7, 11, 13, 8, 0)
_LEGEND = (
    f"«От и до» — где лежит настоящая доля с уверенностью {CERTAINTY} % (интервал Уилсона). «Мигнул» — в скольких "
    "прогонах сценарий не прошёл, а при повторе прошёл. Неудачи в разных прогонах бывают и от разного кода: "
    "сравнивайте прогоны одного коммита."
)


def lines(histories: Histories, width: int, everything: bool = False) -> list[str]:
    """Return the lines; flaky ones, or all."""
    shown = histories.all if everything else histories.flaky
    told = [line for text in (_summary(histories), *_few(histories)) for line in textwrap.wrap(text, width)]
    if shown:
        told += ["", "".join(word.ljust(size) for word, size in zip(_HEAD, _WIDTHS, strict=True)).rstrip()]
    told += [line for one in shown for line in _row(one, width)]
    told += ["", *textwrap.wrap(_LEGEND, width)] if shown else []
    told += _never(histories.never_passed, width)
    return [printable(line) for line in told]


def _summary(histories: Histories) -> str:
    runs = plural(histories.runs, "прогон", "прогона", "прогонов")
    flaky = plural(len(histories.flaky), "мигающий сценарий", "мигающих сценария", "мигающих сценариев")
    return f"{runs}, {plural(len(histories.all), 'сценарий', 'сценария', 'сценариев')}: {flaky}."


def _few(histories: Histories) -> Iterator[str]:
    """Say what cannot be seen in so few runs, unless they are enough."""
    least = min((one.runs for one in histories.all), default=0)
    if not least or (hidden := unseen(least)) <= SMALL:
        return
    yield (
        f"Прогонов мало: сценарий, прошедший все {least}, может не проходить до {_percent(hidden)} раз. "
        f"Чтобы знать о доле {_percent(SMALL)}, нужно {plural(needed(SMALL), 'прогон', 'прогона', 'прогонов')}."
    )


def _row(one: History, width: int) -> Iterator[str]:
    low, high = one.rate.bounds
    bounds = f"{_number(low)}–{_percent(high)}"
    cells = (_percent(one.rate.share), bounds, f"{one.bad} из {one.runs}", str(one.flickered or "—"))
    left = "".join(cell.ljust(size) for cell, size in zip(cells, _WIDTHS, strict=False))
    further = " " * len(left)
    wrapped = textwrap.wrap(one.title, width - len(left), break_long_words=False) or [""]
    yield left + wrapped[0]
    yield from (further + line for line in wrapped[1:])
    yield further + one.place


def _never(histories: Sequence[History], width: int) -> Iterator[str]:
    if histories:
        yield ""
        yield "Не прошли ни разу, это не мигание:"
    for one in histories:
        told = f"{one.place}  {one.title}"
        yield from textwrap.wrap(
            told, width, initial_indent="  ", subsequent_indent="    ", break_long_words=False
        )


def _percent(share: float) -> str:
    return f"{_number(share)} %"


def _number(share: float) -> str:
    hundredths = 100 * share
    return f"{hundredths:.1f}".replace(".", ",") if 0 < hundredths < 1 else f"{hundredths:.0f}"
