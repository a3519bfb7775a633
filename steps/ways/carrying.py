"""Whether a whole way is gone on the screens or by the stand: this is the one place that chooses."""

from __future__ import annotations

from steps.screens.actor import Actor
from steps.ways.arranging import arrange
from steps.ways.errand import Errand
from steps.ways.walking import walk


def carry_out(actor: Actor, errand: Errand) -> None:
    """Go that way; in a «Дано» of a stand that arranges, have it gone."""
    begun_at = errand.open or actor.device.whereabouts
    if actor.arranges and begun_at:
        arrange(actor, errand, begun_at)
    else:
        walk(actor, errand)
