"""A finished stream read back: every planned scenario with its one verdict, its steps and its evidence."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from reports.record.facts import (
    ChoiceTold,
    F,
    PlanRemarks,
    StandTold,
    StatusTold,
    UnreadScenario,
    UnreadTold,
    WorldTold,
    facts_among,
)
from reports.record.messages import Message, in_seconds
from reports.record.outline import Outline, ScenarioPlace, WrittenScenario
from reports.record.shard import ShardTold
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
    `definitions` are the ids of those that fit it, one unless the scenario is unsound.
    `detour`: it is the test's own, no instruction could know of it.
    """

    sentence: str | None
    line: int
    status: str
    message: str
    seconds: float
    attached: tuple[Attached, ...]
    clauses: tuple[str, ...] = ()
    kind: str = ""
    definitions: tuple[str, ...] = ()
    detour: bool = False

    def facts(self, kind: type[F]) -> list[F]:
        """Return the facts of a kind that were attached to the step."""
        return _facts(self.attached, kind)


@dataclass(frozen=True)
class Scenario:
    """A planned scenario. `status` adds to a step's words "not_started", for what never began, and "unstable".

    Of an unstable one the steps are those of the time it did not pass. `executed` is how often it was carried out,
    `retries` how often again because it had not passed.
    """

    place: ScenarioPlace
    status: str
    reason: str
    steps: tuple[Step, ...]
    started: float
    seconds: float
    worker: str
    executed: int = 1
    retries: int = 0

    @property
    def attached(self) -> Iterator[Attached]:
        """All evidence of the scenario in the order in which it was gathered."""
        return (piece for step in self.steps for piece in step.attached)

    def facts(self, kind: type[F]) -> list[F]:
        """Return the facts of a kind that were attached to any of its steps."""
        return _facts(self.attached, kind)


@dataclass(frozen=True)
class FeatureProblem:
    """A feature that could not be carried out, and why."""

    uri: str
    line: int
    message: str


@dataclass(frozen=True)
class Run:
    """One run of scenarios. `definitions` are those of its steps by their ids: pattern, and file and line."""

    scenarios: tuple[Scenario, ...]
    problems: tuple[FeatureProblem, ...]
    notes: tuple[str, ...]
    started: float
    seconds: float
    left_out: tuple[WrittenScenario, ...] = ()
    attached: tuple[Attached, ...] = ()
    definitions: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def success(self) -> bool:
        """Whether something ran, and nothing went wrong with it or with the features."""
        statuses = {scenario.status for scenario in self.scenarios}
        return bool(statuses) and statuses <= set(ENDED_WELL) and not self.problems

    def facts(self, kind: type[F]) -> list[F]:
        """Return the facts of a kind that were attached to the run itself."""
        return _facts(self.attached, kind)

    @property
    def unread(self) -> list[UnreadScenario]:
        """What is written in files that this run, of a part, did not read."""
        return [one for told in self.facts(UnreadTold) for one in told.scenarios]

    @property
    def shard(self) -> ShardTold | None:
        """Which part of a whole it is; None for a run by itself, and for a whole that parts were united into."""
        told = self.facts(ShardTold)
        return told[0] if told and len(told) < told[0].of else None

    @property
    def is_part(self) -> bool:
        """Whether scenarios were left out, by choice or for another machine: what is missing is not gone."""
        return self.shard is not None or bool(self.facts(ChoiceTold))

    def is_left_out(self, place: ScenarioPlace) -> bool:
        """Say whether a scenario is written and was not chosen; a record that is silent of a file is not believed.

        A part of a whole knows of no other part what is written there.
        """
        if self.shard is not None or place.identity in {one.place.identity for one in self.left_out}:
            return True
        if self.facts(UnreadTold):
            return place.identity in {one.identity for one in self.unread}
        read = {one.place.uri for one in self.scenarios} | {one.place.uri for one in self.left_out}
        return bool(self.facts(ChoiceTold)) and place.uri not in read

    @property
    def remarks(self) -> list[str]:
        """What is worth knowing of the plan, sentence by sentence."""
        return [line for told in self.facts(PlanRemarks) for line in told.lines]

    @property
    def stand(self) -> StandTold:
        """Its stand; a record that does not tell of it names it in its scenarios, or nowhere."""
        for stand in self.facts(StandTold):
            return replace(stand, place=stand.place or f"на стенде «{stand.title or stand.name}»")
        worlds = (world for scenario in self.scenarios for world in scenario.facts(WorldTold))
        name = next((world.stand for world in worlds if world.stand), "")
        return StandTold(name, place=f"на стенде «{name}»" if name else "на неизвестном стенде")

    def of(self, status: str) -> list[Scenario]:
        """Return the scenarios that ended so."""
        return [scenario for scenario in self.scenarios if scenario.status == status]


@dataclass
class _Execution:
    started: Message
    results: dict[str, Message] = field(default_factory=dict)
    attached: defaultdict[str, list[Attached]] = field(default_factory=lambda: defaultdict(list))
    finished: Message | None = None


def read_run(messages: Iterable[Message]) -> Run:
    """Compute the run from its messages."""
    told: defaultdict[str, list[Message]] = defaultdict(list)
    for message in messages:
        for kind, inner in message.items():
            told[kind].append(inner)
    outline = Outline(told["gherkinDocument"], told["pickle"])
    executed: defaultdict[str, list[_Execution]] = defaultdict(list)
    for execution in _executions(told):
        executed[execution.started["testCaseId"]].append(execution)
    ends = [in_seconds(inner["timestamp"]) for inner in told["testRunStarted"] + told["testRunFinished"]]
    said = [inner.get("message") or "" for inner in told["testRunFinished"]]
    return Run(
        scenarios=tuple(_scenario(outline, case, executed[case["id"]]) for case in told["testCase"]),
        problems=tuple(_problem(inner) for inner in told["parseError"]),
        notes=tuple("\n".join(said).splitlines()),
        started=ends[0] if ends else 0.0,
        seconds=ends[-1] - ends[0] if ends else 0.0,
        left_out=tuple(outline.left_out()),
        attached=tuple(_piece(inner) for inner in told["attachment"] if not inner.get("testCaseStartedId")),
        definitions={inner["id"]: _definition(inner) for inner in told["stepDefinition"]},
    )


def _definition(inner: Message) -> tuple[str, str]:
    where = inner["sourceReference"]
    return inner["pattern"]["source"], f"{where['uri']}:{where['location']['line']}"


def _executions(told: Mapping[str, list[Message]]) -> Iterable[_Execution]:
    found = {inner["id"]: _Execution(inner) for inner in told["testCaseStarted"]}
    for inner in told["testStepFinished"]:
        found[inner["testCaseStartedId"]].results[inner["testStepId"]] = inner["testStepResult"]
    for inner in told["attachment"]:
        if execution := found.get(inner.get("testCaseStartedId", "")):
            execution.attached[inner.get("testStepId", "")].append(_piece(inner))
    for inner in told["testCaseFinished"]:
        found[inner["testCaseStartedId"]].finished = inner
    return found.values()


def _piece(inner: Message) -> Attached:
    return Attached(inner["mediaType"], inner["body"], inner.get("url"), inner.get("fileName"))


def _problem(inner: Message) -> FeatureProblem:
    source = inner["source"]
    line = source.get("location", {}).get("line", 1)
    return FeatureProblem(source.get("uri", ""), line, inner["message"])


def _scenario(outline: Outline, case: Message, executions: list[_Execution]) -> Scenario:
    """Of several executions of one case the worst counts: a later success never hides a failure."""
    place = outline.place(case["pickleId"])
    if not executions:
        steps = tuple(_step(outline, step, None) for step in case["testSteps"])
        return Scenario(place, "not_started", "", steps, 0.0, 0.0, "", executed=0)
    read = [_executed(outline, place, case, execution) for execution in executions]
    retries = sum(bool(execution.started.get("attempt")) for execution in executions)
    return replace(_counted(read), executed=len(read) - retries, retries=retries)


def _counted(read: list[Scenario]) -> Scenario:
    """Return the execution that counts; one that passed at last is unstable, and shown as when it did not."""
    failed = [one for one in read if one.status not in ("passed", "unstable")]
    verdict = worst(*(one.status for one in failed or read))
    shown = next(one for one in failed or read if one.status == verdict)
    for unstable in (one for one in read if one.status == "unstable"):
        return replace(shown, status="unstable", reason=unstable.reason)
    return shown


def _executed(outline: Outline, place: ScenarioPlace, case: Message, execution: _Execution) -> Scenario:
    steps = tuple(_step(outline, step, execution) for step in case["testSteps"])
    status, reason = _verdict(steps)
    started = in_seconds(execution.started["timestamp"])
    finished = in_seconds(execution.finished["timestamp"]) if execution.finished else started
    worker = execution.started.get("workerId", "")
    return Scenario(place, status, reason, steps, started, finished - started, worker)


def _step(outline: Outline, step: Message, execution: _Execution | None) -> Step:
    """Read a step; without an execution it is one that never had its turn."""
    sentence = outline.sentence(step.get("pickleStepId", ""))
    attached = tuple(execution.attached[step["id"]]) if execution else ()
    status, message, seconds = _outcome(step, execution, attached) if execution else ("not_run", "", 0.0)
    if sentence is None:
        return Step(None, 0, status, message, seconds, attached)
    clauses = sentence.clauses if sentence.counts else ()
    fitting = tuple(step.get("stepDefinitionIds") or ())
    told = sentence.text, sentence.line, status, message, seconds, attached
    return Step(*told, clauses, sentence.kind, fitting, sentence.detour)


def _outcome(step: Message, execution: _Execution, attached: tuple[Attached, ...]) -> tuple[str, str, float]:
    result = execution.results.get(step["id"])
    if result is None:
        return "broken", _INCOMPLETE, 0.0
    own = _facts(attached, StatusTold)
    status = own[-1].status if own else OF_CUCUMBER.get(result["status"], "broken")
    message = result.get("exception", {}).get("message") or result.get("message") or ""
    return status, message, in_seconds(result["duration"])


def _verdict(steps: tuple[Step, ...]) -> tuple[str, str]:
    """Return the worst word and its reason; steps that did not run must be accounted for by another one."""
    ended = [step for step in steps if step.status != "not_run"]
    verdict = worst("passed", *(step.status for step in ended))
    if verdict == "passed":
        return (verdict, "") if len(ended) == len(steps) else ("broken", _INCOMPLETE)
    return verdict, next(step.message for step in ended if step.status == verdict)
