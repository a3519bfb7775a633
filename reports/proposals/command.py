"""`svyazka.py propose`: shows what to change where a run found another caption, and applies what was shown."""

from __future__ import annotations

import argparse
import shlex
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from reports.proposals.captions import ChangedCaption, changed_captions
from reports.proposals.edits import NotApplied, apply, forget, keep
from reports.proposals.proposal import propose
from reports.record.clauses import load_instructions
from reports.record.folder import OUT
from reports.record.run import Run
from reports.record.stored import RecordUnreadable, read_record
from reports.record.tables import TableUnsound

DONE, BROKEN = 0, 2
LISTED = 12  # of what else failed
ROOT = Path(__file__).parents[2]


def main(argv: Sequence[str], parser_class: Callable[..., argparse.ArgumentParser], root: Path = ROOT) -> int:
    """Show the proposal, or apply the one that was shown; 2 when there is nothing to read or it cannot be applied."""
    parser = _arguments(parser_class)
    chosen = parser.parse_args(list(argv))
    try:
        if chosen.apply:
            written = apply(Path(chosen.out))
            print("Записано: " + ", ".join(path.name for path in written))
            print("Проверьте прогоном: python3 svyazka.py run")
            return DONE
        return _show(chosen, parser, root)
    except (RecordUnreadable, TableUnsound, NotApplied) as problem:
        print(problem, file=sys.stderr)
    except (OSError, UnicodeDecodeError) as error:
        print(f"Предложение не сделано: {getattr(error, 'strerror', None) or error}", file=sys.stderr)
    return BROKEN


def _show(chosen: argparse.Namespace, parser: argparse.ArgumentParser, root: Path) -> int:
    folder = Path(chosen.out)
    instructions = load_instructions(root / "fixtures" / "instructions")
    if chosen.instruction and chosen.instruction not in instructions:
        parser.error(f"инструкции «{chosen.instruction}» нет, есть: {', '.join(instructions)}")
    run = read_record(folder)
    found = [one for one in changed_captions(run) if _concerns(one, chosen.instruction)]
    proposal = propose(found, instructions, root, chosen.sources)
    forget(folder)
    for caption in found:
        clauses = f" Пункты: {', '.join(caption.clauses)}." if caption.clauses else ""
        print(f"Было «{caption.old}», на экране «{caption.new}».{clauses}")
    for edit in proposal.edits:
        print(f"\n{edit.difference(root)}", end="")
    for remark in proposal.remarks:
        print(f"\n{remark}")
    for line in _unexplained(run, found):
        print(line)
    if broken := len(run.of("broken")):
        print(
            f"\nСломалось сценариев: {broken}. О надписях они молчат: слова целых путей — в scenarios.toml журнала."
        )
    if not proposal.edits:
        print("Предлагать нечего: прогон не нашёл надписи, вместо которой на экране другая.")
        return DONE
    keep(folder, proposal.edits)
    more = "" if chosen.out == OUT else f" --out {shlex.quote(chosen.out)}"
    print(
        "\nНичего не записано. Если права система, примените показанное: "
        f"python3 svyazka.py propose --apply{more}"
    )
    return DONE


def _unexplained(run: Run, found: Sequence[ChangedCaption]) -> Iterator[str]:
    """Tell what else failed in the run: a proposal that is applied leaves it as it is."""
    places = {(place.uri, place.line) for caption in found for place in caption.places}
    failed = ((one.place.uri, step) for one in run.scenarios for step in one.steps if step.status == "failed")
    rest = list(dict.fromkeys((uri, step.line, step.sentence or "") for uri, step in failed))
    rest = [one for one in rest if one[:2] not in places]
    if rest:
        yield f"\nНе прошло и другое, правки этого не касаются: {len(rest)}"
        yield from (f"  {uri}:{line}: {sentence}" for uri, line, sentence in rest[:LISTED])
        yield from [f"  … и ещё {len(rest) - LISTED}, все в отчёте"] if len(rest) > LISTED else []


def _concerns(caption: ChangedCaption, name: str) -> bool:
    return not name or any(clause.startswith(f"{name}.") for clause in caption.clauses)


def _arguments(parser_class: Callable[..., argparse.ArgumentParser]) -> argparse.ArgumentParser:
    parser = parser_class(
        prog="svyazka.py propose",
        description="Показывает, что поправить, если прогон нашёл на экране другую надпись: пункт, сценарий, документ.",
    )
    parser.add_argument(
        "instruction", nargs="?", default="", metavar="ИНСТРУКЦИЯ", help="например perm; без неё — все"
    )
    parser.add_argument("--out", default=OUT, metavar="ПАПКА", help=f"где записи прогона, иначе {OUT}")
    parser.add_argument(
        "--sources", type=Path, metavar="ПАПКА", help="тексты инструкций (*.txt): поправить и документ"
    )
    parser.add_argument("--apply", action="store_true", help="записать ровно то, что было показано")
    return parser
