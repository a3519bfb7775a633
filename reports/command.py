"""`svyazka.py report`: makes the report anew from the record of a run."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from reports.clauses import InstructionUnsound, load_instructions
from reports.messages import read
from reports.model import Model, model_of
from reports.run import Run, read_run
from reports.site import write_site

OUT = "reports/out"
DONE, BROKEN = 0, 2


class RecordUnreadable(Exception):  # noqa: N818  named after what happened
    """There is no record of a run, or not a whole one; the message is Russian."""


def main(argv: Sequence[str], parser_class: Callable[..., argparse.ArgumentParser]) -> int:
    """Make the report and say where it lies; 2 when there is nothing to make it of."""
    chosen = _arguments(parser_class).parse_args(list(argv))
    try:
        model = read_model(Path(chosen.out))
        written = write_site(model)
    except (RecordUnreadable, InstructionUnsound) as problem:
        print(problem, file=sys.stderr)
        return BROKEN
    except OSError as error:
        print(f"Отчёт не записан: {error.strerror or error} ({error.filename})", file=sys.stderr)
        return BROKEN
    print(f"Отчёт: {written.as_posix()}")
    return DONE


def _arguments(parser_class: Callable[..., argparse.ArgumentParser]) -> argparse.ArgumentParser:
    parser = parser_class(prog="svyazka.py report", description="Делает отчёт методиста из записей прогона.")
    parser.add_argument(
        "--out", default=OUT, metavar="ПАПКА", help=f"где записи прогона, иначе {OUT}; отчёт ляжет туда же"
    )
    return parser


def read_model(folder: Path) -> Model:
    """Reads the record in the folder and the clause lists; raises RecordUnreadable and InstructionUnsound."""
    return model_of(read_record(folder), folder, load_instructions())


def read_record(folder: Path) -> Run:
    """Reads the run whose record lies in the folder; raises RecordUnreadable."""
    stream = folder / "messages.ndjson"
    try:
        messages = list(read(stream))
    except FileNotFoundError:
        raise RecordUnreadable(
            f"В папке «{folder}» нет записей прогона (messages.ndjson). Сделать их: python3 svyazka.py run"
        ) from None
    except OSError as error:
        raise RecordUnreadable(f"Записи не читаются: {error.strerror or error} ({stream})") from None
    except ValueError:
        raise RecordUnreadable(
            f"Записи в «{stream}» повреждены или это не они. Повторить прогон: python3 svyazka.py run"
        ) from None
    if not messages or "testRunFinished" not in messages[-1]:
        raise RecordUnreadable(
            f"Записи в «{stream}» обрываются: конца прогона в них нет. Повторить прогон: python3 svyazka.py run"
        )
    return read_run(messages)
