"""Records a scenario: a browser opens, and what is done in it comes out as steps."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from reports.record.facts import USUAL_STAND
from steps.recording.answering import Answer, consent
from steps.recording.ear import Ear
from steps.recording.earlier import Beginning
from steps.recording.entry import Entry
from steps.recording.manuscript import FEATURE, SCENARIO, SEVERITY, Manuscript
from steps.recording.recorder import Recorder
from steps.recording.seats import OFFERED
from steps.recording.stage import CannotRecord, Stage, staged


@dataclass(frozen=True)
class Wanted:
    """What is to be recorded: where it begins, on which stand, whether with a window, from which seed."""

    beginning: Beginning = Beginning()
    stand: str = USUAL_STAND
    headed: bool = True
    seed: int | None = None
    title: str = ""


def record(wanted: Wanted, answer: Answer = consent) -> Iterator[Entry]:
    """Give what a person does in the browser that opens, step by step, until they end it; raises CannotRecord."""
    with recording(wanted, answer) as recorder:
        yield from recorder.follow()
        yield from recorder.finish()


@contextmanager
def recording(wanted: Wanted, answer: Answer = consent) -> Iterator[Recorder]:
    """Have a recorder that has come to where the recording begins; all it used goes with it. Raises CannotRecord."""
    ear = Ear(OFFERED)
    with staged(ear.attach, wanted.stand, wanted.headed, wanted.seed) as stage:
        recorder = begun(stage, ear, wanted, answer)
        yield recorder


def begun(stage: Stage, ear: Ear, wanted: Wanted, answer: Answer = consent) -> Recorder:
    """A recorder on a stage that is there, at the end of what comes before; raises CannotRecord."""
    recorder = Recorder(stage, ear, answer, _manuscript(wanted))
    try:
        recorder.begin(wanted.beginning.steps)
    except Exception as error:
        raise CannotRecord(f"Не дойти до места, где начинается запись: {error}") from error
    return recorder


def _manuscript(wanted: Wanted) -> Manuscript:
    beginning = wanted.beginning
    return Manuscript(
        beginning.feature or FEATURE,
        wanted.title or beginning.scenario or SCENARIO,
        list(beginning.feature_tags),
        list(beginning.scenario_tags) or [SEVERITY],
    )
