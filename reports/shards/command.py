"""The command `merge`: one record, one report and one verdict out of what several machines carried out."""

from __future__ import annotations

import argparse
import sys
import uuid
from collections.abc import Callable, Sequence
from pathlib import Path

from reports.model import load_model
from reports.record.durations import as_text, durations_of
from reports.record.folder import OUT, Folder, FolderBusy, write_whole
from reports.record.run import Run
from reports.record.status import ENDED_BADLY, NEVER_ENDED
from reports.record.trouble import said
from reports.russian import plural
from reports.shards.proof import Proof, prove
from reports.shards.union import read_whole
from reports.shards.writing import write_united
from reports.site import write_site
from reports.summary import summary

PASSED, FAILED, BROKEN, INCOMPLETE = 0, 1, 2, 3
BREAK = ("broken", "unsound")


def main(argv: Sequence[str], parser_class: Callable[..., argparse.ArgumentParser]) -> int:
    """Unite the parts in one folder and return the exit code of the whole; 3 when they are not one whole."""
    parser = _arguments(parser_class)
    chosen = parser.parse_args(list(argv))
    if not chosen.durations and chosen.out.resolve() in [each.resolve() for each in chosen.folders]:
        parser.error(f"--out не может быть папкой одной из частей: «{chosen.out}»")
    proof = prove(chosen.folders)
    if not proof.whole:
        print(
            "\n".join(("Целого прогона из этого не выходит, ничего не записано.", *_told(proof))),
            file=sys.stderr,
        )
        return INCOMPLETE
    try:
        return _keep_durations(proof, chosen.durations) if chosen.durations else _unite(proof, chosen.out)
    except FolderBusy as busy:
        parser.error(str(busy))
    except OSError as error:
        print(f"Не записано: {said(error)} ({error.filename})", file=sys.stderr)
    return BROKEN


def code_of(run: Run) -> int:
    """Return the exit code that a run deserves by its record: broken beats incomplete beats failed."""
    statuses = {one.status for one in run.scenarios}
    if run.problems or statuses.intersection(BREAK):
        return BROKEN
    if not statuses.intersection(("passed", *ENDED_BADLY)) or statuses.intersection(NEVER_ENDED):
        return INCOMPLETE
    return FAILED if statuses.intersection(ENDED_BADLY) else PASSED


def _told(proof: Proof) -> list[str]:
    return [f"  {flaw.text}" for flaw in proof.flaws]


def _unite(proof: Proof, out: Path) -> int:
    folder = Folder(out, uuid.uuid4().hex[:8])
    run = write_united(proof, folder)
    parts = plural(len(proof.parts), "часть", "части", "частей")
    print(f"Соединено: {parts}, все с одного кода; каждая на месте и каждая одна.\n")
    unreported = _report(run, out)
    print("\n".join((*summary(run, folder), *unreported)))
    return code_of(run)


def _report(run: Run, out: Path) -> list[str]:
    """Make the report; what goes wrong is only told: the record can be made one of."""
    try:
        write_site(load_model(run, out))
    except Exception as error:
        Folder(out, "").clear_report()
        return ["", f"Отчёт не сделан: {error}. Сделать его снова: python3 svyazka.py report --out {out}"]
    return []


def _keep_durations(proof: Proof, file: Path) -> int:
    durations = durations_of([read_whole(proof)])
    write_whole(file, [as_text(durations)])
    print(f"Записано, сколько идёт каждый сценарий: {len(durations.seconds)} ({file})")
    return PASSED


def _arguments(parser_class: Callable[..., argparse.ArgumentParser]) -> argparse.ArgumentParser:
    parser = parser_class(
        prog="svyazka.py merge",
        description="Соединяет части прогона (run --shard K/N) и доказывает, что ни одна не потеряна. "
        "Код 3: части не хватает, она дана дважды или сделана с другого кода, зерна или отбора.",
    )
    parser.add_argument("folders", nargs="+", type=Path, metavar="ПАПКА", help="где записи части")
    parser.add_argument(
        "--out", type=Path, default=Path(OUT), metavar="ПАПКА", help=f"куда писать целое, иначе {OUT}"
    )
    parser.add_argument(
        "--durations",
        type=Path,
        metavar="ФАЙЛ",
        help="не соединять, а записать, сколько идёт каждый сценарий: по этому файлу делит run --shard",
    )
    return parser
