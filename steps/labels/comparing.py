"""Tells in what a run's captions differ from the committed list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reports.record.run import Run
from steps.labels.gathering import captions_of
from steps.labels.known import KINDS, Captions, KnownLabels, Written

NAMES = {"buttons": "кнопка", "fields": "поле", "texts": "текст"}
Place = tuple[
    str, str, str, str
]  # system, heading, kind, caption; kind and caption of a screen itself are empty


@dataclass(frozen=True)
class Unlisted:
    """A caption, or a whole screen, that only the run has, or only the list."""

    system: str
    title: str
    kind: str
    caption: str
    in_run: bool

    def __str__(self) -> str:
        what = f"{NAMES[self.kind]} «{self.caption}»" if self.kind else "экран целиком"
        how = "есть на экране, нет в списке" if self.in_run else "есть в списке, нет на экране"
        return f"«{self.title}» ({self.system}): {what} — {how}"


def differences(record: Run, committed: KnownLabels | None) -> list[Unlisted]:
    """Return what a whole green run and the list do not share; raise NothingToTell of another run."""
    seen, listed = set(_places(captions_of(record))), set(_places(committed.written if committed else {}))
    told = [Unlisted(*place, in_run=place in seen) for place in sorted(seen ^ listed)]
    screens = {(one.system, one.title) for one in told if not one.kind}
    return [one for one in told if not one.kind or (one.system, one.title) not in screens]


def _places(written: Written) -> Iterator[Place]:
    for system, screens in written.items():
        for title, captions in screens.items():
            yield system, title, "", ""
            yield from ((system, title, kind, caption) for kind, caption in _listed(captions))


def _listed(captions: Captions) -> Iterator[tuple[str, str]]:
    for kind in KINDS:
        yield from ((kind, caption) for caption in getattr(captions, kind))
