"""What the whole ways call things: as the journal of whoever acts does, or in VK ID's usual words."""

from __future__ import annotations

from fixtures.journals import Captions, journal_called
from steps.screens.actor import Actor


def captions_for(actor: Actor) -> Captions:
    """The captions of the journal that the person uses now."""
    return journal_called(actor.person.account.journal).captions


def usual_captions() -> Captions:
    """The captions of VK ID's own site and of the messenger."""
    return journal_called("vk_id").captions
