"""`svyazka.py ledger`: adds what a run found out as known of a release, and shows what is known of releases."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from reports.gate.inputs import run_of
from reports.model import load_model
from reports.record.clauses import load_instructions
from reports.record.folder import OUT, write_whole
from reports.record.knowledge import RELEASES, LedgerUnsound, add_to_ledger, read_ledger
from reports.record.stored import RecordUnreadable
from reports.record.tables import TableUnsound
from reports.releases.statuses import Statuses, released
from reports.releases.strictdoc import sdoc
from reports.releases.table import histories, named, overview

DONE, UNKNOWN, BROKEN, NOTHING = 0, 1, 2, 3
WIDEST = 110


def main(argv: Sequence[str], parser_class: Callable[..., argparse.ArgumentParser]) -> int:
    """Add or show; 2 when something cannot be read or written, 3 when there is nothing to show."""
    chosen = _arguments(parser_class).parse_args(list(argv))
    try:
        return _add(chosen) if chosen.deed == "add" else _show(chosen)
    except (RecordUnreadable, TableUnsound, LedgerUnsound) as problem:
        print(problem, file=sys.stderr)
        return BROKEN
    except OSError as error:
        print(f"Не записано: {error.strerror or error} ({error.filename})", file=sys.stderr)
        return BROKEN


def add(folders: Sequence[Path], release: str, ledger: Path) -> int:
    """Add what the run in these folders found out of each clause; return how many records are new."""
    run, lacks = run_of(folders)
    if lacks:
        raise RecordUnreadable("\n".join(lacks))
    known = load_model(run, folders[0]).known.values()
    return len(add_to_ledger(ledger, released(known, release)))


def _add(chosen: argparse.Namespace) -> int:
    new = add(chosen.folders or [Path(OUT)], chosen.release, chosen.ledger)
    told = f"записей {new}" if new else "всё это уже записано"
    print(f"Выпуск {chosen.release}: {told} ({chosen.ledger.as_posix()})")
    return DONE


def _show(chosen: argparse.Namespace) -> int:
    statuses = Statuses(read_ledger(chosen.ledger))
    if not statuses.columns:
        print(
            "Книга пуста. Записать выпуск: python3 svyazka.py ledger add --release ВЫПУСК ПАПКА",
            file=sys.stderr,
        )
        return NOTHING
    if chosen.strictdoc:
        write_whole(chosen.strictdoc, [sdoc(statuses, load_instructions())])
        print(f"Документ StrictDoc: {chosen.strictdoc.as_posix()}")
        return DONE
    return _printed(statuses, chosen.clauses)


def _printed(statuses: Statuses, wanted: Sequence[str]) -> int:
    width = min(shutil.get_terminal_size().columns, WIDEST)
    unknown = [one for one in wanted if not named(statuses, one)]
    if unknown:
        print(f"В книге нет пунктов: {', '.join(unknown)}", file=sys.stderr)
    clauses = [clause for one in wanted for clause in named(statuses, one)]
    for line in histories(statuses, clauses, width) if wanted else overview(statuses, width):
        print(line)
    return UNKNOWN if unknown else DONE


def _arguments(parser_class: Callable[..., argparse.ArgumentParser]) -> argparse.ArgumentParser:
    parser = parser_class(
        prog="svyazka.py ledger",
        description="Ведёт книгу выпусков: вердикт каждого пункта по выпускам и стендам.",
    )
    deeds = parser.add_subparsers(dest="deed", required=True, metavar="ДЕЛО")
    adding = deeds.add_parser("add", help="записать, что прогон узнал о пунктах в этом выпуске")
    adding.add_argument(
        "folders", nargs="*", type=Path, metavar="ПАПКА", help=f"записи прогона или его частей, иначе {OUT}"
    )
    adding.add_argument("--release", required=True, metavar="ВЫПУСК", help="как называется выпуск")
    showing = deeds.add_parser("show", help="показать выпуски или историю пунктов")
    showing.add_argument(
        "clauses", nargs="*", metavar="ПУНКТ", help="perm.v1.3 или начало, perm.v1; иначе обзор"
    )
    showing.add_argument(
        "--strictdoc", type=Path, metavar="ФАЙЛ", help="записать документом StrictDoc (.sdoc)"
    )
    for each in (adding, showing):
        each.add_argument(
            "--ledger",
            type=Path,
            default=RELEASES,
            metavar="ФАЙЛ",
            help="книга, иначе fixtures/releases.ndjson",
        )
    return parser
