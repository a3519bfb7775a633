"""Finds the one definition of a step, or says in Russian why there is none, or more than one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from steps.language.features import FeatureDocument
from steps.language.problem import Problem
from steps.language.sentence import in_words, spelled_out
from steps.language.spelling import SLIPS, alike, blur, mixed_words

KINDS = {"Context": "given", "Action": "when", "Outcome": "then"}
KEYWORDS = {"given": "Дано", "when": "Когда", "then": "Тогда"}
# What may stand under a step: Gherkin's name, the one a definition takes it by, the words for it here and for its lack.
ATTACHED = (
    ("dataTable", "datatable", "таблица", "таблицы"),
    ("docString", "docstring", "текст в кавычках", "текста в кавычках"),
)


@dataclass(frozen=True)
class Definition:
    """A step definition as a reader of features sees it: its sentence and where it stands."""

    kind: str | None
    pattern: str
    place: str
    is_async: bool
    fits: Callable[[str], bool]
    nearly_fits: Callable[[str, Callable[[str], str]], bool]
    context: Any  # pytest-bdd's own description, for the execution
    takes: frozenset[str] = (
        frozenset()
    )  # what it reads of what stands under a step, by the names of `ATTACHED`
    needs: frozenset[str] = frozenset()  # what of it must be there
    misfit: Callable[[Sequence[Sequence[str]]], str | None] = lambda _: None  # what of a table it cannot read
    refuses: Callable[[str], str | None] = lambda _: None  # why a text that fits cannot be meant

    def serves(self, step_type: str) -> bool:
        """Say whether the definition is for steps of this type of keyword."""
        return self.kind is None or self.kind == KINDS.get(step_type)

    def __str__(self) -> str:
        keyword = KEYWORDS.get(self.kind or "", "*")
        return f"{keyword} {in_words(self.pattern)} ({self.place})"


class Matcher:
    """Finds the definitions of steps, each sentence once however often it stands."""

    def __init__(self, definitions: Sequence[Definition]) -> None:
        """Know what a step may be."""
        self.definitions = definitions
        self._found: dict[tuple[str, str], list[Definition]] = {}

    def matches(self, document: FeatureDocument) -> dict[str, list[Definition]]:
        """Return for the id of each pickle's step the definitions that fit it: one, unless the step is a problem."""
        steps = [step for pickle in document.pickles for step in pickle["steps"]]
        return {step["id"]: self._serving(step) for step in steps}

    def problems(self, document: FeatureDocument) -> list[Problem]:
        """Return a problem for every step of the document that has no definition, or not exactly one good one."""
        spoilt: dict[tuple[str, int, str], list[str]] = {}
        for pickle in document.pickles:
            for step in document.steps_of(pickle):
                if found := self.problem(step):
                    rule, message = found
                    line = step["line"]
                    if rule == "undefined" and (column := document.empty_column(pickle, step)):
                        rule, message, line = *_empty(column, step["text"]), document.line_of(pickle)
                    spoilt.setdefault((rule, line, message), []).append(pickle["id"])
        return [
            Problem(rule, document.uri, line, message, tuple(pickles))
            for (rule, line, message), pickles in spoilt.items()
        ]

    def _serving(self, step: dict[str, Any]) -> list[Definition]:
        sought = step["type"], step["text"]
        if sought not in self._found:
            fitting = [
                each for each in self.definitions if each.serves(step["type"]) and each.fits(step["text"])
            ]
            self._found[sought] = fitting if step["type"] in KINDS else []
        return self._found[sought]

    def problem(self, step: dict[str, Any]) -> tuple[str, str] | None:
        """Return the rule and the words of what is wrong with one step, None if nothing is."""
        text, step_type = step["text"], step["type"]
        if step_type not in KINDS:
            return None  # told of as a lost keyword already
        serving = self._serving(step)
        if not serving:
            fitting = [each for each in self.definitions if each.fits(text)]
            return "undefined", _undefined(text, step_type, fitting, self.definitions)
        if len(serving) > 1:
            both = "; ".join(map(str, serving))
            return "ambiguous", f"шаг «{text}» подходит под несколько определений: {both}. Оставьте одно."
        if serving[0].is_async:
            return "async", (
                f"шаг «{text}» определён как async ({serving[0].place}): его никто не дождётся. Уберите async."
            )
        if why := serving[0].refuses(text):
            return "value", f"шаг «{text}»: {why}."
        return _misattached(step, serving[0], self.definitions)


def _misattached(
    step: dict[str, Any], definition: Definition, definitions: Sequence[Definition]
) -> tuple[str, str] | None:
    """Say what stands under a step and is not read, or is read and does not stand there."""
    there, under = step.get("argument", {}), f"под шагом «{step['text']}»"
    for written, name, word, lack in ATTACHED:
        if written in there and name not in definition.takes:
            readers = [each for each in definitions if name in each.takes and each.serves(step["type"])]
            instead = _nearest(step["text"], step["type"], readers) if readers else []
            told = [f"{under} стоит {word}, а он этого не читает ({definition.place}). Уберите.", *instead]
            return "argument", " ".join(told)
        if written not in there and name in definition.needs:
            return "argument", f"{under} нет {lack}, а без этого ему нечего делать. Допишите."
    if "dataTable" in there and (why := definition.misfit(_rows(there["dataTable"]))):
        return "argument", f"{under} {why}. Исправьте таблицу."
    return None


def _rows(table: dict[str, Any]) -> list[list[str]]:
    return [[cell["value"] for cell in row["cells"]] for row in table["rows"]]


def _empty(column: str, text: str) -> tuple[str, str]:
    told = f"пустая ячейка в столбце «{column}»: без неё шаг «{text}» не понят."
    return "empty_cell", f"{told} Впишите значение или возьмите шаг, где пустое бывает («» в ёлочках поля)."


def _undefined(
    text: str, step_type: str, fitting: Sequence[Definition], definitions: Sequence[Definition]
) -> str:
    if fitting:
        wanted, there = KEYWORDS[KINDS[step_type]], KEYWORDS[fitting[0].kind or "given"]
        return f"шаг «{text}» есть только как «{there}» ({fitting[0].place}), а здесь он «{wanted}»."
    definitions = [_as_meant(each, text) for each in definitions]
    told = [f"неизвестный шаг «{text}».", *_slips(text, definitions), *_nearest(text, step_type, definitions)]
    return " ".join(told)


def _slips(text: str, definitions: Sequence[Definition]) -> list[str]:
    """Name the slips that keep the step from a sentence it nearly is, or that are suspicious by themselves."""
    meant = next((each for each in definitions if each.nearly_fits(text, blur)), None)
    needed = [why for undo, why in SLIPS if meant and not meant.nearly_fits(text, _all_but(undo))]
    if meant and needed:
        return [
            f"Мешает: {'; '.join(needed)}{_named(mixed_words(text))}. Нужно: «{in_words(meant.pattern)}»."
        ]
    suspicious = [why for undo, why in SLIPS[:2] if undo(text) != text]
    if words := mixed_words(text):
        suspicious.append(f"латинские буквы вперемешку с русскими{_named(words)}")
    return [f"Подозрительно: {'; '.join(suspicious)}."] if suspicious else []


def _all_but(left_out: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: blur(text, [undo for undo, _ in SLIPS if undo is not left_out])


def _named(words: Sequence[str]) -> str:
    return f" (слово «{words[0]}»)" if words else ""


def _nearest(text: str, step_type: str, definitions: Sequence[Definition]) -> list[str]:
    """Name the three known sentences most like the step, those of its own keyword first among equals."""
    bare = _bare(text)
    ranked = sorted(
        definitions,
        key=lambda each: (alike(_bare(each.pattern), bare), each.serves(step_type)),
        reverse=True,
    )
    if not ranked:
        return ["Ни одного шага не определено."]
    return ["Похожие: " + "; ".join(map(str, ranked[:3])) + "."]


def _as_meant(definition: Definition, text: str) -> Definition:
    """The definition with those people in its sentence whom the step most probably names."""
    bare = _bare(text)
    likeliest = max(spelled_out(definition.pattern), key=lambda spelling: alike(_bare(spelling), bare))
    return replace(definition, pattern=likeliest)


def _bare(text: str) -> str:
    """A sentence without what stands in its places and quotes: they say nothing about likeness."""
    return re.sub(r"\{[^{}]*\}|(?<=«)[^«»]*(?=»)", "", text)
