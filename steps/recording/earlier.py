"""What a recording begins with: who I am, what there is, or all steps of a scenario that exists."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reports.record.outline import nodes_at
from reports.record.printable import printable
from steps.language.features import FeatureDocument
from steps.language.reading import read_feature
from steps.recording.entry import GIVEN, Step
from steps.recording.stage import CannotRecord
from steps.recording.wording import said

GOES_ON = "{} — продолжение"


class NobodyThere(CannotRecord):
    """No scenario stands at the place that was named; the message is Russian."""


@dataclass(frozen=True)
class Beginning:
    """The steps before what is recorded; of an existing scenario also its titles and tags."""

    steps: tuple[Step, ...] = ()
    feature: str = ""
    scenario: str = ""
    feature_tags: tuple[str, ...] = ()
    scenario_tags: tuple[str, ...] = ()


def described(me: str = "", givens: tuple[str, ...] = ()) -> Beginning:
    """Begin as this person, with these «Дано»."""
    first = (said("is_somebody", position=me),) if me else ()
    words = (text.strip().removeprefix("Дано ").removeprefix("И ") for text in givens)
    return Beginning((*first, *(Step(GIVEN, text) for text in words)))


def scenario_at(place: str) -> Beginning:
    """Begin where the scenario on this line of this file ends («ФАЙЛ:СТРОКА»); raises NobodyThere, CannotRecord."""
    file, _, line = place.rpartition(":")
    if not file or not line.isdigit():
        raise NobodyThere(f"«{place}» — не ФАЙЛ:СТРОКА. Пример: features/perm/variant_1.feature:8")
    if not Path(file).is_file():
        raise NobodyThere(f"Файла {file} нет. Назовите сценарий, с которого продолжить: --from ФАЙЛ:СТРОКА")
    document = read_feature(Path(file), printable(file))
    pickle = _pickle_at(document, int(line))
    if problems := [*document.own_problems, *document.problems_of(pickle)] if pickle else document.problems:
        raise CannotRecord(f"{file}:{problems[0].line}: {problems[0].message}")
    if pickle is None or document.feature is None:
        raise NobodyThere(f"{file}:{line}: здесь нет сценария. Назовите строку внутри сценария.")
    scenario, feature = document.scenario_of(pickle).node, document.feature
    return Beginning(
        tuple(_step(each) for each in pickle["steps"]),
        feature["name"],
        GOES_ON.format(pickle["name"]),
        _tags(feature),
        _tags(scenario),
    )


def _pickle_at(document: FeatureDocument, line: int) -> dict[str, Any] | None:
    """The scenario, or the first of the rows, that a line belongs to."""
    nodes = nodes_at(document.gherkin_document, line)
    return next((each for each in document.pickles if nodes & set(each["astNodeIds"])), None)


def _step(step: dict[str, Any]) -> Step:
    table = step.get("argument", {}).get("dataTable", {"rows": []})
    rows = tuple(tuple(cell["value"] for cell in row["cells"]) for row in table["rows"])
    return Step(step["type"], step["text"], rows)


def _tags(node: dict[str, Any]) -> tuple[str, ...]:
    return tuple(tag["name"].removeprefix("@") for tag in node["tags"])
