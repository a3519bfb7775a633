"""Where the code comes from that somebody types: read on a phone, in a mailbox, in an app, or told by a friend."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from fixtures.sight.mismatch import Mismatch
from steps.language.kinds import WHICH
from steps.recording.entry import Step
from steps.recording.stage import Stage
from steps.recording.wording import WHOSE, said
from steps.screens.actor import Actor
from steps.screens.out_of_turn import StepOutOfTurn
from steps.screens.phone import CALL, LETTER, SMS, spaced

LENGTHS = range(4, 9)  # digits that may be a code
BY_LIKELIHOOD = sorted(
    WHICH, key=lambda words: (WHICH[words] > 0, abs(WHICH[words]))
)  # from the last one back


@dataclass(frozen=True)
class Source:
    """One way to get a code: how it is said, whose or what is held in hand, and how it is read there."""

    what: str
    power: str
    held: Callable[[Actor], Any]
    read: Callable[[Any], str]
    named: tuple[tuple[str, str], ...] = ()


def code_step(value: str, label: str, stage: Stage) -> Step | None:
    """The step that says where this code was read, and then it is used up there as in a run; None for no code."""
    digits = "".join(value.split())
    if not digits.isdigit() or len(digits) not in LENGTHS:
        return None
    with stage.world.unnoticed():
        source = next((each for each in _sources(stage) if _tells(each, stage.actor, value.strip())), None)
    if source is None:
        return None
    stage.world.need(source.power)
    source.read(source.held(stage.actor))
    return said(source.what, label=label, **dict(source.named))


def _tells(source: Source, actor: Actor, typed: str) -> bool:
    """Whether this code would be read there; it stays as unread as it was."""
    try:
        return source.read(_twin(source.held(actor))) == typed
    except (Mismatch, StepOutOfTurn):
        return False


def _twin(held: Any) -> Any:
    """The same thing, which forgets what is read in it on trial."""
    twin = copy.copy(held)
    for name, value in vars(held).items():
        if isinstance(value, list | dict | set):
            setattr(twin, name, copy.copy(value))
    return twin


def _sources(stage: Stage) -> Iterator[Source]:
    """All there are, the usual ones first."""
    powers, person = stage.world.stand.powers, stage.actor.person
    if "phone" in powers:
        yield Source("fill_code", "phone", _phone, lambda phone: phone.code(SMS))
        yield Source("fill_spaced_code", "phone", _phone, lambda phone: spaced(phone.code(SMS)))
        yield Source("fill_code_of_call", "phone", _phone, lambda phone: phone.code(CALL))
        yield from _by_order("fill_code_by_order", "phone", _phone, SMS)
        yield from _others(stage)
        if person.generator_secret:
            yield Source("fill_code_of_generator", "phone", _generator, lambda app: app.code())
    if "mailbox" in powers and person.email:
        yield Source("fill_code_of_letter", "mailbox", _mailbox, lambda box: box.code(LETTER))
        yield from _by_order("fill_code_of_letter_by_order", "mailbox", _mailbox, LETTER)
    if "phone" in powers:
        yield Source("fill_wrong_code", "phone", _phone, lambda phone: phone.wrong_code())


def _by_order(what: str, power: str, held: Callable[[Actor], Any], kind: str) -> Iterator[Source]:
    """What has been read already may be typed again: the last one, the last but one, and so on."""
    for words in BY_LIKELIHOOD:
        yield Source(what, power, held, partial(_code_by_order, kind, WHICH[words]), (("which", words),))


def _code_by_order(kind: str, which: int, held: Any) -> str:
    code: str = held.code_by_order(kind, which)
    return code


def _others(stage: Stage) -> Iterator[Source]:
    """What came to somebody else's phone: to that of a friend who is trusted, of another of the cast."""
    for key in stage.actor.person.friends:
        yield _phone_of(key, "fill_code_of_friend", ("friend", key))
    for key in stage.world.people:
        if key in WHOSE and key != stage.actor.person.key:
            yield _phone_of(key, "fill_code_of", ("whose", WHOSE[key]))


def _phone(actor: Actor) -> Any:
    return actor.phone


def _generator(actor: Actor) -> Any:
    return actor.generator


def _mailbox(actor: Actor) -> Any:
    return actor.mailbox


def _phone_of(key: str, what: str, named: tuple[str, str]) -> Source:
    return Source(what, "phone", lambda actor: actor.phone_of(key), lambda phone: phone.code(SMS), (named,))
