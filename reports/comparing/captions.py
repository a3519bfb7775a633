"""What is written differently on one screen: captions that are others now, that lack, that nobody knew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reports.comparing.aligning import Visit, longest_rising
from reports.comparing.shown import ShownCaption, ShownScreen
from reports.comparing.wording import choices, likeness, plain, same
from reports.record.observation import BUTTON, FIELD, TEXT, SeenCaption

ALIKE = 0.55  # from here on two captions resemble each other wherever they stand


@dataclass(frozen=True)
class Differing:
    """What differs on one screen."""

    reworded: tuple[tuple[ShownCaption, str], ...]
    lacking: tuple[ShownCaption, ...]
    unknown: tuple[SeenCaption, ...]
    moved: tuple[tuple[ShownCaption, ShownCaption, bool], ...]
    agreed: tuple[ShownCaption, ...]


def differing(shown: ShownScreen, visit: Visit, known: Iterable[str] = ()) -> Differing:
    """Compare a screen with what was seen of it; `known` are captions that it has in the simulator at other times."""
    titled = [] if same(shown.title.text, visit.title) or not visit.title else [(shown.title, visit.title)]
    agreed = [one for one in shown.said if visit.has(one)]
    renamed = [
        one.text for one, _ in titled
    ]  # what stands on the screen once more, as a title does in its bar
    lacking = [one for one in shown.expected if not visit.has(one) and one.text not in renamed]
    strange = _strange(shown, visit, known)
    pairs = list(_pairs(shown, visit, lacking, strange))
    taken = {id(one) for pair in pairs for one in pair}
    left = [one for one in strange if id(one) not in taken]
    return Differing(
        (*titled, *((one, other.text) for one, other in pairs)),
        tuple(one for one in lacking if id(one) not in taken),
        tuple(_but_personal(left, shown.personal)),
        tuple(_moved(shown, visit)),
        (*([shown.title] if not titled and visit.title else []), *agreed),
    )


def _strange(shown: ShownScreen, visit: Visit, known: Iterable[str]) -> list[SeenCaption]:
    """What is read there and stands nowhere in the simulator's screen."""
    every, switches = [*(one.text for one in shown.captions), *known, visit.title], _switches(shown, visit)
    return [
        one
        for one in visit.captions
        if id(one) not in switches and not any(same(other, one.text) for other in every)
    ]


def _switches(shown: ShownScreen, visit: Visit) -> set[int]:
    """The buttons beside a field of one thing or another that only say which of them is typed: a part of the field."""
    found: set[int] = set()
    for at, field in enumerate(visit.captions):
        wanted = choices(field.text) if field.kind == FIELD and _is_shown(shown, field) else ()
        for beside in (
            visit.captions[max(at - len(wanted), 0) : at],
            visit.captions[at + 1 :][: len(wanted)],
        ):
            told = tuple(plain(one.text).lower() for one in beside if one.kind == BUTTON)
            found |= {id(one) for one in beside} if wanted and sorted(told) == sorted(wanted) else set()
    return found


def _is_shown(shown: ShownScreen, field: SeenCaption) -> bool:
    return any(one.kind == FIELD and same(one.text, field.text) for one in shown.said)


def _pairs(
    shown: ShownScreen, visit: Visit, lacking: Sequence[ShownCaption], strange: Sequence[SeenCaption]
) -> Iterator[tuple[ShownCaption, SeenCaption]]:
    """Each caption that lacks with the strange one in its place; what is left with what resembles it, surest first."""
    gaps: dict[Beside, tuple[list[ShownCaption], list[SeenCaption]]] = defaultdict(lambda: ([], []))
    for one in lacking:
        gaps[_beside_shown(shown, visit, lacking, one)][0].append(one)
    for other in strange:
        gaps[_beside_seen(shown, visit, other)][1].append(other)
    in_place = [
        pair
        for gone, come in gaps.values()
        if len(gone) == len(come)
        for pair in zip(gone, come, strict=True)
    ]
    yield from in_place
    paired = {id(one) for pair in in_place for one in pair}
    yield from _alike(
        [one for one in lacking if id(one) not in paired], [one for one in strange if id(one) not in paired]
    )


def _alike(
    lacking: Sequence[ShownCaption], strange: Sequence[SeenCaption]
) -> Iterator[tuple[ShownCaption, SeenCaption]]:
    ranked = [(likeness(one.text, other.text), one, other) for one in lacking for other in strange]
    taken = set[int]()
    for worth, one, other in sorted(ranked, key=lambda each: -each[0]):
        if worth >= ALIKE and not taken & {id(one), id(other)}:
            taken |= {id(one), id(other)}
            yield one, other


Beside = tuple[str, str]  # the captions both have that come right before and after; empty where none does


def _beside_shown(
    shown: ShownScreen, visit: Visit, lacking: Sequence[ShownCaption], one: ShownCaption
) -> Beside:
    at = next(number for number, each in enumerate(shown.said) if each is one)
    known = [plain(each.text) if each not in lacking and visit.has(each) else "" for each in shown.said]
    return _nearest(known, at)


def _beside_seen(shown: ShownScreen, visit: Visit, one: SeenCaption) -> Beside:
    at = next(number for number, each in enumerate(visit.captions) if each is one)
    known = [
        next((plain(each.text) for each in shown.said if same(each.text, told.text)), "")
        for told in visit.captions
    ]
    return _nearest(known, at)


def _nearest(known: Sequence[str], at: int) -> Beside:
    before, after = filter(None, reversed(known[:at])), filter(None, known[at + 1 :])
    return next(before, ""), next(after, "")


def _moved(shown: ShownScreen, visit: Visit) -> Iterator[tuple[ShownCaption, ShownCaption, bool]]:
    """Each field that stands elsewhere, the one it has passed, and whether it comes earlier now.

    Of fields alone: what else is on a screen comes and goes while one looks, and stands where there is room.
    """
    fields = [one for one in shown.expected if one.kind == FIELD]
    places = [(at, one) for one in fields if (at := _place(visit, one)) is not None]
    kept = longest_rising([at for at, _ in places])
    for number, (at, one) in enumerate(places):
        if number not in kept:
            passed = [
                (abs(number - other), where, known)
                for other, (where, known) in enumerate(places)
                if (other < number) != (where < at) and other != number
            ]
            _, where, known = min(passed, key=lambda each: each[0])
            yield one, known, at < where


def _place(visit: Visit, caption: ShownCaption) -> int | None:
    return next((at for at, one in enumerate(visit.captions) if same(caption.text, one.text)), None)


def _but_personal(strange: Sequence[SeenCaption], lines: int) -> Iterator[SeenCaption]:
    """Leave out as many lines of text as the simulator has for the person alone: a school, a class."""
    for one in strange:
        if one.kind == TEXT and lines:
            lines -= 1
        else:
            yield one
