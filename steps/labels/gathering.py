"""Gathers from the record of a run which captions every screen had."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from reports.record.facts import ActionDone, ScreenSeen
from reports.record.run import Run, Scenario, Step
from reports.record.status import ENDED_WELL
from steps.labels.blanks import TYPED, blanked, first_names
from steps.labels.known import KINDS, Captions, Written

Seen = tuple[str, str, str, str]  # system, heading, kind, caption

PRESSING = ("press", "press_twice")
SEEING = re.compile(r"\S+ вижу (?:сообщение )?«(.+)»")


class NothingToTell(Exception):  # noqa: N818  named after what happened
    """The run was not whole, not green, or did not look closely; the message is Russian."""


class NotGreen(NothingToTell):
    """Something did not pass, which the run's own verdict has told."""


def captions_of(run: Run) -> Written:
    """Return the captions of every screen of a whole green run; raise NothingToTell of another one."""
    _prove_whole(run)
    listed: dict[str, dict[str, dict[str, set[str]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(set))
    )
    for scenario in run.scenarios:
        for system, title, kind, caption in _own_of_screens(scenario):
            listed[system][title][kind].add(caption)
    return {
        system: {title: _captions(kinds) for title, kinds in screens.items()}
        for system, screens in listed.items()
    }


def _captions(kinds: dict[str, set[str]]) -> Captions:
    return Captions(**{kind: tuple(sorted(kinds[kind])) for kind in KINDS if kind in kinds})


def _prove_whole(run: Run) -> None:
    if run.is_part:
        raise NothingToTell("Прогнана только часть сценариев, а надписи собирают с целого прогона.")
    if bad := [one for one in run.scenarios if one.status not in ENDED_WELL]:
        raise NotGreen(f"Надписи собирают с зелёного прогона, а сценарий «{bad[0].place.name}» не прошёл.")
    if run.problems or not run.scenarios:
        raise NotGreen("Надписи собирают с зелёного прогона, а в этом не все файлы выполнены.")
    if not any(seen.labels for one in run.scenarios for seen in one.facts(ScreenSeen)):
        raise NothingToTell("В записях нет надписей: прогоните сценарии со снимками, без ключа --evidence.")


def _own_of_screens(scenario: Scenario) -> Iterator[Seen]:
    """What screens had of their own: what the people of the scenario had typed is left out."""
    typed = {done.value for done in scenario.facts(ActionDone) if done.value}
    seen = list(_on_screens(scenario))
    names = sorted(first_names(caption for *_, caption in seen))
    for system, title, kind, caption in seen:
        if caption not in typed:
            yield system, TYPED if title in typed else blanked(title, names), kind, blanked(caption, names)


def _on_screens(scenario: Scenario) -> Iterator[Seen]:
    """Every line of a screen, what was pressed, whose name may be less, and what a sentence found within a line."""
    listed = set[tuple[str, str, str]]()
    for seen in _lines_and_buttons(scenario):
        system, title, _, caption = seen
        listed.add((system, title, caption))
        yield seen
    for step in scenario.steps:
        for one in step.facts(ScreenSeen):
            for caption in _found_by(step, one):
                if (one.system, one.screen, caption) not in listed:
                    yield one.system, one.screen, "texts", caption


def _found_by(step: Step, screen: ScreenSeen) -> Iterator[str]:
    """What the sentence quotes and the screen had; of one that came by itself the sentence is the only witness."""
    yield from (quoted.label for quoted in screen.quoted or ())
    if found := SEEING.fullmatch(step.sentence or ""):
        yield found[1]


def _lines_and_buttons(scenario: Scenario) -> Iterator[Seen]:
    for one in scenario.facts(ScreenSeen):
        for kind, captions in (one.labels or {}).items():
            yield from ((one.system, one.screen, kind, caption) for caption in captions)
    for done in scenario.facts(ActionDone):
        if done.verb in PRESSING and done.before.screen:
            yield done.before.system, done.before.screen, "buttons", done.label
