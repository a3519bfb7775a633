"""The feature of a draft: a scenario for each way and each fork, with the marks of its clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from steps.draft.circumstances import circumstance_of
from steps.draft.passages import Passage, Way
from steps.draft.vocabulary import POWERS, SEES, Act
from steps.language.rules.unwritten import OPENING

WHO = f"{OPENING} Кто это? Напишите, например: Дано я — «учитель МЭШ»"
HAS = f"{OPENING} Что у него есть? Напишите, например: И у меня есть VK ID и учебный профиль"
END = "# Чем это кончается? Напишите: Тогда вижу …"
CRITICAL, IMPORTANT = "критично", "важно"
MARKING = re.compile(r"#\s*>?")  # would be taken for a clause mark
NAME_LENGTH, WAY_LENGTH = 140, 68  # of a scenario, and of its two parts: a longer one is cut at a word


class Marks(Protocol):
    """Knows the clause of each act."""

    def marks(self, passage: Passage) -> list[str]:
        """Return the clauses of a passage's acts, an empty text where there is none."""


@dataclass(frozen=True)
class Written:
    """A scenario of a draft, line by line."""

    name: str
    tags: tuple[str, ...]
    lines: tuple[str, ...]


def feature(title: str, about: str, tags: Sequence[str], scenarios: Sequence[Written]) -> str:
    """Return the text of the feature; who the person is, and what all of them have, is asked once."""
    head = ["# language: ru", *([" ".join(f"@{tag}" for tag in tags)] if tags else [])]
    lines = [*head, f"Функция: {_name(title)}", "", f"  {about}"]
    asked = [WHO] if any(HAS not in each.lines for each in scenarios) else [WHO, HAS]
    lines += ["", "  Предыстория:", *(f"    {line}" for line in asked)]
    for scenario in scenarios:
        lines += ["", f"  {' '.join(f'@{tag}' for tag in scenario.tags)}", f"  Сценарий: {scenario.name}"]
        lines += [f"    {line}" for line in scenario.lines if line not in asked]
    return "\n".join(lines) + "\n"


def scenarios_of(ways: Sequence[Way], marks: Marks) -> list[Written]:
    """Write each way down, and behind it its forks: what leads there once more, then what only some do."""
    taken: dict[str, int] = {}
    written: list[Written] = []
    for way in ways:
        if way.main:
            written.append(_scenario(_unique(way.title, taken), CRITICAL, way, way.main, marks))
        for fork, passages in way.forks.items():
            condition = re.sub(r" [(][0-9]+[)]$", "", fork)
            name = f"{_name(way.title, WAY_LENGTH).rstrip('.:;,!')}: {_name(condition, WAY_LENGTH)}"
            before = [each for each in way.main if each.sentence.number < passages[0].sentence.number]
            written.append(_scenario(_unique(name, taken), IMPORTANT, way, passages, marks, before))
    return written


def _scenario(
    name: str,
    severity: str,
    way: Way,
    passages: Sequence[Passage],
    marks: Marks,
    before: Sequence[Passage] = (),
) -> Written:
    acts = [act for passage in (*before, *passages) for act in passage.acts]
    powers = dict.fromkeys(POWERS[act.deed] for act in acts if act.deed in POWERS)
    has = circumstance_of(way)
    lines = [f"Дано {has}" if has else HAS]
    keyword = _Keyword()
    lines += [keyword.of(act) for passage in before for act in passage.acts if not act.is_seen]
    lines += [line for passage in passages for line in _lines(passage, marks, keyword)]
    if keyword.kind != SEES:
        lines.append(END)
    return Written(name, (severity, *powers), tuple(lines))


def _lines(passage: Passage, marks: Marks, keyword: _Keyword) -> Iterator[str]:
    for act, clause in zip(passage.acts, marks.marks(passage), strict=True):
        if clause:
            yield f"#> {clause}"
        yield keyword.of(act)
    if passage.unknown and not passage.acts:
        yield f"{OPENING} {passage.sentence.quoted}"
    elif passage.unknown:
        yield from (f"{OPENING} {words}" for words in passage.unknown)
    yield from (f"{OPENING} {words}" for words in passage.left_out)


class _Keyword:
    """Puts «Когда», «Тогда» or «И» before a step, as those above it want."""

    def __init__(self) -> None:
        self.kind = ""

    def of(self, act: Act) -> str:
        kind, self.kind = self.kind, act.deed.kind
        word = "И" if kind == self.kind else "Тогда" if act.is_seen else "Когда"
        return f"{word} {act.text}"


def _unique(name: str, taken: dict[str, int]) -> str:
    shown = _name(name)
    taken[shown] = taken.get(shown, 0) + 1
    return shown if taken[shown] == 1 else f"{shown} ({taken[shown]})"


def _name(title: str, length: int = NAME_LENGTH) -> str:
    """Return a title as one line that Gherkin takes for nothing else."""
    line = " ".join(MARKING.sub(" ", title).split()).lstrip("@|*").strip().rstrip(":")
    return line if len(line) <= length else line[:length].rpartition(" ")[0] + " …"
