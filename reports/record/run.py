"""A finished stream read back: every planned scenario with its one verdict, its steps and its evidence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reports.record.facts import F, PlanRemarks, StatusTold, facts_among
from reports.record.messages import Message, in_seconds
from reports.record.outline import Outline, ScenarioPlace
from reports.record.status import ENDED_WELL, OF_CUCUMBER, worst

_INCOMPLETE = "Записи о сценарии неполны"


@dataclass(frozen=True)
class Attached:
    """A piece of evidence: its text, or the address of its file relative to the stream's folder."""

    media_type: str
    body: str
    url: str | None
    name: str | None


def _facts(attached: Iterable[Attached], kind: type[F]) -> list[F]:
    return facts_among(((piece.media_type, piece.body) for piece in attached), kind)


@dataclass(frozen=True)
class Step:
    """A sentence and what became of it. A sentence of None is what happened outside every sentence.

    `clauses` are those that the step carries out: marks over an arrangement prove nothing and are left out.
    """

    sentence: str | None
    line: int
    status: str
    message: str
    seconds: float
    attached: tuple[Attached, ...]
    clauses: tuple[str, ...] = ()
    kind: str = ""

    def facts(self, kind: type[F]) -> list[F]:
        """Returns the facts of a kind that were attached to the step."""
        return _facts(self.attached, kind)


@dataclass(frozen=True)
class Scenario:
    """A planned scenario. `status` adds one word to a step's: "not_started", for what never began."""

    place: ScenarioPlace
    status: str
    reason: str
    steps: tuple[Step, ...]
    started: float
    seconds: float
    worker: str

    @property
    def attached(self) -> Iterator[Attached]:
        """All evidence of the scenario in the order in which it was gathered."""
        return (piece for step in self.steps for piece in step.attached)

    def facts(self, kind: type[F]) -> list[F]:
        """Returns the facts of a kind that were attached to any of its steps."""
        return _facts(self.attached, kind)


@dataclass(frozen=True)
class LeftOut:
    """A written scenario, or row, that the choice for this run left out, and the clauses it carries."""

    place: ScenarioPlace
    clauses: frozenset[str]


@dataclass(frozen=True)
class FeatureProblem:
    """A feature that could not be carried out, and why."""

    uri: str
    line: int
    message: str


@dataclass(frozen=True)
class Run:
    """One run of scenarios."""

    scenarios: tuple[Scenario, ...]
    problems: tuple[FeatureProblem, ...]
    notes: tuple[str, ...]
    started: float
    seconds: float
    left_out: tuple[LeftOut, ...] = ()
    attached: tuple[Attached, ...] = ()

    @property
    def success(self) -> bool:
        """Whether something ran, and nothing went wrong with it or with the features."""
        statuses = {scenario.status for scenario in self.scenarios}
        return bool(statuses) and statuses <= set(ENDED_WELL) and not self.problems

    def facts(self, kind: type[F]) -> list[F]:
        """Returns the facts of a kind that were attached to the run itself."""
        return _facts(self.attached, kind)

    @property
    def remarks(self) -> list[str]:
        """What is worth knowing of the plan, sentence by sentence."""
        return [line for told in self.facts(PlanRemarks) for line in told.lines]

    def of(self, status: str) -> list[Scenario]:
        """Returns the scenarios that ended so."""
        return [scenario for scenario in self.scenarios if scenario.status == status]


@dataclass
class _Execution:
    started: Message
    results: dict[str, Message] = field(default_factory=dict)
    attached: dict[str, list[Attached]] = field(default_factory=dict)
    finished: Message | None = None


class _Reader:
    """Takes the messages one by one and keeps what a Run is made of."""

    def __init__(self) -> None:
        self.outline = Outline()
        self.cases: list[Message] = []
        self.executions: dict[str, _Execution] = {}
        self.problems: list[FeatureProblem] = []
        self.begun = self.ended = 0.0
        self.attached: list[Attached] = []
        self.notes: tuple[str, ...] = ()

    def take(self, message: Message) -> None:
        for name, inner in message.items():
            if handler := getattr(self, f"_on_{name}", None):
                handler(inner)

    def _on_gherkinDocument(self, inner: Message) -> None:  # noqa: N802  the protocol's own name
        self.outline.add_document(inner)

    def _on_pickle(self, inner: Message) -> None:
        self.outline.add_pickle(inner)

    def _on_parseError(self, inner: Message) -> None:  # noqa: N802  the protocol's own name
        source = inner["source"]
        line = source.get("location", {}).get("line", 1)
        self.problems.append(FeatureProblem(source.get("uri", ""), line, inner["message"]))

    def _on_testRunStarted(self, inner: Message) -> None:  # noqa: N802  the protocol's own name
        self.begun = self.ended = in_seconds(inner["timestamp"])

    def _on_testCase(self, inner: Message) -> None:  # noqa: N802  the protocol's own name
        self.cases.append(inner)

    def _on_testCaseStarted(self, inner: Message) -> None:  # noqa: N802  the protocol's own name
        self.executions[inner["id"]] = _Execution(inner)

    def _on_testStepFinished(self, inner: Message) -> None:  # noqa: N802  the protocol's own name
        self.executions[inner["testCaseStartedId"]].results[inner["testStepId"]] = inner["testStepResult"]

    def _on_attachment(self, inner: Message) -> None:
        piece = Attached(inner["mediaType"], inner["body"], inner.get("url"), inner.get("fileName"))
        if not inner.get("testCaseStartedId"):
            self.attached.append(piece)
        elif execution := self.executions.get(inner["testCaseStartedId"]):
            execution.attached.setdefault(inner.get("testStepId", ""), []).append(piece)

    def _on_testCaseFinished(self, inner: Message) -> None:  # noqa: N802  the protocol's own name
        self.executions[inner["testCaseStartedId"]].finished = inner

    def _on_testRunFinished(self, inner: Message) -> None:  # noqa: N802  the protocol's own name
        self.ended = in_seconds(inner["timestamp"])
        self.notes = tuple((inner.get("message") or "").splitlines())


def read_run(messages: Iterable[Message]) -> Run:
    """Computes the run from its messages."""
    reader = _Reader()
    for message in messages:
        reader.take(message)
    executed: dict[str, list[_Execution]] = {}
    for execution in reader.executions.values():
        executed.setdefault(execution.started["testCaseId"], []).append(execution)
    scenarios = [_scenario(reader.outline, case, executed.get(case["id"], [])) for case in reader.cases]
    return Run(
        scenarios=tuple(scenarios),
        problems=tuple(reader.problems),
        notes=reader.notes,
        started=reader.begun,
        seconds=reader.ended - reader.begun,
        left_out=tuple(LeftOut(*one) for one in reader.outline.left_out()),
        attached=tuple(reader.attached),
    )


def _scenario(outline: Outline, case: Message, executions: list[_Execution]) -> Scenario:
    """Of several executions of one case the worst counts: a later success never hides a failure."""
    place = outline.place(case["pickleId"])
    if not executions:
        steps = tuple(_step(outline, step, None) for step in case["testSteps"])
        return Scenario(place, "not_started", "", steps, 0.0, 0.0, "")
    read = [_executed(outline, place, case, execution) for execution in executions]
    verdict = worst(*(one.status for one in read))
    return next(one for one in read if one.status == verdict)


def _executed(outline: Outline, place: ScenarioPlace, case: Message, execution: _Execution) -> Scenario:
    steps = tuple(_step(outline, step, execution) for step in case["testSteps"])
    status, reason = _verdict(steps)
    started = in_seconds(execution.started["timestamp"])
    finished = in_seconds(execution.finished["timestamp"]) if execution.finished else started
    worker = execution.started.get("workerId", "")
    return Scenario(place, status, reason, steps, started, finished - started, worker)


def _step(outline: Outline, step: Message, execution: _Execution | None) -> Step:
    """Reads a step; without an execution it is one that never had its turn."""
    sentence = outline.sentence(step.get("pickleStepId", ""))
    attached = tuple(execution.attached.get(step["id"], ())) if execution else ()
    status, message, seconds = _outcome(step, execution, attached) if execution else ("not_run", "", 0.0)
    if sentence is None:
        return Step(None, 0, status, message, seconds, attached)
    clauses = sentence.clauses if sentence.counts else ()
    return Step(sentence.text, sentence.line, status, message, seconds, attached, clauses, sentence.kind)


def _outcome(step: Message, execution: _Execution, attached: tuple[Attached, ...]) -> tuple[str, str, float]:
    result = execution.results.get(step["id"])
    if result is None:
        return "broken", _INCOMPLETE, 0.0
    own = _facts(attached, StatusTold)
    status = own[-1].status if own else OF_CUCUMBER.get(result["status"], "broken")
    message = result.get("exception", {}).get("message") or result.get("message") or ""
    return status, message, in_seconds(result["duration"])


def _verdict(steps: tuple[Step, ...]) -> tuple[str, str]:
    """Returns the worst word and its reason; steps that did not run must be accounted for by another one."""
    ended = [step for step in steps if step.status != "not_run"]
    verdict = worst("passed", *(step.status for step in ended))
    if verdict == "passed":
        return (verdict, "") if len(ended) == len(steps) else ("broken", _INCOMPLETE)
    return verdict, next(step.message for step in ended if step.status == verdict)
