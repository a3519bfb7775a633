"""The folder of a run's results: which names in it are ours, and who may write there now."""

import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO

from reports.record.printable import printable

# <run>-<process>[-<number>[-<name>]].<extension>: nothing else is ever deleted from `evidence` and `parts`.
REPORT = "report"
STREAM = "messages.ndjson"
KNOWN = "known.ndjson"  # what is known of each clause: of a run in its report, of people in `fixtures`
GATE = "gate"  # the folder of the gate's verdict, with these files in it
SUMMARY = "summary.md"
VERDICT_FILES = ("verdict.json", SUMMARY, "junit.xml", "code-quality.json")
OUT = "reports/out"  # where results go if nobody says otherwise
_OURS = re.compile(r"[0-9a-f]{8}-(main|gw\d+)(-\d+(-[a-z0-9_-]+)?)?\.[a-z0-9]+")

if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FolderBusy(Exception):  # noqa: N818  named after what happened
    """Another run is writing into this folder."""


class Folder:
    """The results of one run. Names that carry the run's id never meet those of another run."""

    def __init__(self, root: Path, run: str) -> None:
        self.root = root
        self.run = run
        self.stream = root / STREAM
        self.junit = root / "junit.xml"
        self.evidence = root / "evidence"
        self.report = root / REPORT / "index.html"
        self.cucumber = root / "cucumber.html"  # beside the stream: it names the pictures as the stream does
        self._parts = root / "parts"
        self._lock_file: BinaryIO | None = None

    def plan(self, process: str) -> Path:
        """Return where a process writes what is to be executed."""
        return self._parts / f"{self.run}-{process}-0-plan.ndjson"

    def part(self, process: str) -> Path:
        """Return where a process appends what it executes."""
        return self._parts / f"{self.run}-{process}.ndjson"

    def plans(self) -> list[Path]:
        """Return the plans of this run's processes, the longest first: all say the same as far as they got."""
        return sorted(self._parts.glob(f"{self.run}-*-0-plan.ndjson"), key=lambda path: -path.stat().st_size)

    def parts(self) -> dict[str, Path]:
        """Return the parts of this run by the names of the processes that wrote them."""
        files = sorted(set(self._parts.glob(f"{self.run}-*.ndjson")) - set(self.plans()))
        return {path.stem.removeprefix(f"{self.run}-"): path for path in files}

    def claim(self) -> None:
        """Take the folder for this run; FolderBusy when another run has it.

        The system itself lets go of the lock when the process dies, however it dies.
        """
        self.root.mkdir(parents=True, exist_ok=True)
        file = (self.root / "run.lock").open("ab")
        try:
            _lock(file)
        except OSError:
            file.close()
            raise FolderBusy(
                f"В папку «{self.root}» сейчас пишет другой прогон. "
                "Дождитесь его конца или укажите другую папку: --out ПАПКА"
            ) from None
        self._lock_file = file

    def clear(self) -> None:
        """Remove what earlier runs left, all at once and before anything is executed."""
        self.stream.unlink(missing_ok=True)
        self.junit.unlink(missing_ok=True)
        self.cucumber.unlink(missing_ok=True)
        self.clear_report()
        clear_verdict(self.root / GATE)
        _remove(self.evidence, lambda name: not name.startswith(self.run))
        _remove(self._parts, lambda name: not name.startswith(self.run))

    def clear_report(self) -> None:
        """Remove the pages of an earlier report and what it knew: their run is gone; anything else there stays."""
        for page in [*self.report.parent.rglob("*.html"), self.report.with_name(KNOWN)]:
            page.unlink(missing_ok=True)

    def remove_parts(self) -> None:
        """Remove this run's own parts: the stream has them now, or nobody will ask for them."""
        _remove(self._parts, lambda name: name.startswith(self.run))

    def release(self) -> None:
        """Let the next run in."""
        if self._lock_file is not None:
            self._lock_file.close()
            self._lock_file = None


def results_folder(typed: str, root: Path, here: Path) -> Path:
    """Return the folder of the results: as it was typed from `here`, or its usual place under the root."""
    return root / typed if typed == OUT else here / typed


def clear_verdict(folder: Path) -> None:
    """Remove what the gate has said of an earlier record: an open gate must not outlive its run."""
    for name in VERDICT_FILES:
        (folder / name).unlink(missing_ok=True)


def write_whole(path: Path, lines: Iterable[str]) -> None:
    """Replace a file in one move, so that nobody ever reads half of it, or what no reader takes."""
    draft = path.with_name(path.name + ".draft")
    try:
        with draft.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(map(printable, lines))
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _remove(folder: Path, chosen: Callable[[str], bool]) -> None:
    if not folder.is_dir():
        return
    for file in folder.iterdir():
        if _OURS.fullmatch(file.name) and chosen(file.name):
            file.unlink(missing_ok=True)
    if not any(folder.iterdir()):
        folder.rmdir()
