"""What was seen goes into `site.toml`, one caption at a time: the words, their day, and no guess any more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from reports.comparing.comparing import JOURNEY
from reports.comparing.finding import Comparison
from reports.comparing.wording import has_gap

ASSUMED, OBSERVED = "assumed", "observed"
SEEN = "What was seen elsewhere: where and when."


class CannotApply(ValueError):
    """The words have no place of their own in this file; the message is Russian and says what to do."""


@dataclass(frozen=True)
class Change:
    """A caption's key, its words in the simulator and the seen ones: where they are the same, a guess was right."""

    key: str
    was: str
    words: str

    @property
    def told(self) -> str:
        """What would be written, in words."""
        if self.was == self.words:
            return f"«{self.was}» — догадка подтвердилась"
        return f"вместо «{self.was}» — «{self.words}»"


def changes(found: Comparison) -> Iterator[Change]:
    """Yield what can be written: words that were seen whole, each key once, those that are others now before all."""
    told = [Change(one.key, one.shown, one.seen) for one in found.reworded]
    right = [
        Change(one.key, one.guessed, one.seen)
        for one in found.assumptions
        if one.right and not one.key.startswith(JOURNEY)
    ]
    by_key: dict[str, Change] = {}
    for one in (*told, *right):
        by_key.setdefault(one.key, one)
    for one in by_key.values():
        if one.key and (one.was == one.words or not has_gap(one.was + one.words)):
            yield one


def unwritable(found: Comparison) -> list[str]:
    """Return the seen words that no change can write: they have a blank, or no key is known for them."""
    possible = {(one.key, one.words) for one in changes(found)}
    return [one.seen for one in found.reworded if (one.key, one.seen) not in possible]


def applied(text: str, change: Change, day: date, place: str) -> str:
    """Return the file with these words in it, its comments and all else as they were; raise CannotApply."""
    try:
        table = tomlkit.parse(text)
        if change.was != change.words:
            _put(table, change)
        _no_more_guessed(table, change.key)
        if OBSERVED not in table:
            _begin_observed(table)
        table[OBSERVED][change.key] = f"{day:%d.%m.%Y}, {place}"
        return _with_comments_above_their_tables(text, tomlkit.dumps(table))
    except TOMLKitError as error:
        raise CannotApply(f"ключ {change.key} в файле не записать, впишите его сами") from error


def _put(table: Any, change: Change) -> None:
    names = change.key.split(".")
    for name in names[:-1]:
        table = _inner(table, name, change.key)
    last: Any = int(names[-1]) if isinstance(table, list) else names[-1]
    if isinstance(table, list) and last >= len(table):
        raise CannotApply(_elsewhere(change.key))
    table[last] = change.words


def _inner(table: Any, name: str, key: str) -> Any:
    if isinstance(table, list):
        if int(name) >= len(table):
            raise CannotApply(_elsewhere(key))
        return table[int(name)]
    if name not in table:
        if not key.startswith("vk_id.wording"):
            raise CannotApply(_elsewhere(key))
        table[name] = tomlkit.table()
    return table[name]


def _elsewhere(key: str) -> str:
    return f"ключа {key} в этом файле нет: он взят у другого журнала (like) или обычный. Впишите его сами"


def _no_more_guessed(table: Any, key: str) -> None:
    """Take the key from the list of guesses; of a whole table that is guessed the rest stays a guess."""
    if key in table.get(ASSUMED, ()):
        table[ASSUMED].remove(key)


def _begin_observed(table: Any) -> None:
    table.add(tomlkit.nl())
    table.add(tomlkit.comment(SEEN))
    table[OBSERVED] = tomlkit.table()


def _with_comments_above_their_tables(before: str, after: str) -> str:
    """Return the file with a new table below its neighbour: tomlkit has it come between a comment and its own table."""
    lines = after.replace(f"# {SEEN}\n\n[", f"# {SEEN}\n[").splitlines(keepends=True)
    new = [at for at, line in enumerate(lines) if line.startswith("[vk_id.wording.") and line not in before]
    for at in reversed(new):
        start, end = at, next((one for one in range(at + 1, len(lines)) if lines[one][0] == "["), len(lines))
        while start and lines[start - 1][0] in "#\n":
            start -= 1
        comments = [line for line in lines[start:at] if line[0] == "#"]
        if comments and end < len(lines):
            lines[start:end] = ["\n", *_without_blank_end(lines[at:end]), "\n", *comments]
    return "".join(lines)


def _without_blank_end(lines: list[str]) -> list[str]:
    return lines[:-1] if lines[-1] == "\n" else lines
