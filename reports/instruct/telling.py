"""From what a scenario did and saw to the steps of an instruction."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from reports.instruct.lenders import Lenders
from reports.instruct.manual import ManualStep, View
from reports.instruct.routes import Route, last_screen
from reports.instruct.wording import Words
from reports.moments import Moment, Shot, frame_of
from reports.record.clauses import Clause, Instruction
from reports.record.facts import ActionDone, ScreenSeen, Where
from reports.record.run import Run, Step
from reports.texts.labels import labels_in

ICON = re.compile(
    r"\b(?:значок|иконк[уа])\b(?:.*?\b(?P<where>(?:в|рядом|справа|слева|вверху|внизу)\b[^.]*))?"
)


@dataclass(frozen=True)
class _Result:
    """What is seen after a step: a sentence, or a thing to be listed with its neighbours; nothing but its clauses."""

    text: str
    listed: bool
    clauses: tuple[str, ...]


@dataclass
class Telling:
    """Turns the moments of a way into steps; what is seen belongs to the step before it."""

    run: Run
    route: Route
    words: Words
    instructions: Mapping[str, Instruction]
    lenders: Lenders

    def steps(self) -> list[ManualStep]:
        """Return the steps; raise NotSayable."""
        acted = [number for number, one in enumerate(self.route.moments) if one.step.kind == "Action"]
        last = acted[-1] if acted else 0
        told = (
            piece
            for number, one in enumerate(self.route.moments)
            for piece in (self._done(one) if one.step.kind == "Action" else self._seen(one, number > last))
        )
        return [replace(one, assumed=self._assumed(one.text)) for one in _joined(told)]

    def end(self) -> View | None:
        """Return the screen that all of it leads to."""
        return next(
            (View(Shot(one.after.picture)) for one in reversed(self.route.moments) if one.after), None
        )

    @cached_property
    def _invented(self) -> frozenset[str]:
        """Return the words that are true of the person of the run alone: what was typed."""
        actions = [action for one in self.route.moments for action in one.step.facts(ActionDone)]
        typed = [word for one in actions if one.verb == "fill" for word in (one.value or "").split()]
        return frozenset(word for word in typed if len(word) > 2)

    @cached_property
    def _known(self) -> frozenset[str]:
        """Return the captions that a source prints, or that somebody has seen."""
        clauses = [clause for one in self.instructions.values() for clause in one.clauses]
        return frozenset(label for clause in clauses for label in set(clause.named) - set(clause.assumed))

    def _assumed(self, text: str) -> tuple[str, ...]:
        addresses = [word.rstrip(".") for word in text.split() if word.startswith("https://")]
        quoted = [label.text for label in labels_in(text) if "например" not in text]
        return tuple(dict.fromkeys(each for each in [*addresses, *quoted] if each not in self._known))

    def _done(self, moment: Moment) -> Iterator[ManualStep]:
        """Yield a step; a whole way is told movement by movement."""
        step, actions = moment.step, moment.step.facts(ActionDone)
        forgotten = not any(self.route.concerns(clause) for clause in self._clauses(step))
        screens = {action.before.screen for action in actions}
        if actions and (len(screens) > 1 or not self.words.knows_deed(self._pattern(step))):
            onto = [*(action.before for action in actions[1:]), *step.facts(ScreenSeen)[-1:]]
            for action, arrived in zip(actions, onto, strict=False):
                yield self._single(action, arrived, step, forgotten)
            return
        text = self.words.deed(self._pattern(step), step.sentence or "")
        text = _with_icon(text, self._clauses(step))
        screen = actions[0].before.screen if actions else ""
        yield ManualStep(text, screen, step.clauses, forgotten=forgotten, view=_view(moment))

    def _single(self, action: ActionDone, arrived: Where, step: Step, forgotten: bool) -> ManualStep:
        """One movement of a way, in the words and with the picture of a moment that is of it alone."""
        lender = self.lenders.of(action)
        if lender is None or not self.words.knows_deed(self._pattern(lender.step)):
            text = self.words.motion(self._without_names(action))
        else:
            text = self.words.deed(self._pattern(lender.step), lender.step.sentence or "")
        view = self.lenders.view(action) or (self.lenders.screen(arrived) if action.verb == "open" else None)
        return ManualStep(text, action.before.screen, step.clauses, forgotten=forgotten, view=view)

    def _without_names(self, action: ActionDone) -> ActionDone:
        words = ("…" if word in self._invented else word for word in action.label.split())
        return replace(action, label=" ".join(words))

    def _seen(self, moment: Moment, at_the_end: bool) -> Iterator[ManualStep | _Result]:
        step, pattern, sentence = moment.step, self._pattern(moment.step), moment.step.sentence or ""
        asked = any(clause.kind == "действие" for clause in self._clauses(step))
        if asked and (check := self.words.check(pattern, sentence)):
            yield ManualStep(check, last_screen(step), step.clauses, view=_looked_at(moment))
        elif any(word in sentence for word in self._invented):
            yield _Result("", False, step.clauses)
        elif sight := self.words.sight(pattern, sentence):
            yield _Result(sight, False, step.clauses)
        else:
            yield _Result(self.words.thing(pattern, sentence, at_the_end), True, step.clauses)

    def _pattern(self, step: Step) -> str:
        return self.run.definitions[step.definitions[0]][0]

    def _clauses(self, step: Step) -> Iterator[Clause]:
        known = {clause.id: clause for clause in self.route.instruction.clauses}
        return (known[name] for name in step.clauses if name in known)


def _with_icon(text: str, clauses: Iterable[Clause]) -> str:
    """Call an icon one, and say where it is as its clause does: there are no words on it to look for."""
    for found in filter(None, (ICON.search(clause.text) for clause in clauses)):
        where = f" {found['where']}" if found["where"] else ""
        return re.sub(r"^Нажмите («.*»)\.$", rf"Нажмите значок \1{where}.", text)
    return text


def _joined(told: Iterable[ManualStep | _Result]) -> list[ManualStep]:
    """Give each step what is seen after it; what is seen before the first is nobody's."""
    steps: list[ManualStep] = []
    seen: list[list[_Result]] = []
    for one in told:
        if isinstance(one, ManualStep):
            steps.append(one)
            seen.append([])
        elif seen:
            seen[-1].append(one)
    return [_with(step, results) for step, results in zip(steps, seen, strict=True)]


def _with(step: ManualStep, seen: Sequence[_Result]) -> ManualStep:
    """Return the step with its results: sentences first, then what is listed as one of them, each once."""
    sentences = [one.text for one in seen if one.text and not one.listed]
    things = list(dict.fromkeys(one.text for one in seen if one.text and one.listed))
    listed = [f"Вы увидите: {', '.join(things)}."] if things else []
    clauses = tuple(dict.fromkeys(name for one in seen for name in one.clauses))
    return replace(step, results=tuple(dict.fromkeys([*sentences, *listed])), seen=clauses)


def _view(moment: Moment) -> View | None:
    """Return the picture of the screen the step was done on, all its controls framed."""
    shot = moment.telling
    if shot is None:
        return None
    if not (moment.is_told_before or moment.is_filled):
        return View(Shot(shot.picture))
    framed = (frame_of(action, shot.picture) for action in moment.step.facts(ActionDone))
    return View(shot, tuple(frame for frame in framed if frame))


def _looked_at(moment: Moment) -> View | None:
    shot = moment.after
    return View(shot, (shot.frame,) if shot.frame else ()) if shot else None
