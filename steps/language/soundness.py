"""The rules a feature file must keep for its green to mean something; each rule is a function."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from steps.language.examples import (
    empty_examples,
    equal_columns,
    equal_rows,
    row_ends,
    unknown_placeholders,
    unused_columns,
)
from steps.language.features import AstScenario, FeatureDocument, line_of
from steps.language.keywords import lost_keyword
from steps.language.marking import misplaced_marks
from steps.language.problem import Problem
from steps.language.spelling import nearest_word
from steps.language.tags import known_tags
from steps.language.unwritten import unwritten

Rule = Callable[[FeatureDocument], Iterator[Problem]]


def unsound(document: FeatureDocument) -> list[Problem]:
    """Return everything wrong with a parsed document, by line."""
    return _found(document, RULES)


def remarkable(document: FeatureDocument) -> list[Problem]:
    """Return what is worth knowing of a parsed document although it is no reason not to run it."""
    return _found(document, REMARKS)


def _found(document: FeatureDocument, rules: Iterable[Rule]) -> list[Problem]:
    found = (problem for rule in rules for problem in rule(document))
    return sorted(found, key=lambda problem: (problem.line, problem.message))


def no_scenario(document: FeatureDocument) -> Iterator[Problem]:
    """A file without scenarios plans nothing and would be green for ever."""
    if not document.scenarios:
        message = "в файле нет ни одного сценария. Начните его строкой «Сценарий: …» или удалите файл."
        yield Problem("no_scenario", document.uri, 1, message)


def equal_names(document: FeatureDocument) -> Iterator[Problem]:
    """Two scenarios of one name in a file cannot be told apart in any report."""
    same: dict[str, list[AstScenario]] = defaultdict(list)
    for scenario in document.scenarios:
        same[" ".join(scenario.node["name"].split())].append(scenario)
    for name, scenarios in same.items():
        if not name:
            yield from (document.problem("no_name", s, "у сценария нет названия.") for s in scenarios)
        elif len(scenarios) > 1:
            lines = ", ".join(str(line_of(s.node)) for s in scenarios)
            message = (
                f"название «{name}» уже занято в этом файле (строки {lines}). Назовите сценарии по-разному."
            )
            yield from (document.problem("equal_names", s, message) for s in scenarios)


def no_steps(document: FeatureDocument) -> Iterator[Problem]:
    """A scenario without steps would pass."""
    for scenario in document.scenarios:
        if not scenario.node["steps"]:
            message = f"в сценарии «{scenario.node['name']}» нет шагов. Напишите их или удалите сценарий."
            yield document.problem("no_steps", scenario, message)


def no_outcome(document: FeatureDocument) -> Iterator[Problem]:
    """A scenario that looks at nothing would be green whatever the system shows."""
    for scenario in document.scenarios:
        kinds = {step["type"] for step in document.own_steps_of(scenario)}
        if kinds and kinds <= {"Context", "Action"}:
            message = (
                f"в сценарии «{scenario.node['name']}» нет «Тогда»: он ничего не проверяет. "
                "Допишите, что человек видит."
            )
            yield document.problem("no_outcome", scenario, message)


def unseen_ends(document: FeatureDocument) -> Iterator[Problem]:
    """What is done after the last look has no effect on the verdict."""
    for scenario in document.scenarios:
        steps = document.own_steps_of(scenario)
        if steps and steps[-1]["type"] == "Action" and any(step["type"] == "Outcome" for step in steps):
            message = (
                f"после «{steps[-1]['text']}» никто ни на что не смотрит. Допишите «Тогда» или уберите шаг."
            )
            yield document.problem("unseen_end", scenario, message, steps[-1]["line"])


def lost_keywords(document: FeatureDocument) -> Iterator[Problem]:
    """A misprint in a keyword turns a scenario, or a step, into description that nobody runs."""
    for node in _described(document):
        for line, text in _description_lines(document, node):
            if meant := lost_keyword(text):
                message = (
                    f"строка «{text}» стала пояснением, а похожа на «{meant}» с опечаткой. "
                    "Исправьте слово; если это и правда пояснение, начните его иначе."
                )
                yield Problem("lost_keyword", document.uri, line, message)


def lost_kind(document: FeatureDocument) -> Iterator[Problem]:
    """A step must be a «Дано», a «Когда» or a «Тогда», or follow one."""
    for pickle in document.pickles:
        for step in document.steps_of(pickle):
            if step["type"] not in ("Context", "Action", "Outcome"):
                message = (
                    f"шаг «{step['keyword']}{step['text']}» не продолжает ни «Дано», ни «Когда», ни «Тогда». "
                    "Начните его с одного из этих слов."
                )
                yield Problem("lost_keyword", document.uri, step["line"], message, (pickle["id"],))


def unknown_tags(document: FeatureDocument) -> Iterator[Problem]:
    """A misspelt tag would silently drop its scenarios from `-m`."""
    known = known_tags()
    for tag in _tags(document):
        name = tag["name"].removeprefix("@")
        if name not in known:
            nearest = nearest_word(name, known)
            hint = f" Может быть, @{nearest}?" if nearest else f" Есть: {', '.join('@' + t for t in known)}."
            message = f"неизвестный тег @{name}.{hint} Новые теги вписывают в steps/language/tags.toml."
            pickles = tuple(
                p["id"] for p in document.pickles if tag["id"] in [each["astNodeId"] for each in p["tags"]]
            )
            yield Problem("unknown_tag", document.uri, line_of(tag), message, pickles)


RULES: tuple[Rule, ...] = (
    no_scenario,
    equal_names,
    equal_rows,
    empty_examples,
    no_steps,
    no_outcome,
    unknown_placeholders,
    equal_columns,
    unused_columns,
    row_ends,
    lost_keywords,
    lost_kind,
    unknown_tags,
    misplaced_marks,
    unwritten,
)
REMARKS: tuple[Rule, ...] = (unseen_ends,)


def _described(document: FeatureDocument) -> Iterator[dict[str, Any]]:
    """Everything that may have a description."""
    if document.feature:
        yield document.feature
        yield from (child["rule"] for child in document.feature["children"] if "rule" in child)
    for holder in document.step_holders:
        yield holder
        yield from holder.get("examples", [])


def _description_lines(document: FeatureDocument, node: dict[str, Any]) -> Iterator[tuple[int, str]]:
    """The lines of a node's description with their numbers; comments may stand between them."""
    wanted = [line.strip() for line in node["description"].splitlines() if line.strip()]
    numbered = enumerate(document.lines[line_of(node) :], start=line_of(node) + 1)
    for text in wanted:
        yield next((number, text) for number, line in numbered if line.strip() == text)


def _tags(document: FeatureDocument) -> Iterator[dict[str, Any]]:
    if document.feature:
        yield from document.feature["tags"]
        for child in document.feature["children"]:
            yield from child.get("rule", {}).get("tags", [])
    for scenario in document.scenarios:
        yield from scenario.node["tags"]
        for table in scenario.tables:
            yield from table["tags"]
