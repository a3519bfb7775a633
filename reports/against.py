"""What is different from an earlier run: scenarios by their identity, screens by what was written on them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reports.difference import difference
from reports.moments import Moment, Shot, moments
from reports.record.facts import PictureTaken
from reports.record.run import Run, Scenario
from reports.record.status import ENDED_BADLY
from reports.screen_map.trails import ScreenKey, captions_of, pictures_of, trail_of
from reports.wording import culprit, first_line

# Kinds of captions in the record, and what one of a kind is called.
KINDS = {"buttons": "кнопка", "fields": "поле", "texts": "надпись"}


@dataclass(frozen=True)
class Pair:
    """The same moment in both runs, as far as there are pictures of it."""

    before: Shot | None
    after: Shot | None


@dataclass(frozen=True)
class Turn:
    """A scenario both runs planned and that ended otherwise; `step` and `reason` tell of the bad one of the two."""

    before: Scenario
    after: Scenario
    step: str
    reason: str
    pair: Pair

    @property
    def direction(self) -> str:
        """To which side it has turned."""
        if self.before.status == "passed" and self.after.status in ENDED_BADLY:
            return "failing"
        return (
            "mended" if self.before.status in ENDED_BADLY and self.after.status == "passed" else "otherwise"
        )


@dataclass(frozen=True)
class Caption:
    """A caption that is there in one run only, or that another one of its kind has replaced."""

    kind: str
    before: str
    after: str


@dataclass(frozen=True)
class ScreenChange:
    """A screen both runs saw, on which something else is written now."""

    screen: ScreenKey
    captions: tuple[Caption, ...]
    pair: Pair


@dataclass(frozen=True)
class Sighting:
    """A screen that only one of the runs saw, with the scenarios that saw it, as they ended in the later run."""

    screen: ScreenKey
    scenarios: tuple[Scenario, ...]
    picture: PictureTaken | None


@dataclass(frozen=True)
class RunComparison:
    """Everything that differs between two runs. `left_out` were not chosen this time: they are not lost.

    `chosen` were there the last time too, and not chosen then: they are not new.
    """

    earlier: Run
    failing: tuple[Turn, ...]
    mended: tuple[Turn, ...]
    otherwise: tuple[Turn, ...]
    new: tuple[Scenario, ...]
    vanished: tuple[Scenario, ...]
    left_out: tuple[Scenario, ...]
    chosen: tuple[Scenario, ...]
    changed: tuple[ScreenChange, ...]
    appeared: tuple[Sighting, ...]
    gone: tuple[Sighting, ...]

    @property
    def same(self) -> bool:
        """Whether nothing differs."""
        return not any(differing for name, differing in vars(self).items() if name != "earlier")


def compare(earlier: Run, later: Run) -> RunComparison:
    """Return what differs; screens are compared only over scenarios that both runs began."""
    before = {one.place.identity: one for one in earlier.scenarios}
    after = {one.place.identity: one for one in later.scenarios}
    both = [(before[name], after[name]) for name in before if name in after]
    turned = [_turn(*pair) for pair in both if pair[0].status != pair[1].status]
    gone = [one for name, one in before.items() if name not in after]
    come = [one for name, one in after.items() if name not in before]
    began = [pair for pair in both if pair[0].steps and pair[1].steps]
    old, new = _Sights(), _Sights()
    for pair in began:
        # What a scenario did not get to see in one of the runs has not changed by that.
        reached = min(map(_reached, pair)) if {one.status for one in pair} != {"passed"} else None
        found = moments(pair[0])[:reached], moments(pair[1])[:reached]
        shared = captions_of(found[0]).keys() & captions_of(found[1]).keys()
        old.add(pair[0], found[0], shared)
        new.add(pair[1], found[1], shared)
    return RunComparison(
        earlier=earlier,
        failing=tuple(turn for turn in turned if turn.direction == "failing"),
        mended=tuple(turn for turn in turned if turn.direction == "mended"),
        otherwise=tuple(turn for turn in turned if turn.direction == "otherwise"),
        new=tuple(one for one in come if not earlier.is_left_out(one.place)),
        vanished=tuple(one for one in gone if not later.is_left_out(one.place)),
        left_out=tuple(one for one in gone if later.is_left_out(one.place)),
        chosen=tuple(one for one in come if earlier.is_left_out(one.place)),
        changed=tuple(_changes(old, new)),
        appeared=tuple(new.sighting(screen, after) for screen in new.seen if screen not in old.seen),
        gone=tuple(old.sighting(screen, after) for screen in old.seen if screen not in new.seen),
    )


def _reached(scenario: Scenario) -> int:
    """How many steps passed one after the other."""
    passed = [step.status == "passed" for step in scenario.steps]
    return [*passed, False].index(False)


def _turn(before: Scenario, after: Scenario) -> Turn:
    """Tell of the step that went wrong, and show it in both runs."""
    bad = after if after.status in ENDED_BADLY or before.status not in ENDED_BADLY else before
    step = culprit(bad)
    if step is None or step.sentence is None:
        return Turn(before, after, "", first_line(bad.reason), Pair(None, None))
    differs = difference(step)
    told = differs.text if differs else first_line(step.message)
    # The line may have moved; the sentence counts from the top, because the same one may stand there twice.
    number = [one.sentence for one in bad.steps].index(step.sentence)
    pair = Pair(_seen(before, number, step.sentence), _seen(after, number, step.sentence))
    return Turn(before, after, step.sentence, told, pair)


def _seen(scenario: Scenario, number: int, sentence: str) -> Shot | None:
    found = moments(scenario)
    moment = next((one for one in found[number : number + 1] if one.step.sentence == sentence), None)
    if moment is None:
        return None
    # Whatever a step does, it begins on the screen before it: there it failed.
    did_it = moment.step.status == "passed" and moment.step.kind != "Outcome"
    return moment.before if did_it and moment.before else moment.telling


@dataclass
class _Sights:
    """What the scenarios of one run saw of each screen."""

    seen: dict[ScreenKey, dict[str, PictureTaken | None]] = field(default_factory=dict)
    captions: defaultdict[tuple[ScreenKey, str], Counter[str]] = field(
        default_factory=lambda: defaultdict(Counter)
    )
    pictured: dict[tuple[ScreenKey, str], dict[str, PictureTaken | None]] = field(default_factory=dict)

    def add(self, scenario: Scenario, found: Sequence[Moment], shared: Collection[ScreenKey]) -> None:
        """Take a scenario's screens, and the captions of those that it saw in both runs."""
        identity = scenario.place.identity
        for visit in trail_of(found).visits:
            pictures = self.seen.setdefault(visit.screen, {})
            pictures[identity] = pictures.get(identity) or visit.picture
        for caption, picture in pictures_of(found).items():
            self.pictured.setdefault(caption, {})[identity] = picture
        for screen, labels in captions_of(found).items():
            for kind, captions in labels.items() if screen in shared else ():
                self.captions[screen, kind].update(captions)

    def sighting(self, screen: ScreenKey, scenarios: Mapping[str, Scenario]) -> Sighting:
        pictures = self.seen[screen]
        seen = tuple(scenarios[name] for name in pictures)
        return Sighting(screen, seen, next(filter(None, pictures.values()), None))


def _changes(old: _Sights, new: _Sights) -> Iterator[ScreenChange]:
    for screen in old.seen:
        if screen not in new.seen:
            continue
        captions = tuple(_captions(screen, old, new))
        if captions:
            yield ScreenChange(screen, captions, _shown(screen, captions, old, new))


def _shown(screen: ScreenKey, captions: Sequence[Caption], old: _Sights, new: _Sights) -> Pair:
    """Show the screen with the first caption that went and with the first that came, if there are such pictures."""
    gone = next((one.before for one in captions if one.before), "")
    come = next((one.after for one in captions if one.after), "")
    before, after = old.pictured.get((screen, gone)), new.pictured.get((screen, come))
    return _pair(before or old.seen[screen], after or new.seen[screen])


def _captions(screen: ScreenKey, old: _Sights, new: _Sights) -> Iterator[Caption]:
    """Yield what differs; a text that only one scenario saw may be a name or a number of its people."""
    for kind, name in KINDS.items():
        before, after = old.captions[screen, kind], new.captions[screen, kind]
        least = 2 if kind == "texts" else 1
        lost = [caption for caption in before if caption not in after and before[caption] >= least]
        found = [caption for caption in after if caption not in before and after[caption] >= least]
        if len(lost) == len(found) == 1:
            yield Caption(name, lost[0], found[0])
        else:
            yield from (Caption(name, caption, "") for caption in lost)
            yield from (Caption(name, "", caption) for caption in found)


def _pair(before: Mapping[str, PictureTaken | None], after: Mapping[str, PictureTaken | None]) -> Pair:
    """Prefer a scenario that has a picture of the screen in both runs."""
    both = ((picture, after[name]) for name, picture in before.items() if picture and after.get(name))
    first = next(filter(None, before.values()), None), next(filter(None, after.values()), None)
    return Pair(*(Shot(picture) if picture else None for picture in next(both, first)))
