"""What a document has said so far, as far as its next sentence may lean on it."""

from __future__ import annotations

from collections.abc import Iterable

from steps.draft.vocabulary import FIELDS, Act, Deed


class Context:
    """Knows the labels a document prints, the last thing done, and the last label named."""

    def __init__(self, printed: Iterable[str] = ()) -> None:
        """Take every text that the document prints apart: labels, and lines that are all of a paragraph."""
        self._printed = frozenset(printed)
        self.last: Act | None = None
        self.label = ""
        self.signing_in = False  # a login was entered, and no button pressed since

    def remember(self, acts: Iterable[Act]) -> None:
        """Know what was just done."""
        for act in acts:
            self.last = act
            self.label = act.label or self.label
            self.signing_in = act.deed is Deed.ENTER_LOGIN or (self.signing_in and act.deed is not Deed.PRESS)

    def field_of(self, deed: Deed) -> str:
        """Return the field for something to enter where the sentence names none."""
        fields = FIELDS[deed]
        return next((field for field in fields if field in self._printed), fields[0])
