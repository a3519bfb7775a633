"""The static part of a stream: what is to be executed, written before anything is."""

import platform
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Protocol

import cucumber_messages as cucumber

from reports.record import ids
from reports.record.evidence import attachment
from reports.record.facts import Piece
from reports.record.messages import Message, envelope, timestamp

_PICKLE = ("id", "uri", "location", "astNodeIds", "tags", "name", "language", "steps")
_PICKLE_STEP = ("id", "astNodeIds", "argument", "type", "text")


class PlannedDocument(Protocol):
    """A feature file that was read."""

    @property
    def uri(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def gherkin_document(self) -> Message: ...


class PlannedProblem(Protocol):
    """What keeps a feature from being executed at all."""

    @property
    def uri(self) -> str: ...
    @property
    def line(self) -> int: ...
    @property
    def message(self) -> str: ...


class PlannedDefinition(Protocol):
    """A step definition: its kind of keyword, its pattern, and where it stands as `file:line`."""

    @property
    def kind(self) -> str | None: ...
    @property
    def pattern(self) -> str: ...
    @property
    def place(self) -> str: ...


@dataclass(frozen=True)
class Plan:
    """What is to be executed; `matches` gives for the id of a pickle's step the definitions that fit it.

    `told` is what there is to know of the run as a whole, such as its stand.
    """

    documents: Sequence[PlannedDocument] = ()
    pickles: Sequence[Message] = ()
    problems: Sequence[PlannedProblem] = ()
    definitions: Sequence[PlannedDefinition] = ()
    matches: Mapping[str, Sequence[PlannedDefinition]] = field(default_factory=dict)
    told: Sequence[Piece] = ()

    def messages(self, run: str, started: int) -> Iterator[Message]:
        """Yield the whole static part of the run with this id, begun at this moment."""
        yield _meta()
        pickles = defaultdict(list)
        for pickle in self.pickles:
            pickles[pickle["uri"]].append(pickle)
        for document in self.documents:
            yield from _document(document, pickles[document.uri])
        for problem in self.problems:
            source = _at(problem.uri, problem.line)
            yield envelope(cucumber.ParseError(message=problem.message, source=source))
        kind = cucumber.HookType.after_test_case
        yield envelope(cucumber.Hook(ids.HOOK, _at("reports/record/ids.py", 1), "Итог сценария", type=kind))
        for definition in self.definitions:
            yield _definition(definition)
        yield envelope(cucumber.TestRunStarted(id=run, timestamp=timestamp(started)))
        for piece in self.told:
            body = piece.body.decode()
            yield attachment(piece.media_type, None, None, started, body=body, file_name=piece.name)
        for pickle in self.pickles:
            yield self._case(pickle, run)

    @cached_property
    def _named(self) -> dict[int, str]:
        """The ids of the definitions that fit anything, by the object: thousands of steps share a few hundred."""
        fitting = {id(each): each for fits in self.matches.values() for each in fits}
        return {key: ids.step_definition(each) for key, each in fitting.items()}

    def _case(self, pickle: Message, run: str) -> Message:
        """Write `cucumber.TestCase` down by hand: there is one for each scenario, ten times dearer by the package."""
        steps = [self._step(step["id"]) for step in pickle["steps"]]
        steps.append({"id": ids.end_step(pickle["id"]), "hookId": ids.HOOK})
        case_id = ids.test_case(pickle["id"])
        case = {"id": case_id, "pickleId": pickle["id"], "testSteps": steps, "testRunStartedId": run}
        return {"testCase": case}

    def _step(self, pickle_step_id: str) -> Message:
        fitting = [self._named[id(each)] for each in self.matches.get(pickle_step_id, ())]
        return {
            "id": ids.test_step(pickle_step_id),
            "pickleStepId": pickle_step_id,
            "stepDefinitionIds": fitting,
            # One list of arguments for each definition; they are not told apart here, the step's text shows them.
            "stepMatchArgumentsLists": [{"stepMatchArguments": []} for _ in fitting],
        }


def _meta() -> Message:
    product = cucumber.Product
    meta = cucumber.Meta(
        protocol_version=version("cucumber-messages"),
        implementation=product("svyazka", _own_version()),
        runtime=product(platform.python_implementation(), platform.python_version()),
        os=product(platform.system(), platform.release()),
        cpu=product(platform.machine()),
    )
    return envelope(meta)


def _own_version() -> str | None:
    """Return our version; a checkout that was not installed has none."""
    try:
        return version("svyazka")
    except PackageNotFoundError:
        return None


def _document(document: PlannedDocument, pickles: Iterable[Message]) -> Iterator[Message]:
    media_type = cucumber.SourceMediaType.text_x_cucumber_gherkin_plain
    yield envelope(cucumber.Source(uri=document.uri, data=document.source, media_type=media_type))
    yield {"gherkinDocument": {**document.gherkin_document, "uri": document.uri}}
    for pickle in pickles:
        steps = [_only(_PICKLE_STEP, step) for step in pickle["steps"]]
        yield {"pickle": {**_only(_PICKLE, pickle), "steps": steps}}


def _only(names: Iterable[str], message: Message) -> Message:
    """Leave out what the collector added for its own use: the protocol allows no other names."""
    return {name: message[name] for name in names if name in message}


def _definition(definition: PlannedDefinition) -> Message:
    # `{label:Label}` is nearer to Cucumber's expressions than to a regular one; nobody matches with it here.
    expression = cucumber.StepDefinitionPatternType.cucumber_expression
    pattern = cucumber.StepDefinitionPattern(source=definition.pattern, type=expression)
    uri, _, line = definition.place.rpartition(":")
    return envelope(cucumber.StepDefinition(ids.step_definition(definition), pattern, _at(uri, int(line))))


def _at(uri: str, line: int) -> Any:
    return cucumber.SourceReference(uri=uri, location=cucumber.Location(line=line))
