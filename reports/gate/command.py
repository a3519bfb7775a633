"""`svyazka.py gate`: decides from the record of a run whether a release may go on."""

from __future__ import annotations

import argparse
import shutil
import sys
import textwrap
from collections.abc import Callable, Sequence
from pathlib import Path

from reports.gate.deciding import Decision, decide
from reports.gate.finding import Code
from reports.gate.formats.github import workflow_commands
from reports.gate.formats.markdown import summary
from reports.gate.formats.text import lines
from reports.gate.formats.verdict import verdict
from reports.gate.inputs import gather
from reports.gate.keys import keys_table
from reports.gate.paragraph import HEADLINES
from reports.gate.quarantine import QUARANTINE
from reports.gate.writing import write_files, write_undecided
from reports.record.folder import GATE, OUT, clear_verdict
from reports.record.policy import POLICY
from reports.record.stored import RecordMissing, RecordUnreadable
from reports.record.tables import TableUnsound
from reports.record.trouble import said

WIDEST = 100
FORMATS: dict[str, Callable[[Decision], list[str]]] = {
    "text": lambda decision: lines(decision, _width()),
    "github": workflow_commands,
    "markdown": lambda decision: summary(decision).splitlines(),
    "json": lambda decision: verdict(decision).splitlines(),
}


def _width() -> int:
    return min(shutil.get_terminal_size().columns, WIDEST)


def main(argv: Sequence[str], parser_class: Callable[..., argparse.ArgumentParser]) -> int:
    """Decide, write the files and print the decision; the exit code is that of the gate."""
    chosen = _arguments(parser_class).parse_args(list(argv))
    if chosen.keys:
        print(keys_table())
        return Code.OPEN
    folders = chosen.folders or [Path(OUT)]
    to = chosen.to or folders[0] / GATE
    clear_verdict(to)
    try:
        decision = decide(gather(folders, chosen.policy, chosen.quarantine, chosen.baseline))
        written = write_files(decision, to)
    except RecordMissing as problem:
        return _closed(Code.INCOMPLETE, str(problem), to)
    except (RecordUnreadable, TableUnsound) as problem:
        return _closed(Code.UNUSABLE, str(problem), to)
    except OSError as error:
        return _unwritten(error)
    for line in FORMATS[chosen.format](decision):
        print(line)
    if chosen.format == "text":
        told = f"Записано в {written[0].parent.as_posix()}: {', '.join(path.name for path in written)}"
        print("", *textwrap.wrap(told, _width(), break_on_hyphens=False), sep="\n")
    return decision.code


def _closed(code: Code, why: str, folder: Path) -> int:
    """Say why nothing could be decided, in the summary too: a job that shows it has nothing else to show."""
    print(f"{HEADLINES[code]}\n{why}", file=sys.stderr)
    try:
        write_undecided(code, why, folder)
    except OSError as error:
        return _unwritten(error)
    return code


def _unwritten(error: OSError) -> int:
    print(f"Вердикт не записан: {said(error)} ({error.filename})", file=sys.stderr)
    return Code.UNUSABLE


def _arguments(parser_class: Callable[..., argparse.ArgumentParser]) -> argparse.ArgumentParser:
    parser = parser_class(
        prog="svyazka.py gate",
        description="Решает по записям прогона, можно ли выпускать. "
        "Коды: 0 — открыто, 1 — есть находка, 2 — записи негодны, 3 — прогон неполон, "
        "4 — не выполнена политика, 64 — неверные аргументы.",
    )
    parser.add_argument(
        "folders",
        nargs="*",
        type=Path,
        metavar="ПАПКА",
        help=f"где записи прогона или его частей, иначе {OUT}",
    )
    parser.add_argument(
        "--policy", type=Path, default=POLICY, metavar="ФАЙЛ", help="политика, иначе gate.toml"
    )
    parser.add_argument(
        "--quarantine", type=Path, default=QUARANTINE, metavar="ФАЙЛ", help="карантин, иначе quarantine.toml"
    )
    parser.add_argument(
        "--baseline", type=Path, metavar="ПАПКА", help="записи прежнего выпуска: сказать, что изменилось"
    )
    parser.add_argument(
        "--format",
        choices=tuple(FORMATS),
        default="text",
        metavar="ВИД",
        help=f"что напечатать: {', '.join(FORMATS)}",
    )
    parser.add_argument(
        "--to", type=Path, metavar="ПАПКА", help=f"куда записать вердикт, иначе {GATE}/ рядом с записями"
    )
    parser.add_argument(
        "--keys", action="store_true", help="напечатать ключи политики таблицей для docs/release.md"
    )
    return parser
