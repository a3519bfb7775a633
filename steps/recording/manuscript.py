"""The scenario that is being recorded, as the text of a feature file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from steps.recording.entry import KEYWORDS, THEN, WHEN, Entry, Step

FEATURE = "Записано в браузере"
SCENARIO = "Записанный сценарий"
SEVERITY = "важно"


@dataclass
class Manuscript:
    """What stands in the file: titles, tags, who takes part, and what was done and seen after that."""

    feature: str = FEATURE
    scenario: str = SCENARIO
    feature_tags: list[str] = field(default_factory=list)
    scenario_tags: list[str] = field(default_factory=lambda: [SEVERITY])
    people: list[Step] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)

    def introduce(self, step: Step) -> bool:
        """Say in the beginning who somebody is; False if that is said there already."""
        beginning = step.text.partition("«")[0]
        if any(each.text.startswith(beginning) for each in self.people):
            return False
        self.people.append(step)
        return True

    def tag(self, whose: Sequence[str], powers: Sequence[str]) -> None:
        """Have the tags that the scenario needs: whose it is, unless that is said, and what it asks of a stand."""
        self.feature_tags = self.feature_tags or list(whose)
        there = {*self.feature_tags, *self.scenario_tags}
        self.scenario_tags += [tag for tag in powers if tag not in there]

    @property
    def steps(self) -> list[Step]:
        """All steps in their order."""
        return [*self.people, *(entry for entry in self.entries if isinstance(entry, Step))]

    @property
    def looks_at_its_end(self) -> bool:
        """Whether somebody looks at what the last action has led to."""
        acted = [entry.kind for entry in self.steps if entry.kind in (WHEN, THEN)]
        return acted[-1:] == [THEN]

    def text(self) -> str:
        """The whole file."""
        lines = ["# language: ru", *_tags(self.feature_tags), f"Функция: {self.feature}", ""]
        lines += [f"  {line}" for line in (*_tags(self.scenario_tags), f"Сценарий: {self.scenario}")]
        lines += [f"    {line}" for line in _written([*self.people, *self.entries])]
        return "\n".join(lines) + "\n"


def _tags(names: Sequence[str]) -> list[str]:
    return [" ".join(f"@{name}" for name in names)] if names else []


def _written(entries: Sequence[Entry]) -> Iterator[str]:
    """The lines of the steps; one that goes on as the one before it begins with «И»."""
    before = ""
    for entry in entries:
        if not isinstance(entry, Step):
            yield f"# {entry}"
            continue
        yield f"{'И' if entry.kind == before else KEYWORDS[entry.kind]} {entry.text}"
        yield from (f"  | {' | '.join(map(_cell, row))} |" for row in entry.rows)
        before = entry.kind


def _cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "\\n")
