"""What an instruction for people says: steps with their pictures, results and warnings; no page, no file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reports.moments import Frame, Shot


@dataclass(frozen=True)
class View:
    """A picture of a step, and where on it are the controls that the step uses."""

    shot: Shot
    frames: tuple[Frame, ...] = ()


@dataclass(frozen=True)
class ManualStep:
    """One step for a person.

    `screen` is the one it is done on, `clauses` are those it carries out, `seen` those that its results do;
    `forgotten`: the source does not name it; `assumed` are captions that no source prints and nobody has seen.
    """

    text: str
    screen: str = ""
    clauses: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()
    results: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    forgotten: bool = False
    assumed: tuple[str, ...] = ()
    view: View | None = None


@dataclass(frozen=True)
class Manual:
    """An instruction for people; warnings that belong to no step stand before the first one or after the last.

    `end` is what its reader sees when all is done.
    """

    name: str
    title: str
    variant: str
    place: str
    day: date
    steps: tuple[ManualStep, ...]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    end: View | None = None

    @property
    def forgotten(self) -> int:
        """How many steps the source does not name."""
        return sum(step.forgotten for step in self.steps)

    @property
    def sentences(self) -> list[str]:
        """Everything it says in words of its own."""
        told = [*self.before, *self.after]
        for step in self.steps:
            told += [step.text, *step.results, *step.warnings]
        return told

    @property
    def remarks(self) -> Iterator[str]:
        """What its reader should know before the first step."""
        yield f"Снимки сделаны {self.place}: настоящие экраны могут отличаться."
        yield "Имена, номера и названия чатов на них придуманы."
        if self.forgotten:
            yield f"Шагов, которых нет в исходной инструкции: {self.forgotten}. Они помечены."


def guess(captions: tuple[str, ...]) -> str:
    """Return what is said of captions that may be others in reality, nothing if there are none."""
    named = ", ".join(f"«{caption}»" for caption in captions)
    if not named:
        return ""
    if any(caption.startswith("https://") for caption in captions):
        return f"Адрес {named} предположен: уточните его в школе."
    one = len(captions) == 1
    return f"{'Надпись' if one else 'Надписи'} {named} {'предположена' if one else 'предположены'}: смотрите по экрану."
