"""«Мой паспорт» of the Moscow region."""

from __future__ import annotations

import re

from fixtures.people import JournalAccount
from steps.screens.actor import Actor
from steps.ways.journal import give_login

ACCOUNT_ID = re.compile(r"^id аккаунта: \d+$")


def sign_in(actor: Actor, account: JournalAccount) -> None:
    """Sign in with the journal's login; the tab «Безопасность» opens."""
    actor.screen.open(f"{actor.world.stand.site('passport')}/login")
    give_login(actor, account)
    actor.screen.prove("Безопасность")
