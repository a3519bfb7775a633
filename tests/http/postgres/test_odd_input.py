"""The same odd input, on a database that takes fewer texts and numbers."""

import pytest

from sim_server.simulator import Simulator
from tests.http.test_odd_input import (
    reader,
    test_chat_of_a_number_that_no_row_has,
    test_messages_before_one_that_there_never_is,
    test_nul_in_a_call_of_a_client,
    test_nul_in_a_cookie_is_nobody_s,
    test_nul_in_a_login_and_a_password,
    test_nul_in_a_person_s_name,
    test_nul_in_a_request_for_a_sign_in,
    test_nul_in_a_world_s_name_is_no_world,
)
from tests.http.world import World
from tests.people import ANNA, OLGA

__all__ = [
    "reader",
    "test_chat_of_a_number_that_no_row_has",
    "test_messages_before_one_that_there_never_is",
    "test_nul_in_a_call_of_a_client",
    "test_nul_in_a_cookie_is_nobody_s",
    "test_nul_in_a_login_and_a_password",
    "test_nul_in_a_person_s_name",
    "test_nul_in_a_request_for_a_sign_in",
    "test_nul_in_a_world_s_name_is_no_world",
]


@pytest.fixture(scope="module")
def world(here: Simulator) -> World:
    """A world of this process: one is enough."""
    return World(here, [ANNA, OLGA])
