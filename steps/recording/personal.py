"""What is known of the people of a recording: which words are somebody's own, so that a step can name whose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fixtures.cast import ME
from fixtures.people import Persona
from fixtures.phones import digits_of, is_same_number, national, printed_phone
from steps.recording.entry import Doubt, Step
from steps.recording.stage import Stage
from steps.recording.wording import WHO, WHOSE, said


def typed_steps(value: str, label: str, stage: Stage) -> Iterator[Step]:
    """The steps that say whose this is that was typed, the likeliest first; none for what is nobody's."""
    person = stage.actor.person
    own = {
        "fill_login": person.account.login,
        "fill_journal_password": person.account.password,
        "fill_vk_password": person.vk_password,
        "fill_email": person.email,
    }
    yield from (said(what, label=label) for what, known in own.items() if known and known == value)
    if is_same_number(value, person.phone):
        yield said("fill_phone", label=label)
    for key, other in _others(stage):
        yield from _typed_of(value, label, other, WHOSE[key])


def _typed_of(value: str, label: str, other: Persona, whose: str) -> Iterator[Step]:
    if is_same_number(value, other.phone):
        yield said("fill_phone_of", whose=whose, label=label)
    if value == other.vk_password:
        yield said("fill_vk_password_of", whose=whose, label=label)
    if value == other.last_name:
        yield said("fill_last_name_of", whose=whose, label=label)


def seen_name_steps(text: str, stage: Stage) -> Iterator[Step]:
    """The steps that say whose full name this text is, or ends with."""
    before = _before(text, stage.actor.person.full_name)
    if before is not None:
        yield said("see_own_name_after", text=before) if before else said("see_own_name")
    for key, other in _others(stage):
        before = _before(text, other.full_name)
        if before is not None:
            whose = WHOSE[key]
            yield (
                said("see_name_of_after", text=before, whose=whose)
                if before
                else said("see_name_of", whose=whose)
            )


def pressed_name_steps(what: str, label: str, stage: Stage) -> Iterator[Step]:
    """The steps that say whose full name stands in what was pressed or ticked."""
    for key, other in _others(stage):
        before = _before(label, other.full_name)
        if before is not None and bool(before) == (what == "press_name"):
            yield said(what, label=before, whose=WHOSE[key])


def introductions(step: Step, stage: Stage) -> Iterator[Step]:
    """What must be said of me in the beginning, so that what the step quotes is the same in every run."""
    quoted, me = _quoted(step), stage.world.people.get(ME)
    if me is None:
        return
    if _phone_in(quoted, me):
        yield said("has_phone", phone=printed_phone(me.phone))
    if any(re.search(rf"\b{re.escape(name)}\b", quoted) for name in (me.last_name, me.first_name)):
        yield said("is_called", full_name=me.full_name)
    if me.email and me.email in quoted:
        yield said("has_email", email=me.email)


def doubts(step: Step, stage: Stage) -> Iterator[Doubt]:
    """What the step quotes that is invented anew in every run."""
    quoted = _quoted(step)
    for key, person in stage.world.people.items():
        private = {
            "логин": person.account.login,
            "пароль от журнала": person.account.password,
            "пароль от VK ID": person.vk_password,
        }
        if key != ME:
            private |= {"имя": person.last_name, "телефон": person.phone if _phone_in(quoted, person) else ""}
        for what, value in private.items():
            if value and (value in quoted or what == "телефон"):
                yield Doubt(
                    f"{what} здесь — того, кто в сценарии «{WHO.get(key, key)}», а в прогоне он другой"
                )


def _others(stage: Stage) -> list[tuple[str, Persona]]:
    acting = stage.actor.person.key
    return [(key, one) for key, one in stage.world.people.items() if key in WHOSE and key != acting]


def _before(text: str, full_name: str) -> str | None:
    """What stands before the full name at the end of a text; None if it does not end so."""
    if text == full_name:
        return ""
    return text.removesuffix(f" {full_name}") if text.endswith(f" {full_name}") else None


def _quoted(step: Step) -> str:
    return " ".join([step.text, *(cell for row in step.rows for cell in row)])


def _phone_in(quoted: str, person: Persona) -> bool:
    return national(person.phone) in digits_of(quoted)
