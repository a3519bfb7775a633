"""Fifty at once, at several processes on one PostgreSQL: the same as in one process."""

from tests.http.test_races import (
    test_last_screen_sent_at_once_gives_one_answer,
    test_one_callback_links_once,
    test_one_code_is_exchanged_once,
    test_one_form_sends_one_code,
    test_one_number_is_registered_once,
    test_one_profile_is_linked_with_one_account,
    test_one_written_form_is_one_message,
    test_sign_ins_at_once_are_one_consent,
)

__all__ = [
    "test_last_screen_sent_at_once_gives_one_answer",
    "test_one_callback_links_once",
    "test_one_code_is_exchanged_once",
    "test_one_form_sends_one_code",
    "test_one_number_is_registered_once",
    "test_one_profile_is_linked_with_one_account",
    "test_one_written_form_is_one_message",
    "test_sign_ins_at_once_are_one_consent",
]
