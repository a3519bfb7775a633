"""The files of an instruction: first what they will be and what that changes, then the files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reports.instruct.changes import changes, kept, read_kept, write_kept
from reports.instruct.manual import Manual
from reports.instruct.page import page
from reports.instruct.pictures import Plate, plate
from reports.instruct.printing import Lend, NotPrinted, write_pdf
from reports.instruct.video import NoVideo, write_video
from reports.instruct.word import write_word
from reports.record.folder import write_whole

FOLDER = "instruct"


@dataclass(frozen=True)
class Prepared:
    """An instruction with its pictures printed; `changed` tells what differs from the one that lies there, if any."""

    manual: Manual
    plates: tuple[Plate | None, ...]
    end: Plate | None
    changed: tuple[str, ...] | None


@dataclass(frozen=True)
class Made:
    """The files that were written, and what could not be made and why."""

    files: tuple[Path, ...]
    lacking: tuple[str, ...]


def prepare(manual: Manual, folder: Path) -> Prepared:
    """Print the pictures, which lie with the run's record in the folder, and compare; nothing is written yet."""
    plates = tuple(plate(step.view, number, folder) for number, step in enumerate(manual.steps, 1))
    earlier = read_kept(_file(manual, folder, "json"))
    changed = None if earlier is None else tuple(changes(earlier, kept(manual, plates)))
    return Prepared(manual, plates, plate(manual.end, 0, folder), changed)


def make(prepared: Prepared, folder: Path, lend: Lend, video: bool = False) -> Made:
    """Write the files beside the record, over earlier ones; raises OSError."""
    manual, plates = prepared.manual, prepared.plates
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    html, word, pdf, mp4 = (_file(manual, folder, kind) for kind in ("html", "docx", "pdf", "mp4"))
    write_whole(html, [page(manual, plates, prepared.end)])
    write_word(word, manual, plates, prepared.end)
    for file in (pdf, mp4):  # what cannot be made anew must not stay as it was: it would tell of another run
        file.unlink(missing_ok=True)
    lacking = []
    try:
        write_pdf(html, pdf, lend)
        if video:
            write_video(mp4, manual, plates, lend)
    except NotPrinted as problem:
        lacking.append(f"Без PDF{' и видео' if video else ''}: {problem}")
    except NoVideo as problem:
        lacking.append(f"Без видео: {problem}")
    write_kept(_file(manual, folder, "json"), kept(manual, plates))
    return Made(tuple(file for file in (html, word, pdf, mp4) if file.exists()), tuple(lacking))


def _file(manual: Manual, folder: Path, kind: str) -> Path:
    return folder / FOLDER / f"{manual.name}.{kind}"
