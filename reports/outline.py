"""Where scenarios and sentences stand in their features: names, lines, the identity that outlives a run."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.messages import Message


@dataclass(frozen=True)
class Place:
    """A scenario as its author knows it: `cells` are those of its row, and `shown` is its name filled with them."""

    uri: str
    feature: str
    rule: str
    name: str
    cells: tuple[str, ...]
    line: int
    shown: str
    tags: tuple[str, ...] = ()

    @property
    def identity(self) -> str:
        """What names the scenario in every run: path / rule / scenario / row."""
        return " / ".join((self.uri, self.rule, self.name, " | ".join(self.cells)))

    @property
    def title(self) -> str:
        """The scenario's name, with its row where there is one."""
        return f"{self.shown} [{' | '.join(self.cells)}]" if self.cells else self.shown


@dataclass(frozen=True)
class _Node:
    name: str
    rule: str
    line: int


class Outline:
    """Finds for a pickle or one of its steps where it comes from."""

    def __init__(self) -> None:
        self._features: dict[str, str] = {}
        self._scenarios: dict[str, _Node] = {}
        self._rows: dict[str, Message] = {}
        self._steps: dict[str, Message] = {}
        self._pickles: dict[str, Message] = {}
        self._pickle_steps: dict[str, Message] = {}

    def add_document(self, document: Message) -> None:
        """Takes a `gherkinDocument`."""
        feature = document.get("feature") or {"name": "", "children": []}
        self._features[document.get("uri", "")] = feature["name"]
        for rule, child in _children(feature):
            for step in (child.get("scenario") or child["background"])["steps"]:
                self._steps[step["id"]] = step
            if scenario := child.get("scenario"):
                self._scenarios[scenario["id"]] = _Node(scenario["name"], rule, scenario["location"]["line"])
                rows = [row for table in scenario["examples"] for row in table["tableBody"]]
                self._rows.update((row["id"], row) for row in rows)

    def add_pickle(self, pickle: Message) -> None:
        """Takes a `pickle`."""
        self._pickles[pickle["id"]] = pickle
        self._pickle_steps.update((step["id"], step) for step in pickle["steps"])

    def place(self, pickle_id: str) -> Place:
        """Returns where a pickle comes from."""
        pickle = self._pickles[pickle_id]
        scenario_id, *row_ids = pickle["astNodeIds"]
        scenario = self._scenarios[scenario_id]
        row = self._rows[row_ids[-1]] if row_ids else None
        return Place(
            uri=pickle["uri"],
            feature=self._features[pickle["uri"]],
            rule=scenario.rule,
            name=scenario.name,
            cells=tuple(cell["value"] for cell in row["cells"]) if row else (),
            line=row["location"]["line"] if row else scenario.line,
            shown=pickle["name"],
            tags=tuple(tag["name"] for tag in pickle["tags"]),
        )

    def sentence(self, pickle_step_id: str) -> tuple[str | None, int]:
        """Returns a step's keyword and text with its line, or None for what is no sentence of the feature."""
        step = self._pickle_steps.get(pickle_step_id)
        if step is None:
            return None, 0
        source = self._steps[step["astNodeIds"][0]]
        return source["keyword"] + step["text"], source["location"]["line"]


def _children(feature: Message) -> Iterator[tuple[str, Message]]:
    """Yields scenarios and backgrounds, each with the name of its rule or an empty one."""
    for child in feature["children"]:
        if rule := child.get("rule"):
            yield from ((rule["name"], inner) for inner in rule["children"])
        else:
            yield "", child
