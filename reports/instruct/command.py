"""`svyazka.py instruct`: makes illustrated instructions for people from a green run."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from reports.instruct.making import FOLDER, Prepared, make, prepare
from reports.instruct.manual import Manual
from reports.instruct.printing import Lend
from reports.instruct.routes import NotInstructive
from reports.instruct.wording import NotSayable
from reports.instruct.writing import manuals
from reports.record.clauses import load_instructions
from reports.record.folder import OUT
from reports.record.stored import RecordUnreadable, read_record
from reports.record.tables import TableUnsound
from reports.record.trouble import said
from reports.russian import plural

DONE, BROKEN = 0, 2


def main(
    argv: Sequence[str],
    parser_class: Callable[..., argparse.ArgumentParser],
    lend: Lend,
) -> int:
    """Make them and say where they lie; 1 or 3 when the run is red or of a part, 2 when there is nothing to read."""
    parser = _arguments(parser_class)
    chosen = parser.parse_args(list(argv))
    try:
        instructions = load_instructions()
        if chosen.instruction and chosen.instruction not in instructions:
            parser.error(f"инструкции «{chosen.instruction}» нет, есть: {', '.join(instructions)}")
        if chosen.variant and not chosen.instruction:
            parser.error("--variant говорит об одной инструкции: назовите её")
        run = read_record(Path(chosen.out))
        for manual in manuals(run, instructions, chosen.instruction, chosen.variant):
            for line in _made(manual, Path(chosen.out), lend, chosen.video):
                print(line, flush=True)
    except NotInstructive as problem:
        print(problem, file=sys.stderr)
        return problem.code
    except (RecordUnreadable, TableUnsound, NotSayable) as problem:
        print(problem, file=sys.stderr)
        return BROKEN
    except OSError as error:
        print(f"Инструкция не записана: {said(error)} ({error.filename})", file=sys.stderr)
        return BROKEN
    return DONE


def _made(manual: Manual, folder: Path, lend: Lend, video: bool) -> Iterator[str]:
    """Make an instruction; yield what there is to say, and what is going to change before it is written over."""
    prepared = prepare(manual, folder)
    yield from _announced(prepared)
    made = make(prepared, folder, lend, video)
    yield from (f"  {problem}" for problem in made.lacking)
    yield from (f"  {file.as_posix()}" for file in made.files)


def _announced(prepared: Prepared) -> Iterator[str]:
    manual, changed = prepared.manual, prepared.changed
    steps = plural(len(manual.steps), "шаг", "шага", "шагов")
    forgotten = f", из них в исходной нет: {manual.forgotten}" if manual.forgotten else ""
    yield f"{'. '.join(filter(None, (manual.title, manual.variant)))}. {steps}{forgotten}"
    if changed is not None:
        yield "  Прежняя инструкция будет заменена, " + ("изменилось:" if changed else "шаги и снимки те же.")
        yield from (f"  — {change}" for change in changed)


def _arguments(parser_class: Callable[..., argparse.ArgumentParser]) -> argparse.ArgumentParser:
    parser = parser_class(
        prog="svyazka.py instruct",
        description="Делает инструкцию для людей из прогона, в котором прошло всё: шаги со снимками, HTML, Word и PDF.",
    )
    parser.add_argument(
        "instruction", nargs="?", default="", metavar="ИНСТРУКЦИЯ", help="например perm; без неё — все"
    )
    parser.add_argument(
        "--variant", type=int, default=0, metavar="НОМЕР", help="какой вариант, например 1; без него — все"
    )
    parser.add_argument(
        "--out",
        default=OUT,
        metavar="ПАПКА",
        help=f"где записи прогона, иначе {OUT}; инструкции лягут в {FOLDER}/",
    )
    parser.add_argument(
        "--video", action="store_true", help="сделать и видео с подписями; нужна программа ffmpeg"
    )
    return parser
