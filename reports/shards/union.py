"""One stream out of the streams of all parts, line by line: however long they are, little of it is held."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Container, Iterator, Sequence
from pathlib import Path

import cucumber_messages as cucumber

from reports.record.evidence import attachment
from reports.record.facts import PlanRemarks
from reports.record.folder import Folder
from reports.record.messages import NANO, Message, decode, encode, envelope, timestamp
from reports.record.run import Run, read_run
from reports.shards.proof import Proof
from reports.shards.reading import Part, kind_of, last_line, planned_lines

# What is told before a run begins: by one part, or by several alike.
PLANNED = ("meta", "source", "gherkinDocument", "pickle", "parseError", "hook", "stepDefinition")
READING = "0" * 8  # the run's id where the stream is only read


def united(proof: Proof, run: str = READING) -> Iterator[str]:
    """Yield the lines of the one stream of a proven whole; its run gets this id, and its end is the last part's.

    What a part noted about itself is told with its number.
    """
    parts = proof.parts
    if len(parts) == 1:  # a whole by itself keeps its id: its files are called by it
        yield from (line.decode() for line in _lines(parts[0]))
        return
    yield from _planned(parts)
    began = [_moment(json.loads(line)) for part in parts for line in _planned_of(part, ("testRunStarted",))]
    ends = [json.loads(last_line(_stream(part))) for part in parts]
    yield encode(envelope(cucumber.TestRunStarted(id=run, timestamp=timestamp(min(began)))))
    yield from map(encode, _attached(parts, min(began)))
    yield from _cases(parts, run)
    for part in parts:
        yield from (line.decode() for line in _executions(part))
    yield encode(_end(parts, [end["testRunFinished"] for end in ends], run, max(map(_moment, ends))))


def read_whole(proof: Proof) -> Run:
    """Return the run that the parts of a proven whole are together; files it names lie in the folders of the parts."""
    return read_run(decode(united(proof)))


def _planned(parts: Sequence[Part]) -> Iterator[str]:
    """Yield documents, scenarios and definitions; of what several parts tell alike, the first is enough."""
    seen: set[bytes] = set()
    for part in parts:
        for line in _planned_of(part, PLANNED if part is parts[0] else PLANNED[1:]):
            name = hashlib.sha256(line).digest()
            if name not in seen:
                seen.add(name)
                yield line.decode()


def _attached(parts: Sequence[Part], moment: int) -> Iterator[Message]:
    """Yield what is told of the run as a whole, once each; remarks of all parts are one list."""
    told: dict[tuple[str, str], Message] = {}
    remarks: dict[str, None] = {}
    for line in (line for part in parts for line in _planned_of(part, ("attachment",))):
        inner = json.loads(line)["attachment"]
        if inner["mediaType"] == PlanRemarks.MEDIA_TYPE:
            remarks |= dict.fromkeys(PlanRemarks.read(json.loads(inner["body"])).lines)
        else:
            told.setdefault((inner["mediaType"], inner["body"]), {"attachment": inner})
    yield from told.values()
    if remarks:
        fact = PlanRemarks(tuple(remarks))
        yield attachment(fact.MEDIA_TYPE, None, None, moment, body=fact.body, file_name="план")


def _cases(parts: Sequence[Part], run: str) -> Iterator[str]:
    """Yield the planned cases in the order in which they are written in the features, whoever carried them out."""
    places: dict[str, tuple[str, int]] = {}
    for line in (line for part in parts for line in _planned_of(part, ("pickle",))):
        pickle = json.loads(line)["pickle"]
        places[pickle["id"]] = pickle["uri"], int(pickle["location"]["line"])
    found = (json.loads(line)["testCase"] for part in parts for line in _planned_of(part, ("testCase",)))
    for case in sorted(found, key=lambda case: places[case["pickleId"]]):
        yield encode({"testCase": {**case, "testRunStartedId": run}})


def _end(parts: Sequence[Part], ends: Sequence[Message], run: str, moment: int) -> Message:
    notes = [
        f"Часть {part.told[0].number}: {note}"
        for part, end in zip(parts, ends, strict=True)
        for note in (end.get("message") or "").splitlines()
    ]
    return envelope(
        cucumber.TestRunFinished(
            success=all(end["success"] for end in ends),
            timestamp=timestamp(moment),
            test_run_started_id=run,
            message="\n".join(notes) or None,
        )
    )


def _moment(message: Message) -> int:
    """Return when a run began or ended, in whole nanoseconds."""
    (inner,) = message.values()
    return int(inner["timestamp"]["seconds"]) * NANO + int(inner["timestamp"]["nanos"])


def _stream(part: Part) -> Path:
    return Folder(part.folder, "").stream


def _planned_of(part: Part, kinds: Container[str]) -> Iterator[bytes]:
    return planned_lines(_stream(part), kinds)


def _lines(part: Part) -> Iterator[bytes]:
    with _stream(part).open("rb") as lines:
        yield from lines


def _executions(part: Part) -> Iterator[bytes]:
    """Yield what was executed, as it is: ids of executions carry the id of their run."""
    begun = False
    for line in _lines(part):
        kind = kind_of(line)
        begun = begun or kind == "testCaseStarted"
        if begun and kind != "testRunFinished":
            yield line
