"""The numbers of `limits.toml` under their names."""

from __future__ import annotations

from pathlib import Path

from sim_server.toml_file import Table


class Limits(Table):
    """How many, how long; each unit is in the name."""

    wrong_passwords: int
    lock_out_hours: int
    wrong_codes: int
    wrong_codes_of_an_address: int
    codes_to_an_address: int
    code_lifetime_minutes: int
    resend_after_seconds: int
    resend_letter_after_seconds: int
    sms_code_digits: int
    letter_code_digits: int
    call_code_digits: int
    longest_password: int
    recovery_lifetime_minutes: int
    friends_needed: int
    generator_drift_steps: int
    interaction_lifetime_hours: int
    vk_session_days: int
    journal_session_minutes: int
    form_lifetime_minutes: int
    authorization_code_minutes: int
    access_token_minutes: int
    refresh_token_days: int
    refused_exchanges: int
    message_letters: int
    chat_title_letters: int
    messages_on_a_page: int
    news_every_seconds: int
    patience_seconds: int


LIMITS = Limits.from_file(Path(__file__).with_name("limits.toml"))
