"""A clause mark that counts for nothing would leave its clause unproven without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reports.record.marks import DETOUR, Mark, marks_among
from steps.language.features import FeatureDocument, line_of
from steps.language.problem import Problem
from steps.language.spelling import nearest_word

COUNTING = ("Action", "Outcome")
MARK = re.compile(r"\s*#>")
MISWRITTEN = re.compile(r"\s*#[\s#]*>")
TRAILING = re.compile(r"\s#+\s*>\s*\S")
QUOTED = re.compile(r"«.*»|\".*\"")


def find(document: FeatureDocument) -> Iterator[Problem]:
    """Yield what breaks the rule."""
    kinds, marks = _kinds_by_line(document), marks_among(document.comments)
    unlisted = _unlisted(marks, document.known_clauses)
    told_of = document.known_clauses.union(*unlisted.values())
    for mark in marks:
        for message in _wrong_with(mark, kinds, told_of):
            yield Problem("clause_mark", document.uri, mark.line, message)
    detours = {mark.below for mark in marks if mark.is_detour}
    for mark in marks:
        if mark.clauses and mark.below in detours:
            message = f"над одним шагом и пункт, и «{DETOUR}». Оставьте одно из двух."
            yield Problem("clause_mark", document.uri, mark.line, message)
    for instruction, clauses in unlisted.items():
        line = next(mark.line for mark in marks if clauses.intersection(mark.clauses))
        told = f"пунктов «{instruction}.…» нет ни одного, а отмечено здесь: {len(clauses)}."
        message = f"{told} Положите их список в fixtures/instructions/{instruction}.toml."
        yield Problem("clause_mark", document.uri, line, message)
    for line in _written_otherwise(document):
        message = "отметка пункта написана не так. Её место — строка над шагом, вид — «#> perm.v1.1»."
        yield Problem("clause_mark", document.uri, line, message)


def _wrong_with(mark: Mark, kinds: dict[int, set[str]], known: frozenset[str]) -> Iterator[str]:
    if mark.is_detour:
        yield from _wrong_with_detour(mark, kinds)
        return
    if not mark.clauses:
        yield "после «#>» нет ни одного пункта."
    elif mark.below not in kinds:
        yield f"под отметкой «#>{mark.text}» нет шага. Поставьте её прямо над шагом."
    elif kinds[mark.below] and not kinds[mark.below].intersection(COUNTING):
        yield f"отметка «#>{mark.text}» над «Дано» не засчитывается. Поставьте её над «Когда» или «Тогда»."
    if _is_meant_as_detour(mark):
        yield f"отметка «#>{mark.text}» написана не так. Нужно «#> {DETOUR}», без пунктов рядом."
        return
    for clause in mark.clauses:
        if clause not in known:
            nearest = nearest_word(clause, sorted(known))
            hint = f"Может быть, «{nearest}»?" if nearest else "Пункты записаны в fixtures/instructions/."
            yield f"пункта «{clause}» нет. {hint}"


def _wrong_with_detour(mark: Mark, kinds: dict[int, set[str]]) -> Iterator[str]:
    """What a person sees needs no instruction, and what is arranged is no way of theirs: only actions are told."""
    if mark.below not in kinds:
        yield f"под отметкой «#> {DETOUR}» нет шага. Поставьте её прямо над шагом."
    elif "Action" not in kinds[mark.below]:
        yield f"отметка «#> {DETOUR}» ставится только над «Когда»: она говорит о действии самого теста."


def _is_meant_as_detour(mark: Mark) -> bool:
    words = [word.casefold() for word in mark.clauses]
    return "вне" in words or any(word.startswith("инструкци") for word in words)


def _unlisted(marks: Sequence[Mark], known: frozenset[str]) -> dict[str, set[str]]:
    """The clauses that are marked of instructions none of whose clauses is known: they have one cause."""
    unlisted = dict[str, set[str]]()
    for clause in (clause for mark in marks for clause in mark.clauses if "." in clause):
        if _instruction(clause) not in _listed(known) and not nearest_word(clause, sorted(known)):
            unlisted.setdefault(_instruction(clause), set()).add(clause)
    return unlisted


@lru_cache(maxsize=8)
def _listed(known: frozenset[str]) -> frozenset[str]:
    return frozenset(map(_instruction, known))


def _instruction(clause: str) -> str:
    return clause.partition(".")[0]


def _kinds_by_line(document: FeatureDocument) -> dict[int, set[str]]:
    """By the line of each step what it is, in whichever scenario: «И» of a background may be several things."""
    kinds = {line_of(step): set[str]() for holder in document.step_holders for step in holder["steps"]}
    for pickle in document.pickles:
        for step in document.steps_of(pickle):
            kinds[step["line"]].add(step["type"])
    return kinds


def _written_otherwise(document: FeatureDocument) -> Iterator[int]:
    """The lines with what was meant as a mark and is none: a blank in it, or something before it."""
    comments = {comment["location"]["line"] for comment in document.comments}
    texts = set(_lines_of_texts(document))
    for number, line in enumerate(document.lines, start=1):
        if number in comments:
            if MISWRITTEN.match(line) and not MARK.match(line):
                yield number
        elif ">" in line and number not in texts and TRAILING.search(QUOTED.sub("", line)):
            yield number


def _lines_of_texts(document: FeatureDocument) -> Iterator[int]:
    for holder in document.step_holders:
        for step in holder["steps"]:
            if text := step.get("docString"):
                yield from range(line_of(text), line_of(text) + text["content"].count("\n") + 3)
