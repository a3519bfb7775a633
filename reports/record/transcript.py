"""What one process executes, written down as it happens."""

import time
import traceback
from collections.abc import Callable, Sequence
from typing import Any

import cucumber_messages as cucumber

from reports.record import ids
from reports.record.evidence import EvidenceStore, attached
from reports.record.facts import Piece, StatusTold
from reports.record.messages import Message, duration, envelope, timestamp
from reports.record.part import PartFile
from reports.record.status import CUCUMBER, ENDED_BADLY, only_ours
from reports.record.trouble import said


class Transcript:
    """Writes the scenarios of one process into its part, each between its start and its finish."""

    def __init__(
        self, part: PartFile, store: EvidenceStore, prefix: str, now: Callable[[], int] = time.time_ns
    ) -> None:
        self.lost_evidence: list[str] = []
        self._part = part
        self._store = store
        self._prefix = prefix
        self._now = now
        self._count = 0
        self._case_id = ""
        self._end_step = ""
        self._statuses: set[str] = set()
        self._started: set[str] = set()
        self._hide: Callable[[str], str] = str

    def scenario_started(self, pickle: Message, hide: Callable[[str], str] = str, attempt: int = 0) -> None:
        """Open a scenario; `hide` takes out of an error's text what may not be told, `attempt` counts retries."""
        self._hide = hide
        self._count += 1
        self._case_id = f"{self._prefix}-{self._count}"
        self._end_step = ids.end_step(pickle["id"])
        self._statuses, self._started = set(), set()
        case = cucumber.TestCaseStarted(
            attempt=attempt,
            id=self._case_id,
            test_case_id=ids.test_case(pickle["id"]),
            timestamp=timestamp(self._now()),
            worker_id=self._prefix,
        )
        self._part.write(envelope(case))

    def step_started(self, step: Message) -> None:
        """Open a step of the open scenario."""
        self._start(ids.test_step(step["id"]))

    def step_finished(
        self,
        step: Message,
        status: str,
        seconds: float,
        error: BaseException | None,
        evidence: Sequence[Piece] = (),
    ) -> None:
        """Close a step with its status and what it left behind; one that never began is opened first."""
        step_id = ids.test_step(step["id"])
        if step_id not in self._started:
            self._start(step_id)
        moment = self._now()
        for piece in evidence:
            self._attach(piece, step_id, moment)
        self._finish(step_id, status, result(status, seconds, error, self._hide), moment)

    def scenario_finished(self, status: str, reason: str, goes_on: bool = False) -> None:
        """Close the open scenario; what no step accounts for is put down to its last test step, a hook.

        `goes_on`: it will be tried again.
        """
        accounted = status == "passed" or status in self._statuses
        word = "passed" if accounted else status
        outcome = result(word, 0, None)
        outcome.message = None if accounted else reason
        self._start(self._end_step)
        self._finish(self._end_step, word, outcome, self._now())
        now = timestamp(self._now())
        self._part.write(envelope(cucumber.TestCaseFinished(self._case_id, now, will_be_retried=goes_on)))

    def add(self, piece: Piece) -> None:
        """Add evidence to the last scenario as a whole, also after its end."""
        self._attach(piece, self._end_step, self._now())

    def _attach(self, piece: Piece, step_id: str, moment: int) -> None:
        """Evidence that cannot be kept is only noted: it must not fail a step."""
        try:
            for message in self._store.attachments(piece, self._case_id, step_id, moment):
                self._part.write(message)
        except OSError as error:
            self.lost_evidence.append(f"{piece.name}: {said(error)}")

    def _start(self, step_id: str) -> None:
        self._started.add(step_id)
        now = timestamp(self._now())
        self._part.write(envelope(cucumber.TestStepStarted(self._case_id, step_id, now)))

    def _finish(self, step_id: str, status: str, outcome: Any, moment: int) -> None:
        self._statuses.add(status)
        for message in finishing(self._case_id, step_id, status, outcome, moment):
            self._part.write(message)


def finishing(case_id: str, step_id: str, status: str, outcome: Any, moment: int) -> list[Message]:
    """Return the messages that close a step: our own word where Cucumber has none, then the result."""
    messages = []
    if only_ours(status):
        reason = None if outcome.exception else outcome.message
        messages.append(attached(StatusTold(status, reason), "status.json", case_id, step_id, moment))
    finished = cucumber.TestStepFinished(case_id, step_id, outcome, timestamp(moment))
    return [*messages, envelope(finished)]


def result(status: str, seconds: float, error: BaseException | None, hide: Callable[[str], str] = str) -> Any:
    """Return a step's result in the protocol's form; only a failure keeps where it was raised."""
    word = cucumber.TestStepResultStatus(CUCUMBER[status])
    outcome = cucumber.TestStepResult(duration=duration(seconds), status=word)
    if error is None:
        return outcome
    said = hide(str(error))
    outcome.message = said
    if status in ENDED_BADLY:
        outcome.message = hide("".join(traceback.format_exception(error)))
        outcome.exception = cucumber.Exception(type(error).__name__, said, outcome.message)
    return outcome
