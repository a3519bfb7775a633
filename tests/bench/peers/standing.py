"""The table of the peers: medians of each, ratios in the round, and what was aimed at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median

from tests.bench.figures import Figure, median_of_ratios, ratio_of_medians
from tests.bench.peers.racing import Times
from tests.bench.peers.rivals import Rival

HEADS = (
    "",
    "команда, с",
    "сценарий, с",
    "до первого действия, с",
    "процессор, с",
    "сценарий ÷ голый",
    "команда ÷ behave",
)
DEFAULT, BARE, BEHAVE = "ours", "bare", "behave"


def standing(rivals: Sequence[Rival], times: Mapping[str, Times]) -> str:
    """The medians of all as a table in Markdown: it goes to the documentation as it is."""
    rows = [HEADS, ("---",) + ("--:",) * (len(HEADS) - 1)]
    rows += [_row(rival, times) for rival in rivals]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADS))]
    return "\n".join(
        "| " + " | ".join(_cell(*each) for each in zip(row, widths, range(9), strict=False)) + " |"
        for row in rows
    )


def _cell(text: str, width: int, column: int) -> str:
    return text.ljust(width) if column == 0 else text.rjust(width)


def _row(rival: Rival, times: Mapping[str, Times]) -> tuple[str, ...]:
    mine = times[rival.key]
    seconds = (mine.whole, mine.scenario, mine.start, mine.processor)
    beside = [
        _number(ratio_of_medians(measured, base)) if base else "—"
        for measured, base in (
            (mine.scenario, times[BARE].scenario if BARE in times else []),
            (mine.whole, times[BEHAVE].whole if BEHAVE in times else []),
        )
    ]
    return rival.title, *(_number(median(each)) for each in seconds), *beside


def _number(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")


def peer_figures(times: Mapping[str, Times]) -> list[Figure]:
    """What we aim at beside the peers: for `run` as it is without keys, all it does included."""
    ours, bare, behave = times[DEFAULT], times[BARE], times[BEHAVE]
    return [
        Figure(
            "peer_scenario",
            "Сценарий ÷ голый, медианы",
            ratio_of_medians(ours.scenario, bare.scenario),
            "",
            1.10,
            digits=3,
        ),
        Figure(
            "peer_scenario_pairs",
            "  по раундам",
            median_of_ratios(ours.scenario, bare.scenario),
            "",
            digits=3,
        ),
        Figure(
            "peer_command",
            "Команда ÷ behave, медианы",
            ratio_of_medians(ours.whole, behave.whole),
            "",
            1.0,
            strict=True,
            digits=3,
        ),
        Figure(
            "peer_command_pairs", "  по раундам", median_of_ratios(ours.whole, behave.whole), "", digits=3
        ),
        Figure(
            "peer_processor",
            "Процессор ÷ behave, медианы",
            ratio_of_medians(ours.processor, behave.processor),
            "",
            digits=3,
        ),
    ]
