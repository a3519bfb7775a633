"""An errand between the words of the control API and those of whoever carries it out."""

from __future__ import annotations

from typing import Any

from sim_server.control import models
from sim_server.domain.worlds import World
from sim_server.errands.errand import CodeTyped, Errand, Errands, Move, Typed
from sim_server.errands.hand import Cookie, Hand, Wsgi


def carry_out(systems: Wsgi, world: World, device: str, wanted: models.ErrandWanted) -> dict[str, Any]:
    """Have it carried out for a device of a world; tell how far, where that led, and what the sites keep now."""
    hand = Hand(systems, world.name, device, [Cookie(**one.model_dump()) for one in wanted.cookies])
    carried = Errands(world, hand).carry_out(_errand(wanted))
    there = {"address": hand.address, "heading": hand.page.heading, "cookies": [*hand.fresh.values()]}
    return {**vars(carried), **there}


def _errand(wanted: models.ErrandWanted) -> Errand:
    answers = {heading: _move(one) for heading, one in wanted.answers.items()}
    return Errand(
        wanted.address, tuple(map(_move, wanted.moves)), answers, until=wanted.until, stays=wanted.stays
    )


def _move(wanted: models.Move) -> Move:
    return Move(wanted.press, wanted.on, tuple(map(_typed, wanted.typed)))


def _typed(wanted: models.Typed) -> Typed | CodeTyped:
    if wanted.source is None:
        return Typed(wanted.labels, wanted.text)
    return CodeTyped(wanted.labels, wanted.source, wanted.place, wanted.after)
