"""What differs between an instruction and the one made before it; what that takes is kept beside them."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from reports.instruct.manual import Manual
from reports.instruct.pictures import Plate
from reports.record.folder import write_whole

# Of 255, on average and at one spot. Another person's name in the same place made 0.23 and 24 at most, the
# same form in the colours of another journal 0.46 and 59.
DIFFERENT, FAR = 0.35, 40


@dataclass(frozen=True)
class StepKept:
    """What is kept of a step: all its words, and the print of its picture."""

    words: tuple[str, ...]
    print: bytes = b""

    @property
    def text(self) -> str:
        """What it tells a person to do."""
        return self.words[0]


def kept(manual: Manual, plates: Sequence[Plate | None]) -> list[StepKept]:
    """Return what is kept of an instruction."""
    pairs = zip(manual.steps, plates, strict=True)
    return [
        StepKept((step.text, *step.results, *step.warnings), plate.print if plate else b"")
        for step, plate in pairs
    ]


def write_kept(path: Path, steps: Sequence[StepKept]) -> None:
    """Keep it for the next time."""
    told = [{"words": step.words, "print": base64.b64encode(step.print).decode()} for step in steps]
    write_whole(path, [json.dumps(told, ensure_ascii=False, indent=1)])


def read_kept(path: Path) -> list[StepKept] | None:
    """Return what was kept; None if there was no instruction, or what was kept of it cannot be read."""
    try:
        return [_step(each) for each in json.loads(path.read_text(encoding="utf-8"))]
    except (OSError, ValueError, KeyError, TypeError, IndexError, binascii.Error):
        return None


def _step(told: Mapping[str, Any]) -> StepKept:
    words = tuple(map(str, told["words"]))
    return StepKept((words[0], *words[1:]), base64.b64decode(told["print"]))


def changes(earlier: Sequence[StepKept], now: Sequence[StepKept]) -> Iterator[str]:
    """Yield what differs, step by step; numbers are those of today, of a step that is gone those of then."""
    then, today = [one.text for one in earlier], [one.text for one in now]
    for kind, start, end, begin, stop in SequenceMatcher(None, then, today, autojunk=False).get_opcodes():
        if kind == "equal":
            for old, new in zip(range(start, end), range(begin, stop), strict=True):
                yield from _within(new + 1, earlier[old], now[new])
            continue
        paired = min(end - start, stop - begin)
        for shift in range(paired):
            yield f"шаг {begin + shift + 1}: был «{then[start + shift]}», стал «{today[begin + shift]}»"
        yield from (f"шага {old + 1} больше нет: {then[old]}" for old in range(start + paired, end))
        yield from (f"шаг {new + 1} новый: {today[new]}" for new in range(begin + paired, stop))


def _within(number: int, earlier: StepKept, now: StepKept) -> Iterator[str]:
    if earlier.words != now.words:
        gone = " ".join(word for word in earlier.words if word not in now.words) or "ничего"
        new = " ".join(word for word in now.words if word not in earlier.words) or "ничего"
        yield f"шаг {number}, пояснения: было «{gone}», стало «{new}»"
    if not alike(earlier.print, now.print):
        yield f"шаг {number}: снимок другой"


def alike(one: bytes, other: bytes) -> bool:
    """Whether two prints are of the same screen, whoever's name stands on it."""
    if len(one) != len(other):
        return False
    differences = [abs(mine - its) for mine, its in zip(one, other, strict=True)]
    return not differences or (sum(differences) / len(differences) < DIFFERENT and max(differences) < FAR)
