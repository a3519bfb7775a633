"""The order of the recovery and the files of its steps."""

from sim_server.vk_id.recovering import ORDER, STEPS, RecoveryStep
from sim_server.vk_id.screen import read_screens


def test_every_step_has_its_place_in_the_order() -> None:
    assert sorted(read_screens(STEPS, RecoveryStep)) == sorted(ORDER)
