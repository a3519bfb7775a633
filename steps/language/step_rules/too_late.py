"""What a «Дано» describes is there already, and something was done since: the world would refuse it midway.

What a sentence does to people is read from the code that carries it out. Only what is certain counts.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Sequence
from types import CodeType

from fixtures.cast import ME
from steps.language.binding import Bound, BoundStep
from steps.language.kinds import KINDS
from steps.language.problem import Problem

DESCRIBES = {"change", "trust_friends"}
CHOOSES_BROWSER = {"use_browser"}
BEGINS = {
    "advance",
    "disturb",
    "settle",
    "transfer",
    "switch_vpn",
}  # needs the world, and names nobody for certain
SITTERS = tuple(KINDS[name] for name in ("Who", "Other"))
PEOPLE = tuple(KINDS[name] for name in ("Who", "Other", "Whose", "Owner"))


def find(bound: Bound) -> Iterator[Problem]:
    """Yield the steps that describe too late, each wording once."""
    late: dict[tuple[int, str], list[str]] = {}
    for pickle, steps in bound.by_pickle.items():
        scene = Scene()
        for step in steps:
            if scene.is_late(step):
                told = f"«{step.text}» стоит после действия «{scene.begun}», когда этого уже не изменить."
                message = f"{told} Перенесите строку выше этого действия."
                late.setdefault((step.line, message), []).append(pickle)
    for (line, message), pickles in late.items():
        yield Problem("too_late", bound.document.uri, line, message, tuple(pickles))


class Scene:
    """Who is there, who sits at a computer, and the first thing that was done, as the steps go on."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self.begun = ""
        self._people: set[str] = set()
        self._seated: set[str] = set()

    def is_late(self, step: BoundStep) -> bool:
        """Take the step in, and say whether it describes who or what is there already."""
        code = _code(step)
        names = set(code.co_names) if code else set()
        if names & DESCRIBES:
            return self._describe(_person(step, PEOPLE))
        if names & CHOOSES_BROWSER:
            return bool(self.begun) and ME in self._seated
        if "sit" in names:
            self._seat(_person(step, SITTERS), step)
        elif code and _acts(code) and not self.begun:
            self._seat(ME, step)  # nobody else has sat down yet
        elif names & BEGINS:
            self.begun = self.begun or step.text
        return False

    def _describe(self, who: str) -> bool:
        late = bool(self.begun) and who in self._people
        self._people.add(who)
        return late

    def _seat(self, who: str, step: BoundStep) -> None:
        self._seated.add(who)
        self._people.add(who)
        self.begun = self.begun or step.text


def _code(step: BoundStep) -> CodeType | None:
    if step.definition is None:
        return None
    code = inspect.unwrap(step.definition.context.step_func).__code__
    assert isinstance(code, CodeType)
    return code


def _acts(code: CodeType) -> bool:
    """Say whether somebody does or sees something; to go on in another role is neither."""
    return "actor" in code.co_varnames[: code.co_argcount] and "act_as" not in code.co_names


def _person(step: BoundStep, kinds: Sequence[object]) -> str:
    """The person whom the sentence names, me if it names none."""
    named = (kind.convert(text) for kind, text in step.places if any(kind is each for each in kinds))
    return str(next(named, ME))
