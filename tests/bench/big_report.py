"""How long the report of a big run takes, and how heavy it is: `python -m tests.bench.big_report [SCENARIOS]`."""

import sys
import tempfile
import time
from pathlib import Path

from reports.clauses import load_instructions
from reports.command import read_model
from reports.site import write_site
from tests.bench.synthetic_run import write_run

SCENARIOS = 1_000
PICTURE_KILOBYTES = 30


def main(scenarios: int) -> None:
    """Writes a run into a folder of its own, makes its report and prints what that took."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_run(folder, load_instructions(), scenarios, kilobytes=PICTURE_KILOBYTES)
        print(f"сценариев {scenarios}, записи {megabytes([folder / 'messages.ndjson'])}")
        began = time.perf_counter()
        model = read_model(folder)
        read = time.perf_counter()
        first = write_site(model)
        written = time.perf_counter()
        print(f"прочитано за {read - began:.1f} с, отчёт за {written - read:.1f} с")
        print(f"первая страница {megabytes([first])}, все {megabytes(list(first.parent.rglob('*.html')))}")


def megabytes(files: list[Path]) -> str:
    """Returns the size of the files."""
    return f"{sum(file.stat().st_size for file in files) / 1e6:.2f} МБ"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else SCENARIOS)
