"""What a document has said so far, and what it prints, as far as its next sentence may lean on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from steps.draft.vocabulary import FIELDS, Act, Deed


@dataclass(frozen=True)
class Print:
    """A text that the document shows apart: a label with the word for what it is, or a line of its own."""

    text: str
    thing: str = ""


class Context:
    """Knows the labels a document prints, the last thing done, and the last label named."""

    def __init__(self, printed: Iterable[Print] = ()) -> None:
        """Take every text that the document prints apart."""
        self._printed = tuple(printed)
        self.last: Act | None = None
        self.label = ""
        self.around: frozenset[str] = frozenset()  # the words of the sentence that is being taken apart
        self.signing_in = False  # a login was entered, and no button pressed since

    def remember(self, acts: Iterable[Act]) -> None:
        """Know what was just done."""
        for act in acts:
            self.last = act
            self.label = act.label or self.label
            self.signing_in = act.deed is Deed.ENTER_LOGIN or (self.signing_in and act.deed is not Deed.PRESS)

    def field_of(self, deed: Deed) -> str:
        """Return the field for something to enter where the sentence names none."""
        printed = {each.text for each in self._printed}
        return next((field for field in FIELDS[deed] if field in printed), FIELDS[deed][0])

    def only_label_of(self, things: Sequence[str]) -> str:
        """Return the label of such a thing, «пиктограмма», if the whole document has only one."""
        return _only(each.text for each in self._printed if each.thing and each.thing in things)

    def only_label_with(self, stem: str) -> str:
        """Return the label with such a word in it, if the whole document has only one."""
        return _only(each.text for each in self._printed if each.thing and stem in each.text.lower())


def _only(texts: Iterable[str]) -> str:
    found = set(texts)
    return found.pop() if len(found) == 1 else ""
