"""The rules a feature file must keep for its green to mean something; each rule is a function below."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from reports.record.marks import marks_among
from steps.language.features import AstScenario, FeatureDocument
from steps.language.keywords import RUSSIAN, lost_keyword
from steps.language.problem import Problem
from steps.language.spelling import blur, nearest_word
from steps.language.tags import known_tags

OUTLINES = tuple(RUSSIAN["scenarioOutline"])
CELLS = re.compile(r"^(?:[^|\\]|\\.)*\|(?:(?:[^|\\]|\\.)*\|)*")  # of a row, up to its last bar
PLACEHOLDER = re.compile(r"<([^<>\n]+)>")


def unsound(document: FeatureDocument) -> list[Problem]:
    """Return everything wrong with a parsed document, by line."""
    found = (problem for rule in RULES for problem in rule(document))
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
            yield from (_of(document, s, "no_name", "у сценария нет названия.") for s in scenarios)
        elif len(scenarios) > 1:
            lines = ", ".join(str(_line(s.node)) for s in scenarios)
            message = (
                f"название «{name}» уже занято в этом файле (строки {lines}). Назовите сценарии по-разному."
            )
            yield from (_of(document, s, "equal_names", message) for s in scenarios)


def equal_rows(document: FeatureDocument) -> Iterator[Problem]:
    """Two equal rows of an outline cannot be told apart either."""
    same: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for pickle in document.pickles:
        if document.cells_of(pickle):
            same[document.identity_of(pickle)].append(pickle)
    for pickles in same.values():
        if len(pickles) > 1:
            lines = ", ".join(str(document.line_of(pickle)) for pickle in pickles)
            message = f"одинаковые строки в «Примерах» (строки {lines}). Оставьте одну или различите их."
            for pickle in pickles:
                line = document.line_of(pickle)
                yield Problem("equal_rows", document.uri, line, message, (pickle["id"],))


def empty_examples(document: FeatureDocument) -> Iterator[Problem]:
    """An outline without a single row runs nothing."""
    for scenario in document.scenarios:
        keyword, tables = scenario.node["keyword"], scenario.tables
        if not tables and keyword in OUTLINES:
            message = f"«{keyword}» без таблицы «Примеры:». Добавьте её или напишите «Сценарий:»."
            yield _of(document, scenario, "empty_examples", message)
        for table in tables:
            if not table["tableBody"]:
                message = "в таблице «Примеры:» нет ни одной строки с данными. Добавьте их."
                yield Problem("empty_examples", document.uri, _line(table), message)


def no_steps(document: FeatureDocument) -> Iterator[Problem]:
    """A scenario without steps would pass."""
    for scenario in document.scenarios:
        if not scenario.node["steps"]:
            message = f"в сценарии «{scenario.node['name']}» нет шагов. Напишите их или удалите сценарий."
            yield _of(document, scenario, "no_steps", message)


def unknown_placeholders(document: FeatureDocument) -> Iterator[Problem]:
    """A `<place>` without a column is passed on as it stands."""
    for background in document.backgrounds:
        for line, name in _placeholders(background["steps"]):
            message = f"<{name}> в предыстории: она общая для всех сценариев, примеры до неё не доходят."
            yield Problem("placeholder", document.uri, line, message, _all(document))
    for scenario in document.scenarios:
        columns = [_columns(table) for table in scenario.tables]
        known = set.intersection(*map(set, columns)) if columns else set()
        written = [(_line(scenario.node), scenario.node["name"])]
        for line, name in [*_named(written), *_placeholders(scenario.node["steps"])]:
            if name not in known:
                yield _of(document, scenario, "placeholder", _unknown_column(name, known), line)


def equal_columns(document: FeatureDocument) -> Iterator[Problem]:
    """Of two columns of one name only the first would be used."""
    for scenario in document.scenarios:
        for table in scenario.tables:
            columns = _columns(table)
            if twice := next((name for name in columns if columns.count(name) > 1), None):
                message = f"столбец «{twice}» назван дважды. Дайте столбцам разные имена."
                yield _of(document, scenario, "equal_columns", message, _line(table))


def row_ends(document: FeatureDocument) -> Iterator[Problem]:
    """What stands behind the last bar of a row is no cell, and nobody would read it."""
    lines = document.source.splitlines()
    for line in sorted(_row_lines(document)):
        if rest := CELLS.sub("", lines[line - 1].strip()).strip():
            message = f"за последней чертой «|» стоит «{rest}»: это не ячейка. Поставьте за ней черту или уберите её."
            yield Problem("row_end", document.uri, line, message)


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
            yield Problem("unknown_tag", document.uri, _line(tag), message, pickles)


def dangling_marks(document: FeatureDocument) -> Iterator[Problem]:
    """A clause mark counts for the step right under it and for nothing else."""
    steps = {s["location"]["line"] for holder in _step_holders(document) for s in holder["steps"]}
    for mark in marks_among(document.comments):
        if not mark.clauses:
            yield Problem("clause_mark", document.uri, mark.line, "после «#>» нет ни одного пункта.")
        elif mark.below not in steps:
            message = f"под отметкой «#>{mark.text}» нет шага. Поставьте её прямо над шагом."
            yield Problem("clause_mark", document.uri, mark.line, message)


Rule = Callable[[FeatureDocument], Iterator[Problem]]
RULES: tuple[Rule, ...] = (
    no_scenario,
    equal_names,
    equal_rows,
    empty_examples,
    no_steps,
    unknown_placeholders,
    equal_columns,
    row_ends,
    lost_keywords,
    lost_kind,
    unknown_tags,
    dangling_marks,
)


def _line(node: dict[str, Any]) -> int:
    return int(node["location"]["line"])


def _all(document: FeatureDocument) -> tuple[str, ...]:
    return tuple(pickle["id"] for pickle in document.pickles)


def _of(
    document: FeatureDocument, scenario: AstScenario, rule: str, message: str, line: int | None = None
) -> Problem:
    """A problem of everything made of this scenario, by default on its own line."""
    pickles = tuple(p["id"] for p in document.pickles if p["astNodeIds"][0] == scenario.node["id"])
    return Problem(rule, document.uri, line or _line(scenario.node), message, pickles)


def _columns(table: dict[str, Any]) -> list[str]:
    return [cell["value"] for cell in table.get("tableHeader", {}).get("cells", [])]


def _unknown_column(name: str, known: set[str]) -> str:
    if not known:
        return f"<{name}> взять неоткуда: у сценария нет «Примеров» с таким столбцом."
    nearest = next((each for each in sorted(known) if blur(each) == blur(name)), None)
    listed = (
        f"Может быть, <{nearest}>?" if nearest else f"Есть: {', '.join(f'<{k}>' for k in sorted(known))}."
    )
    return f"столбца «{name}» нет в «Примерах». {listed}"


def _named(texts: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    for line, text in texts:
        yield from ((line, name) for name in PLACEHOLDER.findall(text))


def _placeholders(steps: list[dict[str, Any]]) -> Iterator[tuple[int, str]]:
    for step in steps:
        texts = [(_line(step), step["text"])]
        rows = step.get("dataTable", {}).get("rows", [])
        texts += [(_line(row), cell["value"]) for row in rows for cell in row["cells"]]
        if doc := step.get("docString"):
            texts.append((_line(doc), doc["content"]))
        yield from _named(texts)


def _row_lines(document: FeatureDocument) -> Iterator[int]:
    for holder in _step_holders(document):
        tables = [step["dataTable"]["rows"] for step in holder["steps"] if "dataTable" in step]
        for table in holder.get("examples", []):
            tables.append([*([table["tableHeader"]] if "tableHeader" in table else []), *table["tableBody"]])
        yield from (_line(row) for rows in tables for row in rows)


def _step_holders(document: FeatureDocument) -> list[dict[str, Any]]:
    return [*document.backgrounds, *(scenario.node for scenario in document.scenarios)]


def _described(document: FeatureDocument) -> Iterator[dict[str, Any]]:
    """Everything that may have a description."""
    if document.feature:
        yield document.feature
        yield from (child["rule"] for child in document.feature["children"] if "rule" in child)
    for holder in _step_holders(document):
        yield holder
        yield from holder.get("examples", [])


def _description_lines(document: FeatureDocument, node: dict[str, Any]) -> Iterator[tuple[int, str]]:
    """The lines of a node's description with their numbers; comments may stand between them."""
    wanted = [line.strip() for line in node["description"].splitlines() if line.strip()]
    numbered = enumerate(document.source.splitlines()[_line(node) :], start=_line(node) + 1)
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
