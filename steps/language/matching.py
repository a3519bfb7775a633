"""Finds the one definition of a step, or says in Russian why there is none, or more than one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from steps.language.definition import KEYWORDS, KINDS, Definition
from steps.language.features import FeatureDocument
from steps.language.guessing import Guesser
from steps.language.problem import Edit, Mend, Problem

__all__ = ["KEYWORDS", "KINDS", "Definition", "Matcher", "Misfit"]  # whoever matches needs these too

# What may stand under a step: Gherkin's name, the one a definition takes it by, the words for it here and for its lack.
ATTACHED = (
    ("dataTable", "datatable", "таблица", "таблицы"),
    ("docString", "docstring", "текст в кавычках", "текста в кавычках"),
)


@dataclass(frozen=True)
class Misfit:
    """Why a step is no sentence: the rule, the words, and the right sentence if it can be told."""

    rule: str
    message: str
    right: str = ""


class Matcher:
    """Finds the definitions of steps, each sentence once however often it stands."""

    def __init__(self, definitions: Sequence[Definition]) -> None:
        """Know what a step may be."""
        self.definitions = definitions
        self._by_type = {kind: [each for each in definitions if each.serves(kind)] for kind in KINDS}
        self._found: dict[tuple[str, str], list[Definition]] = {}
        self._told: dict[tuple[str, str], Misfit] = {}
        self._sound: set[tuple[str, str]] = set()  # sentences that need nothing under them, and have nothing
        self._guesser = Guesser(definitions)

    def matches(self, document: FeatureDocument) -> dict[str, list[Definition]]:
        """Return for the id of each pickle's step the definitions that fit it: one, unless the step is a problem."""
        steps = [step for pickle in document.pickles for step in pickle["steps"]]
        return {step["id"]: self._serving(step) for step in steps}

    def problems(self, document: FeatureDocument) -> list[Problem]:
        """Return a problem for every step of the document that has no definition, or not exactly one good one."""
        spoilt: dict[tuple[str, int, str], list[str]] = {}
        mends: dict[tuple[str, int, str], Mend | None] = {}
        for pickle in document.pickles:
            for step in document.steps_of(pickle):
                if found := self.problem(step):
                    at = (found.rule, step["line"], found.message)
                    if found.rule == "undefined" and (column := document.empty_column(pickle, step)):
                        at = ("empty_cell", document.line_of(pickle), _empty(column, step["text"]))
                    spoilt.setdefault(at, []).append(pickle["id"])
                    mends[at] = _mend(document, step, found.right)
        return [
            Problem(rule, document.uri, line, message, tuple(pickles), mend=mends[rule, line, message])
            for (rule, line, message), pickles in spoilt.items()
        ]

    def _serving(self, step: dict[str, Any]) -> list[Definition]:
        sought = step["type"], step["text"]
        if sought not in self._found:
            self._found[sought] = [
                each for each in self._by_type.get(step["type"], ()) if each.fits(step["text"])
            ]
        return self._found[sought]

    def problem(self, step: dict[str, Any]) -> Misfit | None:
        """Return what is wrong with one step, None if nothing is."""
        text, step_type = step["text"], step["type"]
        if step_type not in KINDS:
            return None  # told of as a lost keyword already
        if (step_type, text) in self._sound and "argument" not in step:
            return None
        serving = self._serving(step)
        if not serving:
            return self._undefined(text, step_type)
        if len(serving) > 1:
            both = "; ".join(map(str, serving))
            return Misfit(
                "ambiguous", f"шаг «{text}» подходит под несколько определений: {both}. Оставьте одно."
            )
        if serving[0].is_async:
            told = f"шаг «{text}» определён как async ({serving[0].place}): его никто не дождётся. Уберите async."
            return Misfit("async", told)
        if why := serving[0].refuses(text):
            return Misfit("value", f"шаг «{text}»: {why}.")
        wrong = self._misattached(step, serving[0])
        if not wrong and "argument" not in step:
            self._sound.add((step_type, text))
        return Misfit("argument", wrong) if wrong else None

    def _undefined(self, text: str, step_type: str) -> Misfit:
        if (step_type, text) not in self._told:
            self._told[step_type, text] = self._why_undefined(text, step_type)
        return self._told[step_type, text]

    def _why_undefined(self, text: str, step_type: str) -> Misfit:
        if fitting := [each for each in self.definitions if each.fits(text)]:
            words = [f"«{KEYWORDS[kind]}»" for kind in KEYWORDS if kind in {each.kind for each in fitting}]
            told = f"шаг «{text}» есть только как {' и '.join(words)}"
            return Misfit("undefined", f"{told}, а здесь он «{KEYWORDS[KINDS[step_type]]}».")
        guess = self._guesser.meant(text, step_type)
        told = f"неизвестный шаг «{text}»."
        if guess and guess.right:
            told += f" Нужно: «{guess.right}». Мешает: {guess.slips}."
        elif guess:
            told += f" Подозрительно: {guess.slips}."
        if not (guess and guess.right):
            told += f" {self._similar(text, step_type, self._guesser)}"
        return Misfit("undefined", told, guess.right if guess else "")

    def _misattached(self, step: dict[str, Any], definition: Definition) -> str | None:
        """Say what stands under a step and is not read, or is read and does not stand there."""
        there, under = step.get("argument", {}), f"под шагом «{step['text']}»"
        for written, name, word, lack in ATTACHED:
            if written in there and name not in definition.takes:
                told = f"{under} стоит {word}, а он этого не читает. Уберите."
                readers = [
                    each for each in self.definitions if name in each.takes and each.serves(step["type"])
                ]
                return (
                    f"{told} {self._similar(step['text'], step['type'], Guesser(readers))}"
                    if readers
                    else told
                )
            if written not in there and name in definition.needs:
                return f"{under} нет {lack}, а без этого ему нечего делать. Допишите."
        if "dataTable" in there and (why := definition.misfit(_rows(there["dataTable"]))):
            return f"{under} {why}. Исправьте таблицу."
        return None

    def _similar(self, text: str, step_type: str, guesser: Guesser) -> str:
        """Name the three known sentences most like the step, each in the words for its own keyword."""
        nearest = guesser.nearest(text, step_type)
        if not nearest:
            return "Ни одного шага не определено."
        similar = "; ".join(each.in_words for each in nearest)
        return f"Похожие: {similar}. Найти по смыслу: python3 svyazka.py steps СЛОВО."


def _rows(table: dict[str, Any]) -> list[list[str]]:
    return [[cell["value"] for cell in row["cells"]] for row in table["rows"]]


def _empty(column: str, text: str) -> str:
    told = f"пустая ячейка в столбце «{column}»: без неё шаг «{text}» не понят."
    return f"{told} Впишите значение или возьмите шаг, где пустое бывает («» в ёлочках поля)."


def _mend(document: FeatureDocument, step: dict[str, Any], right: str) -> Mend | None:
    """Write the right sentence, where the step stands in the file as it was read."""
    line = document.lines[step["line"] - 1]
    column = line.find(step["text"])
    if not right or column < 0:
        return None
    return Mend(f"Написать «{right}»", (Edit(step["line"], column, column + len(step["text"]), right),))
