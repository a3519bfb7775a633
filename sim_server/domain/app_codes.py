"""Checking a code of the generator app in a recovery: once, at the right time, and not too often in vain."""

from __future__ import annotations

from sqlalchemy import case, update
from sqlalchemy.orm import Session

from sim_server.domain.codes import CodeExpired, CodeRefused, CodeSpent, CodeWrong
from sim_server.domain.database import count_up
from sim_server.domain.generator_app import step_at, step_of
from sim_server.domain.limits import LIMITS
from sim_server.domain.tables import RecoveryRow, VkAccountRow
from sim_server.domain.walks import Walk
from sim_server.domain.worlds import World

STEPS_REMEMBERED = 20  # a code of the last ten minutes is called late, not wrong


class AppCodeExpired(CodeExpired):
    """A code that the generator app showed some minutes ago."""


class AppCodeUsed(CodeRefused):
    """A code of the generator app that has proven something already."""


class AppCodesSpent(CodeSpent):
    """Too many wrong codes of the generator app: this way is closed until the recovery is begun anew."""


class AppGuessed(AppCodesSpent):
    """Too many wrong codes for one account, by however many recoveries: none proves it for some minutes."""


def check_app_code(recovery: Walk, typed: str) -> None:
    """Return if the app of the recovery's account shows this code now, and use it up; otherwise raise CodeRefused.

    A code is good in its thirty seconds and one step before and after them, once.
    """
    with recovery.world.database.write() as session:
        refusal = _refusal(session, recovery, typed)
    if refusal is not None:
        raise refusal


def _refusal(session: Session, recovery: Walk, typed: str) -> CodeRefused | None:
    row = session.get_one(RecoveryRow, recovery.id, with_for_update=True)
    if row.wrong_app_codes >= LIMITS.wrong_codes:
        return AppCodesSpent()
    account = session.get_one(VkAccountRow, row.vk_account_id, with_for_update=True)
    if _wrong_lately(recovery.world, account) >= LIMITS.wrong_codes_of_an_address:
        return AppGuessed()
    now, drift = step_at(recovery.world.now()), LIMITS.generator_drift_steps
    step = step_of(account.totp_secret or "", typed, range(now + drift, now - STEPS_REMEMBERED, -1))
    if step is not None and step >= now - drift:
        return None if _use_up(session, account, step) else AppCodeUsed()
    _count_lately(session, recovery.world, account)
    if count_up(session, RecoveryRow.wrong_app_codes, recovery.id) >= LIMITS.wrong_codes:
        return AppCodesSpent()
    return CodeWrong() if step is None else AppCodeExpired()


def _window() -> int:
    return LIMITS.code_lifetime_minutes * 60


def _wrong_lately(world: World, account: VkAccountRow) -> int:
    return account.wrong_app_codes if account.app_codes_since > world.now() - _window() else 0


def _count_lately(session: Session, world: World, account: VkAccountRow) -> None:
    over = VkAccountRow.app_codes_since <= world.now() - _window()
    counting = update(VkAccountRow).where(VkAccountRow.id == account.id)
    counted = case((over, 1), else_=VkAccountRow.wrong_app_codes + 1)
    since = case((over, world.now()), else_=VkAccountRow.app_codes_since)
    session.execute(counting.values(wrong_app_codes=counted, app_codes_since=since))


def _use_up(session: Session, account: VkAccountRow, step: int) -> bool:
    """Note that the code of this step was used; False if it, or a later one, was used before. RFC 6238 §5.2."""
    unused = update(VkAccountRow).where(VkAccountRow.id == account.id, VkAccountRow.totp_step < step)
    return session.scalar(unused.values(totp_step=step).returning(VkAccountRow.id)) is not None
