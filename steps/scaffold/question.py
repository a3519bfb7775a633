"""A question about a new scenario: how it is asked, and which answers it takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from unicodedata import normalize

from steps.language.spelling import nearest_word

MEANT_ENOUGH = 0.6  # the answers are short words
NOT = "не "


class Unanswered(ValueError):
    """An answer is missing; the message is Russian."""


class Unsuitable(Unanswered):
    """An answer is there and will not do; the message is Russian and says what will."""


@dataclass(frozen=True)
class Question:
    """A question: `key` is its option too; `choices` with their meanings, if only these are answers."""

    key: str
    text: str
    choices: Mapping[str, str] = field(default_factory=dict)
    default: str = ""
    open_ended: bool = False  # other answers than the choices are good too
    unlisted: tuple[str, ...] = ()  # good as well, but not worth showing
    unfit: Callable[[str], str] = lambda _: ""  # why an answer will not do; nothing where it will

    def understood(self, answer: str) -> str:
        """Return the answer that was meant: a number is that of a choice; raises Unanswered."""
        answer = " ".join(normalize("NFC", answer).split()) or self.default
        if not answer:
            raise Unanswered(f"Нужен ответ. {self.text}")
        chosen = self._chosen(answer)
        if chosen is None and self.choices and not self.open_ended:
            raise Unsuitable(f"«{answer}» не подходит. {self._hint(answer)}")
        meant = answer if chosen is None else chosen
        if why := "" if meant in self.choices else self.unfit(meant):
            raise Unsuitable(why)
        return meant

    def _chosen(self, answer: str) -> str | None:
        """The choice by its number, its name, what it means, or the word that the usual one begins with."""
        names = list(self.choices)
        if answer.isdigit() and 0 < int(answer) <= len(names):
            return names[int(answer) - 1]
        known = {name.casefold(): name for name in (*names, *self.unlisted)}
        for name, meaning in self.choices.items():
            known.setdefault(meaning.casefold(), name)
        if names and self.default.casefold().startswith(f"{answer.casefold()} "):
            known.setdefault(answer.casefold(), self.default)
        return known.get(answer.casefold())

    def _hint(self, answer: str) -> str:
        """The choice that was probably meant; never for an answer that denies something, for it has an opposite."""
        near = None if answer.casefold().startswith(NOT) else nearest_word(answer, self.choices, MEANT_ENOUGH)
        return f"Может быть, «{near}»?" if near else f"Есть: {', '.join(self.choices)}."

    def __str__(self) -> str:
        """The question as it is asked."""
        width = max(map(len, self.choices), default=0)
        listed = [
            f"  {number:>2}. {name:<{width}}  {meaning}".rstrip()
            for number, (name, meaning) in enumerate(self.choices.items(), start=1)
        ]
        usual = f" [{self.default}]" if self.default else ""
        return "\n".join([f"{self.text}{usual}", *listed])
