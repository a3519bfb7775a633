"""Where scenarios and sentences stand in their features: names, lines, the identity that outlives a run."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reports.record.marks import clauses_by_line, detour_lines
from reports.record.messages import Message


def identity(uri: str, rule: str, scenario: str, cells: Iterable[str]) -> str:
    """Return what names a scenario in every run, when lines move too: feature / rule / scenario / row."""
    return " / ".join((uri, _unbroken(rule), _unbroken(scenario), row(cells)))


def row(cells: Iterable[str]) -> str:
    """Return a row's cells in one line, escaped as Gherkin writes them: no two rows look alike."""
    escaped = (cell.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "\\n") for cell in cells)
    return " | ".join(escaped)


def _unbroken(name: str) -> str:
    return name.replace("\\", "\\\\").replace(" / ", " \\/ ")


def spoken(step: Mapping[str, Any]) -> str:
    """Return a step's sentence with what stands under it, so that a reader misses nothing of it."""
    under = step.get("argument", {})
    rows = [
        [f"«{cell['value']}»" for cell in row["cells"]] for row in under.get("dataTable", {}).get("rows", [])
    ]
    table = ", ".join(" — ".join(row) for row in rows)
    text = " ".join(under.get("docString", {}).get("content", "").split())
    return " ".join(filter(None, (step["text"], table, text)))


def _named(cell: str) -> str:
    """Return a cell in quotes, one pair of them; an empty one has nothing to be quoted."""
    if cell in ("", "«»"):
        return "пусто"
    return cell if cell.startswith("«") and cell.endswith("»") else f"«{cell}»"


@dataclass(frozen=True)
class ScenarioPlace:
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
        """What names the scenario in every run."""
        return identity(self.uri, self.rule, self.name, self.cells)

    @property
    def title(self) -> str:
        """The scenario's name, with its row where there is one."""
        return f"{self.shown} [{row(self.cells)}]" if self.cells else self.shown

    @property
    def heading(self) -> str:
        """The name for people: of its row only what the name itself does not say."""
        unsaid = [_named(cell) for cell in self.cells if not cell or cell not in self.shown]
        return f"{self.shown}: {', '.join(unsaid)}" if unsaid else self.shown


@dataclass(frozen=True)
class WrittenScenario:
    """A scenario, or a row of it, as it is written, and the clauses it carries."""

    place: ScenarioPlace
    clauses: frozenset[str]


@dataclass(frozen=True)
class WrittenStep:
    """A written step: `kind` is Cucumber's word for it, Context, Action or Outcome; `clauses` are its marks.

    `detour`: it is marked as the test's own, which no instruction could know.
    """

    text: str
    line: int
    kind: str
    clauses: tuple[str, ...] = ()
    detour: bool = False

    @property
    def counts(self) -> bool:
        """Whether it carries clauses out: only what a person does or sees is proof."""
        return self.kind in ("Action", "Outcome")


class Outline:
    """Finds for a pickle or one of its steps where it comes from."""

    def __init__(self, documents: Iterable[Message], pickles: Iterable[Message]) -> None:
        """Take every `gherkinDocument` and `pickle` of a stream."""
        self._scenarios: dict[str, WrittenScenario] = {}
        self._steps: dict[str, Message] = {}
        self._marks: dict[str, tuple[str, ...]] = {}
        self._detours: set[str] = set()
        self._pickles = {pickle["id"]: pickle for pickle in pickles}
        self._pickle_steps = {step["id"]: step for each in self._pickles.values() for step in each["steps"]}
        for document in documents:
            self._add(document)

    def _add(self, document: Message) -> None:
        feature = document.get("feature") or {"name": "", "children": []}
        names = document.get("uri", ""), feature["name"]
        marks = clauses_by_line(document.get("comments", []))
        detours = detour_lines(document.get("comments", []))
        backgrounds: dict[str, list[str]] = {}  # by the name of the rule; a feature's own stands under ""
        for rule, child in _children(feature):
            written = child.get("scenario") or child["background"]
            for step in written["steps"]:
                self._steps[step["id"]] = step
                if step["location"]["line"] in detours:
                    self._detours.add(step["id"])
                self._marks[step["id"]] = marks.get(step["location"]["line"], ())
            if scenario := child.get("scenario"):
                carried = (
                    self._carried(scenario["steps"]) + backgrounds.get("", []) + backgrounds.get(rule, [])
                )
                for node in _rows(scenario) or [scenario]:
                    place = ScenarioPlace(*names, rule, scenario["name"], *_place(node), scenario["name"])
                    self._scenarios[node["id"]] = WrittenScenario(place, frozenset(carried))
            else:
                backgrounds[rule] = self._carried(written["steps"])

    def place(self, pickle_id: str) -> ScenarioPlace:
        """Return where a pickle comes from."""
        pickle = self._pickles[pickle_id]
        tags = tuple(tag["name"] for tag in pickle["tags"])
        return replace(self._scenarios[pickle["astNodeIds"][-1]].place, shown=pickle["name"], tags=tags)

    def sentence(self, pickle_step_id: str) -> WrittenStep | None:
        """Return the sentence a step was made of, or None for what is no sentence of the feature."""
        step = self._pickle_steps.get(pickle_step_id)
        if step is None:
            return None
        node = step["astNodeIds"][0]
        source = self._steps[node]
        text = source["keyword"] + spoken(step)
        line, kind = source["location"]["line"], step.get("type", "")
        return WrittenStep(text, line, kind, self._marks[node], node in self._detours)

    def identities(self) -> dict[str, str]:
        """Return the identity of each written scenario, or row, by the id of what it is written as."""
        return {node: one.place.identity for node, one in self._scenarios.items()}

    def left_out(self) -> list[WrittenScenario]:
        """Return the written scenarios, and rows, that the choice left out."""
        chosen = {node for pickle in self._pickles.values() for node in pickle["astNodeIds"]}
        return [one for node, one in self._scenarios.items() if node not in chosen]

    def _carried(self, steps: Sequence[Message]) -> list[str]:
        """Return the clauses that count; «И» is what the step before it is."""
        kind, clauses = "", list[str]()
        for step in steps:
            kind = step.get("keywordType", "") if step.get("keywordType") != "Conjunction" else kind
            if kind in ("Action", "Outcome"):
                clauses += self._marks[step["id"]]
        return clauses


def nodes_at(document: Message, line: int) -> frozenset[str]:
    """Return the ids of what a line of a feature belongs to: a row, all rows of a table or an outline, a scenario.

    Tags and comments above belong to what follows; a line of a background, or above all scenarios, to none.
    """
    commented = {comment["location"]["line"] for comment in document.get("comments", [])}
    feature = document.get("feature") or {"children": []}
    blocks = [child.get("scenario") or child["background"] for _, child in _children(feature)]
    rules = [child["rule"] for child in feature["children"] if "rule" in child]
    found = _last_begun([*blocks, *rules], line, commented)
    if found is None or "examples" not in found:
        return frozenset()
    table = _last_begun(found["examples"], line, commented)
    rows = _rows({"examples": [table]} if table else found)
    named = [row for row in rows if row["location"]["line"] == line]
    return frozenset(node["id"] for node in named or rows or [found])


def _last_begun(nodes: Iterable[Message], line: int, commented: Container[int]) -> Message | None:
    begun = [(_first_line(node, commented), node) for node in nodes]
    return max((each for each in begun if each[0] <= line), key=lambda each: each[0], default=(0, None))[1]


def _first_line(node: Message, commented: Container[int]) -> int:
    first = min(each["location"]["line"] for each in (node, *node.get("tags", [])))
    while first - 1 in commented:
        first -= 1
    return int(first)


def _rows(scenario: Message) -> list[Message]:
    return [row for table in scenario["examples"] for row in table["tableBody"]]


def _place(node: Message) -> tuple[tuple[str, ...], int]:
    """Return the cells and the line of a row, or of a scenario that has none."""
    return tuple(cell["value"] for cell in node.get("cells", ())), node["location"]["line"]


def _children(feature: Message) -> Iterator[tuple[str, Message]]:
    """Yield scenarios and backgrounds, each with the name of its rule or an empty one."""
    for child in feature["children"]:
        if rule := child.get("rule"):
            yield from ((rule["name"], inner) for inner in rule["children"])
        else:
            yield "", child
