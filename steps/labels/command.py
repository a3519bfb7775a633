"""`svyazka.py labels`: writes the list of the screens' captions from a run, or compares the two."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from fixtures.environment.arguments import ArgumentParser
from reports.record.stored import RecordUnreadable, read_record
from reports.record.tables import TableUnsound
from steps.labels.comparing import differences
from steps.labels.gathering import NotGreen, NothingToTell, captions_of
from steps.labels.known import FILE, as_toml, known_labels

OUT = Path("reports/out")
DONE, DIFFERENT, BROKEN, NOTHING = 0, 1, 2, 3
LISTED_AT_MOST = 40


def main(argv: Sequence[str]) -> int:
    """Write or compare; 1 when they differ, 2 when there is no record to read, 3 when it has nothing to tell."""
    chosen = _arguments().parse_args(list(argv))
    return _told(lambda: compare(chosen.out) if chosen.compare else write(chosen.out, chosen.list))


def compare_after(out: Path) -> int:
    """Compare after a run whose verdict has been told: one that was not green is no difference."""

    def compared() -> int:
        try:
            return compare(out)
        except NotGreen as problem:
            print(f"Не сверено. {problem}")
            return DONE

    return _told(compared)


def _told(work: Callable[[], int]) -> int:
    try:
        return work()
    except (RecordUnreadable, TableUnsound) as problem:
        print(problem, file=sys.stderr)
        return BROKEN
    except OSError as error:
        print(f"Список не записан: {error.strerror or error} ({error.filename})", file=sys.stderr)
        return BROKEN
    except NothingToTell as problem:
        print(problem, file=sys.stderr)
        return NOTHING


def _arguments() -> ArgumentParser:
    parser = ArgumentParser(
        prog="svyazka.py labels",
        description="Составляет список надписей всех экранов по записям целого зелёного прогона.",
    )
    parser.add_argument(
        "--out", type=Path, default=OUT, metavar="ПАПКА", help=f"где записи прогона, иначе {OUT.as_posix()}"
    )
    parser.add_argument(
        "--compare", action="store_true", help="не записывать, а сказать, чем список отличается от прогона"
    )
    parser.add_argument(
        "--list", type=Path, default=FILE, metavar="ФАЙЛ", help="куда записать список, иначе на его место"
    )
    return parser


def write(out: Path, file: Path = FILE) -> int:
    """Write the list from the record in a folder."""
    written = captions_of(read_record(out))
    file.write_text(as_toml(written), encoding="utf-8", newline="\n")
    print(f"Список надписей: {file.as_posix()}")
    return DONE


def compare(out: Path) -> int:
    """Say in what the committed list and the record in a folder differ."""
    found = differences(read_record(out), known_labels())
    for one in found[:LISTED_AT_MOST]:
        print(one)
    left = len(found) - LISTED_AT_MOST
    if not found:
        print("Список надписей — тот же, что на экранах.")
        return DONE
    more = f", не показано {left}" if left > 0 else ""
    print(f"Отличий: {len(found)}{more}. Составить список заново: python3 svyazka.py labels")
    return DIFFERENT
