"""A feature held against the step definitions there are, and what is wrong with it then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from steps.language.features import AstScenario, FeatureDocument
from steps.language.kinds import SlotKind
from steps.language.matching import Definition, Matcher
from steps.language.problem import Problem
from steps.language.rule import Rule, found, rules_in
from steps.language.sentence import Sentence

STEP_RULES = "steps.language.step_rules"


@dataclass(frozen=True)
class BoundStep:
    """A step as one row of its scenario has it, and the one definition it is; none if it is not exactly one."""

    line: int
    type: str
    text: str
    definition: Definition | None
    argument: dict[str, Any]

    @cached_property
    def places(self) -> list[tuple[SlotKind, str]]:
        """What stands in the places of its sentence and in the cells under it, each with what may stand there."""
        parser = self.definition.context.parser if self.definition else None
        if not isinstance(parser, Sentence):
            return []
        if not parser.columns:
            return parser.places(self.text)
        rows = self.argument.get("dataTable", {}).get("rows", [])
        cells = [zip(parser.columns, row["cells"], strict=False) for row in rows]
        return parser.places(self.text) + [(kind, cell["value"]) for row in cells for kind, cell in row]


@dataclass(frozen=True)
class Bound:
    """A feature and who carries out its steps: what the rules about steps look at."""

    document: FeatureDocument
    matcher: Matcher

    @cached_property
    def by_pickle(self) -> dict[str, list[BoundStep]]:
        """The steps of each scenario and row, by its id, those of the background among them."""
        matches = self.matcher.matches(self.document)
        return {
            pickle["id"]: [self._bound(step, matches[step["id"]]) for step in self.document.steps_of(pickle)]
            for pickle in self.document.pickles
        }

    @cached_property
    def steps(self) -> list[BoundStep]:
        """Every step in every wording that the rows give it, once."""
        return list(
            {(step.line, step.text): step for steps in self.by_pickle.values() for step in steps}.values()
        )

    def first_rows(self) -> Iterator[tuple[AstScenario, list[BoundStep]]]:
        """Yield every scenario with its steps, as its first row has them."""
        seen = set()
        for pickle in self.document.pickles:
            scenario = self.document.scenario_of(pickle)
            if scenario.node["id"] not in seen:
                seen.add(scenario.node["id"])
                yield scenario, self.by_pickle[pickle["id"]]

    def _bound(self, step: dict[str, Any], definitions: list[Definition]) -> BoundStep:
        only = definitions[0] if len(definitions) == 1 else None
        return BoundStep(step["line"], step["type"], step["text"], only, step.get("argument", {}))


def step_rules() -> tuple[Rule[Bound], ...]:
    """Return the rules that need to know the step definitions."""
    return rules_in(STEP_RULES)


def misbound(document: FeatureDocument, matcher: Matcher) -> list[Problem]:
    """Return everything for which a run refuses the steps of a document."""
    return misbound_steps(Bound(document, matcher))


def misbound_steps(bound: Bound) -> list[Problem]:
    """Return the same of a document that has been bound already."""
    return [*bound.matcher.problems(bound.document), *found(step_rules(), bound)]
