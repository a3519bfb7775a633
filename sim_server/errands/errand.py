"""What an errand says, and how far it was carried out. Whatever cannot be done is left to whoever has given it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sim_server.domain.deliveries import messages_of
from sim_server.domain.generator_app import current_code
from sim_server.domain.worlds import World
from sim_server.errands.hand import Hand
from sim_server.errands.page import Form

SIX_DIGITS = re.compile(r"\b\d{6}\b")


class Source(StrEnum):
    """Where a code comes from."""

    SMS = "sms"
    LETTER = "letter"
    APP = "app"


@dataclass(frozen=True)
class Typed:
    """What is typed into the field that has one of these labels, or chosen there."""

    labels: tuple[str, ...]
    text: str = ""


@dataclass(frozen=True)
class CodeTyped:
    """The code for the field that has one of these labels.

    `place` is the phone or the mailbox that it has come to, after so many messages that were read there before,
    or the secret of the generator app that shows it.
    """

    labels: tuple[str, ...]
    source: Source
    place: str
    after: int = 0


@dataclass(frozen=True)
class Move:
    """On the screen with this heading, whichever if none is said: what is typed, and what is pressed then."""

    press: str
    on: str = ""
    typed: tuple[Typed | CodeTyped, ...] = ()


@dataclass(frozen=True)
class Errand:
    """Where it begins; moves one after the other; then the answer to each screen, by its heading, up to one heading.

    Who `stays` goes to no other site on the way: what happens there is left to the browser.
    """

    address: str
    moves: tuple[Move, ...] = ()
    answers: Mapping[str, Move] = field(default_factory=dict)
    until: str = ""
    stays: bool = False


@dataclass
class Carried:
    """How far: so many moves, these screens answered, so many messages read by address, the last code of the app."""

    moves: int = 0
    answered: list[str] = field(default_factory=list)
    read: dict[str, int] = field(default_factory=dict)
    shown_code: str = ""


class Errands:
    """One errand being carried out by a hand in a world."""

    def __init__(self, world: World, hand: Hand) -> None:
        self._world = world
        self._hand = hand
        self._stays = False
        self.carried = Carried()

    def carry_out(self, errand: Errand) -> Carried:
        """Go as far as it leads, at most once through each screen that is answered."""
        self._stays = errand.stays
        self._hand.open(errand.address)
        for move in errand.moves:
            if not self._make(move):
                return self.carried
            self.carried.moves += 1
        while (heading := self._hand.page.heading) in errand.answers and heading != errand.until:
            if heading in self.carried.answered or not self._make(errand.answers[heading]):
                break
            self.carried.answered.append(heading)
        return self.carried

    def _make(self, move: Move) -> bool:
        """Type and press, all or nothing; False if the screen is another one, or lacks something."""
        page = self._hand.page
        if move.on not in ("", page.heading):
            return False
        typed: dict[str, str] = {}
        form = page.form_with(move.press)
        for one in move.typed:
            named = self._sent_for(form, one) if form else None
            if named is None:
                return False
            typed.update([named])
        return self._hand.press(move.press, typed, self._stays)

    def _sent_for(self, form: Form, one: Typed | CodeTyped) -> tuple[str, str] | None:
        found = self._hand.page.field_called(form, one.labels)
        if found is None:
            return None
        text = one.text if isinstance(one, Typed) else self._code(one)
        value = found.lines.get(text or "") if found.lines else text
        return None if value is None else (found.name, value)

    def _code(self, wanted: CodeTyped) -> str | None:
        """The code of the newest message that was not read before; all that has come is read by that."""
        if wanted.source is Source.APP:
            try:
                self.carried.shown_code = current_code(wanted.place, self._world.now())
            except ValueError:  # no secret of any app
                return None
            return self.carried.shown_code
        come = messages_of(self._world, wanted.place)
        fresh = [one.text for one in come[wanted.after :] if one.kind == wanted.source]
        found = SIX_DIGITS.search(fresh[-1]) if fresh else None
        if found is None:
            return None
        self.carried.read[wanted.place] = len(come)
        return found[0]
