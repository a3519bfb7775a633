"""The captions that screens are known to have, as the committed list has them; None of it is none at all."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import cache, cached_property
from pathlib import Path

from pydantic.dataclasses import dataclass
from rapidfuzz import fuzz, process

from reports.record.tables import TABLE, read_tables
from steps.labels.blanks import BLANK, FULL_NAME, TIME, TYPED, blanked, fitting
from steps.language.spelling import ALIKE_ENOUGH, blur

FILE = Path(__file__).with_name("known.toml")
HEAD = """\
# Надписи экранов, какими их увидел целый зелёный прогон: система, заголовок экрана, кнопки, поля, остальной текст.
# Составляет «python3 svyazka.py labels», сверяет «test». Руками не правят.
"""


@dataclass(frozen=True, config=TABLE)
class Captions:
    """What stands on a screen, by kind: what can be pressed, what can be filled in, and any other line of text."""

    buttons: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[str]:
        """Every caption, kind after kind."""
        yield from (*self.buttons, *self.fields, *self.texts)


KINDS = tuple(each.name for each in fields(Captions))


@dataclass(frozen=True)
class Screen:
    """A screen of a system by its heading, with its captions."""

    system: str
    title: str
    captions: Captions


Written = Mapping[str, Mapping[str, Captions]]  # system, heading, captions: as the file has it


class KnownLabels:
    """All captions of all screens; what differs from world to world stands in them as a blank."""

    def __init__(self, written: Written) -> None:
        """Know what is written in a list."""
        self.written = written
        self.screens = tuple(
            Screen(system, title, captions)
            for system, screens in written.items()
            for title, captions in screens.items()
        )

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """Every caption and every heading once, in the order of letters."""
        return tuple(sorted(self._screens_by_label))

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The headings of the screens, each once; one that people type is nobody's."""
        return tuple(sorted({screen.title for screen in self.screens} - {TYPED}))

    def of_kind(self, kind: str) -> tuple[str, ...]:
        """Return the captions of one of `KINDS`, each once."""
        return tuple(
            sorted({caption for screen in self.screens for caption in getattr(screen.captions, kind)})
        )

    def knows(self, label: str) -> bool:
        """Tell whether a screen has this caption: letter for letter, blanks apart."""
        return bool(self.screens_of(label))

    def screens_of(self, label: str) -> tuple[Screen, ...]:
        """Return the screens that have the caption or are called so; what ends with a time or a name needs no end."""
        written = blanked(label)
        for spelling in (label, written, f"{written} {TIME}", f"{written} {FULL_NAME}"):
            if spelling in self._screens_by_label:
                return self._screens_by_label[spelling]
        return next(
            (self._screens_by_label[known] for known, fits in self._blank_ones if fits.fullmatch(label)), ()
        )

    def nearest(self, label: str) -> str | None:
        """Return the caption that this one was probably meant to be, itself if it is known; None if none is alike."""
        if self.knows(label):
            return label
        best = process.extractOne(
            _likened(label), self._blurred, scorer=fuzz.ratio, score_cutoff=100 * ALIKE_ENOUGH
        )
        return best[2] if best else None

    @cached_property
    def _screens_by_label(self) -> dict[str, tuple[Screen, ...]]:
        found: dict[str, list[Screen]] = {}
        for screen in self.screens:
            for label in {screen.title, *screen.captions}:
                found.setdefault(label, []).append(screen)
        return {label: tuple(screens) for label, screens in found.items()}

    @cached_property
    def _blurred(self) -> dict[str, str]:
        return {label: _likened(label) for label in self.labels}

    @cached_property
    def _blank_ones(self) -> list[tuple[str, re.Pattern[str]]]:
        """The captions that say something besides their blanks; a lone blank would fit everything."""
        said = [label for label in self.labels if BLANK.search(label) and BLANK.sub("", label).strip(" ,:.")]
        return [(label, fitting(label)) for label in said]


def _likened(label: str) -> str:
    """What is compared where no caption is the same: a blank at the end may have been left out."""
    return blur(re.sub(rf" {BLANK.pattern}$", "", blanked(label)))


@cache
def known_labels(file: Path = FILE) -> KnownLabels | None:
    """Return the captions of the list, None where there is no list; raise TableUnsound for one that is not sound."""
    return KnownLabels(read_tables(file, dict[str, dict[str, Captions]])) if file.exists() else None


def as_toml(written: Written) -> str:
    """Return the list as its file has it, always in the same order."""
    return HEAD + "".join(
        _table(system, title, written[system][title])
        for system in sorted(written)
        for title in sorted(written[system])
    )


def _table(system: str, title: str, captions: Captions) -> str:
    lines = [f"\n[{_quoted(system)}.{_quoted(title)}]"]
    for kind in KINDS:
        if listed := getattr(captions, kind):
            lines += [f"{kind} = [", *(f"    {_quoted(caption)}," for caption in listed), "]"]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
