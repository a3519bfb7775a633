"""«Мой паспорт» of the Moscow region."""

from __future__ import annotations

import re

from fixtures.people import JournalAccount
from steps.screens.actor import Actor
from steps.ways.carrying import carry_out
from steps.ways.errand import Errand
from steps.ways.journal import own_login

ACCOUNT_ID = re.compile(r"^id аккаунта: \d+$")


def sign_in(actor: Actor, account: JournalAccount) -> None:
    """Sign in with the journal's login; the tab «Безопасность» opens."""
    site = actor.world.stand.site("passport")
    carry_out(actor, Errand(f"{site}/login", (own_login(account),), end="Безопасность"))
