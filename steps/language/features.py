"""A `.feature` file as a document: its pickles, clause marks, lines and problems; knows no pytest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from gherkin.stream.id_generator import IdGenerator

from reports.record.marks import clauses_by_line
from reports.record.outline import identity
from steps.language.problem import Problem


class DocumentIds(IdGenerator):
    """Numbers the parts of one document so that they differ from every other's, the same in every process."""

    def __init__(self, uri: str) -> None:
        """Start the numbering of the document with this address."""
        super().__init__()
        self.prefix = hashlib.sha256(uri.encode()).hexdigest()[:12]

    def get_next_id(self) -> str:
        """Return an id no other part of the run has."""
        return f"{self.prefix}-{super().get_next_id()}"


@dataclass(frozen=True)
class AstScenario:
    """A scenario as it is written, with the rule it stands in."""

    node: dict[str, Any]
    rule: dict[str, Any] | None = None

    @property
    def tables(self) -> list[dict[str, Any]]:
        """The Examples of an outline, in order."""
        return list(self.node["examples"])


@dataclass(frozen=True)
class FeatureDocument:
    """A feature file: what is written in it, the pickles made of it, and everything wrong with it."""

    uri: str
    source: str
    gherkin_document: dict[str, Any] = field(default_factory=dict, hash=False)
    pickles: list[dict[str, Any]] = field(default_factory=list, hash=False)
    problems: list[Problem] = field(default_factory=list, hash=False)
    known_clauses: frozenset[str] = field(default=frozenset(), hash=False)  # that its marks may name
    remarks: list[Problem] = field(
        default_factory=list, hash=False
    )  # worth knowing, but keep nothing from being run

    @property
    def feature(self) -> dict[str, Any] | None:
        """The feature's syntax tree; None for an empty or broken file."""
        return self.gherkin_document.get("feature")

    @cached_property
    def scenarios(self) -> list[AstScenario]:
        """Every scenario as written, those inside rules included, in order."""
        children = self.feature["children"] if self.feature else []
        return list(_scenarios(children))

    @cached_property
    def backgrounds(self) -> list[dict[str, Any]]:
        """The feature's background and those of its rules."""
        children = self.feature["children"] if self.feature else []
        inside = [child for rule in children if "rule" in rule for child in rule["rule"]["children"]]
        return [child["background"] for child in (*children, *inside) if "background" in child]

    @property
    def step_holders(self) -> list[dict[str, Any]]:
        """Everything steps are written in."""
        return [*self.backgrounds, *(scenario.node for scenario in self.scenarios)]

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file as the parser counts them."""
        return self.source.split("\n")

    @cached_property
    def clauses(self) -> dict[int, tuple[str, ...]]:
        """The clause ids by the line they are marked for; nothing but a step can carry them out."""
        return clauses_by_line(self.comments)

    @property
    def comments(self) -> list[dict[str, Any]]:
        """The comments of the file, the clause marks among them."""
        return list(self.gherkin_document.get("comments", []))

    @cached_property
    def _written_steps(self) -> dict[int, dict[str, Any]]:
        return {line_of(step): step for holder in self.step_holders for step in holder["steps"]}

    @cached_property
    def _by_id(self) -> dict[str, Any]:
        rows = [row for s in self.scenarios for table in s.tables for row in table["tableBody"]]
        found: dict[str, Any] = {node["id"]: node for node in (*self._written_steps.values(), *rows)}
        return found | {scenario.node["id"]: scenario for scenario in self.scenarios}

    def written_step(self, step: dict[str, Any]) -> dict[str, Any]:
        """Return the syntax tree's step a pickle's step was made of."""
        written: dict[str, Any] = self._by_id[step["astNodeIds"][0]]
        return written

    def scenario_of(self, pickle: dict[str, Any]) -> AstScenario:
        """Return the scenario as written that a pickle was made of."""
        scenario: AstScenario = self._by_id[pickle["astNodeIds"][0]]
        return scenario

    def cells_of(self, pickle: dict[str, Any]) -> list[str]:
        """Return the cells of the row a pickle was made of; empty when it is not of an outline."""
        rows = [self._by_id[node] for node in pickle["astNodeIds"][1:]]
        return [cell["value"] for row in rows for cell in row["cells"]]

    def line_of(self, pickle: dict[str, Any]) -> int:
        """Return the line of a pickle's scenario or of its row."""
        return int(pickle["location"]["line"])

    def identity_of(self, pickle: dict[str, Any]) -> str:
        """Return the name that stays when lines move: feature / rule / scenario / cells of the row."""
        scenario = self.scenario_of(pickle)
        rule = scenario.rule["name"] if scenario.rule else ""
        return identity(self.uri, rule, scenario.node["name"], self.cells_of(pickle))

    def steps_of(self, pickle: dict[str, Any]) -> list[dict[str, Any]]:
        """Return a pickle's steps with the keyword, the line and the clause ids of each."""
        return self._steps_by_pickle[pickle["id"]]

    @cached_property
    def _steps_by_pickle(self) -> dict[str, list[dict[str, Any]]]:
        return {pickle["id"]: [self._described(step) for step in pickle["steps"]] for pickle in self.pickles}

    def _described(self, step: dict[str, Any]) -> dict[str, Any]:
        written = self.written_step(step)
        line = written["location"]["line"]
        return step | {
            "keyword": written["keyword"],
            "line": line,
            "clauses": list(self.clauses.get(line, ())),
        }

    def own_steps_of(self, scenario: AstScenario) -> list[dict[str, Any]]:
        """Return the steps written in a scenario itself, as its first row has them; none if it has no row."""
        own = {step["id"] for step in scenario.node["steps"]}
        pickle = next((each for each in self.pickles if each["astNodeIds"][0] == scenario.node["id"]), None)
        return [step for step in self.steps_of(pickle) if step["astNodeIds"][0] in own] if pickle else []

    def empty_column(self, pickle: dict[str, Any], step: dict[str, Any]) -> str | None:
        """Return the column whose cell the step's sentence uses although it is empty in the pickle's row."""
        named = zip(self._columns_of(pickle), self.cells_of(pickle), strict=False)
        text = self.written_step(step)["text"]
        return next((name for name, cell in named if not cell and f"<{name}>" in text), None)

    def _columns_of(self, pickle: dict[str, Any]) -> list[str]:
        for table in self.scenario_of(pickle).tables:
            if any(row["id"] in pickle["astNodeIds"][1:] for row in table["tableBody"]):
                return columns_of(table)
        return []

    def problem(self, rule: str, scenario: AstScenario, message: str, line: int | None = None) -> Problem:
        """Return a problem of everything made of this scenario, by default on its own line."""
        pickles = tuple(p["id"] for p in self.pickles if p["astNodeIds"][0] == scenario.node["id"])
        return Problem(rule, self.uri, line or line_of(scenario.node), message, pickles)

    def problems_of(self, pickle: dict[str, Any]) -> list[Problem]:
        """Return what is wrong with this scenario."""
        return [problem for problem in self.problems if pickle["id"] in problem.pickles]

    @property
    def own_problems(self) -> list[Problem]:
        """What is wrong with the file itself, or with something no scenario was made of."""
        return [problem for problem in self.problems if not problem.pickles]


def line_of(node: dict[str, Any]) -> int:
    """Return the line something is written on."""
    return int(node["location"]["line"])


def columns_of(table: dict[str, Any]) -> list[str]:
    """Return the names of the columns of «Примеры»."""
    return [cell["value"] for cell in table.get("tableHeader", {}).get("cells", [])]


def _scenarios(children: list[dict[str, Any]], rule: dict[str, Any] | None = None) -> Iterator[AstScenario]:
    for child in children:
        if "scenario" in child:
            yield AstScenario(child["scenario"], rule)
        elif "rule" in child:
            yield from _scenarios(child["rule"]["children"], child["rule"])
