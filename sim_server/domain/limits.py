"""The numbers of `limits.toml` under their names."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from pydantic import BaseModel, ConfigDict


class Limits(BaseModel):
    """How many, how long; each unit is in the name."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    wrong_passwords: int
    lock_out_hours: int
    wrong_codes: int
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
    message_letters: int
    chat_title_letters: int
    messages_on_a_page: int
    news_every_seconds: int
    patience_seconds: int


LIMITS = Limits.model_validate(
    tomllib.loads((files(__package__) / "limits.toml").read_text(encoding="utf-8"))
)
