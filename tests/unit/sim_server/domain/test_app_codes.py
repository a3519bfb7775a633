"""A code of the generator app proves something once, and after a newer one never. RFC 6238 §5.2."""

from base64 import b32encode
from dataclasses import replace

import pytest

from sim_server.domain import recoveries
from sim_server.domain.app_codes import AppCodeUsed, check_app_code
from sim_server.domain.generator_app import STEP_SECONDS, current_code
from sim_server.domain.recoveries import Recovering
from sim_server.domain.tables import VkAccountRow
from sim_server.domain.vk_accounts import register_account
from sim_server.domain.worlds import World
from tests.people import ANNA, kept_of

PHONE, SECRET = "+71991111111", b32encode(b"12345678901234567890").decode()


@pytest.fixture
def case(world: World) -> Recovering:
    """A recovery of somebody who has a generator app, in the middle of a time step."""
    world = replace(world, offset=world.offset + (STEP_SECONDS / 2 - world.now()) % STEP_SECONDS)
    with world.database.write() as session:
        account = register_account(session, world, PHONE, kept_of(ANNA))
        session.get_one(VkAccountRow, account.id).totp_secret = SECRET
    recovery_id = recoveries.begin(world, "browser", None)
    recoveries.take_phone(recoveries.load(world, recovery_id, "browser"), PHONE)
    return recoveries.load(world, recovery_id, "browser")


@pytest.mark.parametrize("later", [0, 1], ids=["the same", "the one before"])
def test_code_is_refused_once_it_or_a_newer_one_was_used(case: Recovering, later: int) -> None:
    """The one before is within the drift of the app's clock: unused, it would be good."""
    now = case.world.now()
    check_app_code(case, current_code(SECRET, now))
    with pytest.raises(AppCodeUsed):
        check_app_code(case, current_code(SECRET, now - later * STEP_SECONDS))
