"""The instruction as a video: the picture of each step with its caption, as long as it takes to read it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from reports.instruct.manual import Manual
from reports.instruct.page import frames
from reports.instruct.pictures import Plate
from reports.instruct.printing import Lend, write_frames

PROGRAM = "ffmpeg"
LEAST, FOR_A_WORD = 3.0, 0.4  # seconds


class NoVideo(RuntimeError):
    """No video could be made; the message is Russian and says what to do."""


def program() -> str:
    """Return where the program that makes videos is; raise NoVideo."""
    found = shutil.which(PROGRAM)
    if found is None:
        raise NoVideo("видео не сделано: нет программы ffmpeg. Поставьте её (в Debian: apt install ffmpeg)")
    return found


def write_video(path: Path, manual: Manual, plates: Sequence[Plate | None], lend: Lend) -> None:
    """Write the video; raise NoVideo or NotPrinted."""
    maker = program()
    with TemporaryDirectory() as kept:
        folder = Path(kept)
        pictures = write_frames(frames(manual, plates), folder, lend)
        script = folder / "frames.txt"
        script.write_text(listing(pictures, lengths(manual)), encoding="utf-8")
        video = folder / "video.mp4"
        _run([maker, "-v", "error", "-f", "concat", "-safe", "0", "-i", str(script), *_codec(), str(video)])
        shutil.move(video, path)


def lengths(manual: Manual) -> list[float]:
    """Return for how many seconds the title and each step are shown: by the words of their captions."""
    told = [" ".join([manual.title, manual.variant, *manual.remarks])]
    told += [" ".join([step.text, *step.warnings]) for step in manual.steps]
    return [max(LEAST, 1 + FOR_A_WORD * len(text.split())) for text in told]


def listing(pictures: Sequence[Path], seconds: Sequence[float]) -> str:
    """Return what ffmpeg reads; the last picture is named once more, or its length would not count."""
    shown = [
        f"file '{picture.name}'\nduration {length:.1f}"
        for picture, length in zip(pictures, seconds, strict=True)
    ]
    return "\n".join([*shown, f"file '{pictures[-1].name}'", ""])


def _codec() -> list[str]:
    """Return what players of all systems show; text needs sharp edges."""
    return ["-vf", "fps=10,format=yuv420p", "-c:v", "libx264", "-crf", "20", "-movflags", "+faststart"]


def _run(command: Sequence[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - found in PATH, our files
    if done.returncode:
        raise NoVideo(f"видео не сделано, ffmpeg ответил: {done.stderr.strip()[-300:]}")
