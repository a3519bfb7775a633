"""Which orders of screens can be walked: any in which a screen has what it shows, and a person is proven."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sim_server.domain.sign_ins import Situation

PHONE = "phone"  # answering it tells VK ID whose sign-in it is, and so which situation
UNKNOWN = (Situation.WITH_PROFILE, Situation.WITH_VK_ID, Situation.WITHOUT_VK_ID)  # until the phone is given
NOBODY_YET = "ещё неизвестно, чей это VK ID"

Journey = Mapping[Situation, Sequence[str]]
Screens = Mapping[str, Any]


def broken_orders(journey: Journey, screens: Screens) -> Iterator[tuple[str, str]]:
    """Say which journey is missing or cannot be walked, by its situation, and why."""
    for missing in (one for one in Situation if one not in journey):
        yield missing.value, "ключа нет, а он нужен"
    found = [
        (situation.value, words)
        for situation, order in journey.items()
        for rule in RULES
        for words in rule(situation, order, screens)
    ]
    yield from found
    if not found and set(UNKNOWN) <= journey.keys():
        yield from _beginnings(journey)


def _each_once(_situation: Situation, order: Sequence[str], _screens: Screens) -> Iterator[str]:
    for name in dict.fromkeys(order):
        if order.count(name) > 1:
            yield f"экран «{name}» стоит дважды, а покажут его один раз"


def _phone_is_asked(situation: Situation, order: Sequence[str], _screens: Screens) -> Iterator[str]:
    if situation in UNKNOWN and PHONE not in order:
        yield f"нет экрана «{PHONE}»: без него {NOBODY_YET}"


def _somebody_proves_it(_situation: Situation, order: Sequence[str], screens: Screens) -> Iterator[str]:
    # A password alone proves nothing: not everybody has one.
    proofs = sorted(name for name, screen in screens.items() if screen.send)
    if PHONE in order and not set(proofs).intersection(order):
        yield f"никто не докажет, что номер его: нужен {' или '.join(f'«{name}»' for name in proofs)}"


def _everyone_has_what_it_shows(
    situation: Situation, order: Sequence[str], screens: Screens
) -> Iterator[str]:
    for name in order:
        if situation not in screens[name].for_whom:
            fitting = ", ".join(one.value for one in Situation if one in screens[name].for_whom)
            yield f"экрану «{name}» здесь нечего показать; он бывает в {fitting}"


def _nothing_comes_too_early(situation: Situation, order: Sequence[str], screens: Screens) -> Iterator[str]:
    early = order[: order.index(PHONE)] if situation in UNKNOWN and PHONE in order else ()
    for at, name in enumerate(order):
        screen = screens[name]
        if name in early and not set(UNKNOWN) <= screen.for_whom or name in early and screen.send:
            yield f"экран «{name}» стоит до «{PHONE}», когда {NOBODY_YET}"
        elif screen.follows and screen.follows not in order[:at]:
            yield f"экран «{name}» стоит не после «{screen.follows}», без которого он не нужен"


def _beginnings(journey: Journey) -> Iterator[tuple[str, str]]:
    """Say if the screens before the phone differ: nobody knows yet in which situation a person is."""
    first, *others = UNKNOWN
    usual = _before_phone(journey[first])
    for situation in others:
        if (own := _before_phone(journey[situation])) != usual:
            told = f"{', '.join(own) or 'ничего'}, а в {first.value} — {', '.join(usual) or 'ничего'}"
            yield situation.value, f"до «{PHONE}» {NOBODY_YET}, и порядок до него один; здесь — {told}"


def _before_phone(order: Sequence[str]) -> list[str]:
    return list(order[: order.index(PHONE)])


RULES: tuple[Callable[[Situation, Sequence[str], Screens], Iterator[str]], ...] = (
    _each_once,
    _phone_is_asked,
    _somebody_proves_it,
    _everyone_has_what_it_shows,
    _nothing_comes_too_early,
)
