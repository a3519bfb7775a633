"""What is covered in an observation: what looks personal, whatever was typed, and all of the person who walks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fixtures.phones import digits_of, is_same_number, national
from fixtures.residents.reading import Resident
from reports.record.masks import DATE, KINDS, Masks
from reports.record.situations import IN_VK_ID

SHORTEST = 3  # characters; what is shorter stands in every other word
FEW = 20  # people of a stand whose names can all be covered from the beginning


class Hiding:
    """Knows more with all that is typed: a login or a phone tells who of the stand's people walks."""

    def __init__(self, people: Sequence[Resident] = (), words: Sequence[str] = ()) -> None:
        """Cover these words, and where the stand has few people all that is theirs."""
        self._people = people
        self._secrets: list[str] = list(words)
        self._names: list[str] = []
        self.person: Resident | None = None
        for one in people if len(people) <= FEW else ():
            self._cover_all_of(one)
        self.masks = self._made()

    @property
    def situation(self) -> str:
        """What the person has at VK ID, in the words of «Дано»; empty while nobody knows who it is."""
        told = self.person.situations if self.person else ()
        return next((one for one in IN_VK_ID if one in told), "")

    def learn(self, typed: str) -> None:
        """Cover what was typed wherever it stands, and the person whom it tells."""
        typed = typed.strip()
        if len(typed) < SHORTEST:
            return
        self._secrets += _forms(typed)
        found = next(
            (one for one in self._people if typed == one.login or is_same_number(typed, one.phone)), None
        )
        if found is not None and found is not self.person:
            self.person = found
            self._cover_all_of(found)
        self.masks = self._made()

    def _cover_all_of(self, person: Resident) -> None:
        self._names += [person.last_name, person.first_name, person.middle_name]
        personal = (person.login, person.other_login, person.mailbox, person.page_name, *person.secrets)
        places = (person.school, *person.class_names, *person.subjects, *person.page_chats)
        printed = person.birth_date.strftime("%d.%m.%Y")
        self._secrets += [one for one in (*personal, *places, printed) if len(one) >= SHORTEST]

    def _made(self) -> Masks:
        return Masks(KINDS, self._names, dict.fromkeys(self._secrets), (DATE,))


def _forms(typed: str) -> Iterator[str]:
    """What was typed, and of a number its digits however they are set apart."""
    yield typed
    if len(digits_of(typed)) >= 4 and not any(map(str.isalpha, typed)):
        yield national(typed) or digits_of(typed)
