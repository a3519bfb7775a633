"""The steps of a recovery, in their order, and what each waits for."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from sim_server.domain.recoveries import Recovering, Way


class Step(StrEnum):
    """A screen of the recovery; the first step of the instruction is the link that leads here."""

    PHONE = "phone"
    CODE = "code"
    ACCOUNT = "account"
    NO_WAY = "no_way"
    WAY = "way"
    APP = "app"
    MAIL = "mail"
    FRIENDS = "friends"
    PASSWORD = "password"  # noqa: S105 - a step's name


# A step whose condition holds is not shown. An account without any way is proven by the SMS alone (assumed).
STEPS: dict[Step, Callable[[Recovering], bool]] = {
    Step.PHONE: lambda c: c.account is not None,
    Step.CODE: lambda c: c.recovery.phone_proven,
    Step.ACCOUNT: lambda c: c.recovery.account_confirmed,
    Step.NO_WAY: lambda c: not c.recovery.mail_lost or c.ways != (Way.MAIL,),
    Step.WAY: lambda c: c.recovery.way is not None or not c.ways,
    Step.APP: lambda c: c.recovery.way != Way.APP or c.recovery.way_proven,
    Step.MAIL: lambda c: c.recovery.way != Way.MAIL or c.recovery.way_proven,
    Step.FRIENDS: lambda c: c.recovery.way != Way.FRIENDS or c.recovery.way_proven,
    Step.PASSWORD: lambda c: c.recovery.finished_at is not None,
}


def needed_step(case: Recovering) -> Step | None:
    """The first step whose condition does not hold yet; None when the password is changed."""
    return next((step for step, done in STEPS.items() if not done(case)), None)
