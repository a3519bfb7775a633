"""Makes one stream of the plan and of what each process wrote, and ends in it what never ended by itself."""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import cucumber_messages as cucumber

from reports.record.facts import StatusTold, facts_among
from reports.record.messages import Message, content, duration, envelope, in_seconds, kind, moment, timestamp
from reports.record.run import Run, read_run
from reports.record.status import CUCUMBER
from reports.record.transcript import finishing


@dataclass(frozen=True)
class Loss:
    """Why a scenario that was begun has no end: the status it gets, and a sentence for people."""

    status: str
    reason: str


INTERRUPTED = Loss("interrupted", "Прогон прерван, сценарий не закончен")
DEAD = Loss("broken", "Процесс, который выполнял сценарий, умер")
LOST = Loss("broken", "Конец сценария не записан")


@dataclass
class Attempt:
    """One execution of a test case: its messages in the order in which they were written."""

    case: Message
    started: Message
    messages: list[Message] = field(default_factory=list)
    end: list[Message] = field(default_factory=list)


def merge(
    plan: Iterable[Message],
    parts: Mapping[str, Iterable[Message]],
    losses: Mapping[str, Loss] | None = None,
    interrupted: bool = False,
) -> list[Message]:
    """Return the stream but for its end: the plan, then the executions in the order of their beginnings.

    `losses` says for a process, by its name, what became of it.
    """
    static = list(plan)
    cases = {case["id"]: case for case in _every("testCase", static)}
    attempts: list[Attempt] = []
    for process, messages in parts.items():
        loss = (losses or {}).get(process, INTERRUPTED if interrupted else LOST)
        for attempt in _attempts(messages, cases):
            _complete(attempt, loss)
            attempts.append(attempt)
    attempts.sort(key=lambda attempt: moment(attempt.started))
    return [*static, *(message for each in attempts for message in (each.started, *each.messages, *each.end))]


def close(
    messages: Sequence[Message], interrupted: bool = False, notes: Iterable[str] = (), now: int | None = None
) -> tuple[list[Message], Run]:
    """End a stream; return it with the run that it tells of, so that nobody has to read it again.

    `notes` are sentences about the run itself.
    """
    run, said = read_run(messages), "\n".join(notes)
    success = not interrupted and run.success
    end = _run_finished(messages, success, said, time.time_ns() if now is None else now)
    seconds = in_seconds(content(end)["timestamp"]) - run.started
    return [*messages, end], replace(run, notes=tuple(said.splitlines()), seconds=seconds)


def _every(name: str, messages: Iterable[Message]) -> Iterator[Message]:
    return (message[name] for message in messages if name in message)


def _attempts(messages: Iterable[Message], cases: Mapping[str, Message]) -> list[Attempt]:
    """Gather what belongs together; a case nobody planned, or whose start was lost, is left out."""
    attempts: dict[str, Attempt] = {}
    for message in messages:
        inner = content(message)
        if kind(message) == "testCaseStarted":
            if inner["testCaseId"] in cases:
                attempts[inner["id"]] = Attempt(cases[inner["testCaseId"]], message)
        elif attempt := attempts.get(inner.get("testCaseStartedId", "")):
            if kind(message) == "testCaseFinished":
                attempt.end = [message]
            else:
                attempt.messages.append(message)
    return list(attempts.values())


def _complete(attempt: Attempt, loss: Loss) -> None:
    """End every step of an attempt and the attempt itself, each with the status it deserves."""
    started = {step["testStepId"] for step in _every("testStepStarted", attempt.messages)}
    ended = {step["testStepId"] for step in _every("testStepFinished", attempt.messages)}
    steps = [step["id"] for step in attempt.case["testSteps"]]
    loss = _own_loss(attempt) if attempt.end else loss
    culprit = _culprit(attempt, [step for step in steps if step not in ended], started)
    for step in steps:
        if step not in ended:
            status = loss.status if step == culprit else "passed" if step == steps[-1] else "not_run"
            _end_step(attempt, step, status, loss.reason if step == culprit else None, step in started)
    if not attempt.end:
        case_id, last = content(attempt.started)["id"], timestamp(_last(attempt))
        attempt.end = [envelope(cucumber.TestCaseFinished(case_id, last, will_be_retried=False))]


def _culprit(attempt: Attempt, open_steps: list[str], started: set[str]) -> str | None:
    """Return the step on which the loss is put: the one under way, else the end of what never ended.

    A finished scenario may miss steps only where a recorded one says why; else the first missing one does.
    """
    if in_flight := next((step for step in open_steps if step in started), None):
        return in_flight
    if not attempt.end:
        return open_steps[-1]
    results = [step["testStepResult"]["status"] for step in _every("testStepFinished", attempt.messages)]
    return open_steps[0] if open_steps and all(status == "PASSED" for status in results) else None


def _own_loss(attempt: Attempt) -> Loss:
    """Tell why a scenario that did end left a step open: its own word says if it was interrupted."""
    attached = ((each["mediaType"], each["body"]) for each in _every("attachment", attempt.messages))
    words = [each.status for each in facts_among(attached, StatusTold)]
    return INTERRUPTED if "interrupted" in words else LOST


def _end_step(attempt: Attempt, step_id: str, status: str, reason: str | None, started: bool) -> None:
    case_id, last = content(attempt.started)["id"], _last(attempt)
    if not started:
        attempt.messages.append(envelope(cucumber.TestStepStarted(case_id, step_id, timestamp(last))))
    word = cucumber.TestStepResultStatus(CUCUMBER[status])
    outcome = cucumber.TestStepResult(duration=duration(0), status=word, message=reason)
    attempt.messages += finishing(case_id, step_id, status, outcome, last)


def _last(attempt: Attempt) -> int:
    """Return the last moment known of an attempt: nobody knows when a dead process died."""
    return max(moment(message) for message in (attempt.started, *attempt.messages))


def _run_finished(messages: Iterable[Message], success: bool, notes: str, now: int) -> Message:
    run = next(_every("testRunStarted", messages), {})
    finished = cucumber.TestRunFinished(
        success=success,
        timestamp=timestamp(now),
        test_run_started_id=run.get("id"),
        message=notes or None,
    )
    return envelope(finished)
