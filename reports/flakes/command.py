"""`svyazka.py flakes`: how often scenarios end now so, now otherwise, by the records of past runs."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from reports.flakes.counting import count, read_runs
from reports.flakes.table import lines
from reports.record.stored import RecordUnreadable

DONE, BROKEN, NOTHING = 0, 2, 3
WIDEST = 110


def main(argv: Sequence[str], parser_class: Callable[..., argparse.ArgumentParser]) -> int:
    """Print the table; 2 when a record cannot be read, 3 when no scenario was carried out in any."""
    chosen = _arguments(parser_class).parse_args(list(argv))
    try:
        histories = count(read_runs(chosen.folders))
    except RecordUnreadable as problem:
        print(problem, file=sys.stderr)
        return BROKEN
    if not histories.all:
        print("Считать не из чего: ни в одном прогоне не выполнен ни один сценарий.", file=sys.stderr)
        return NOTHING
    for line in lines(histories, min(shutil.get_terminal_size().columns, WIDEST), chosen.all):
        print(line)
    return DONE


def _arguments(parser_class: Callable[..., argparse.ArgumentParser]) -> argparse.ArgumentParser:
    parser = parser_class(
        prog="svyazka.py flakes",
        description="Считает по записям прошлых прогонов, какие сценарии то проходят, то нет, и насколько это точно.",
    )
    parser.add_argument(
        "folders", nargs="+", type=Path, metavar="ПАПКА", help="записи прогонов, лучше одного коммита"
    )
    parser.add_argument("--all", action="store_true", help="показать все сценарии, не только мигающие")
    return parser
