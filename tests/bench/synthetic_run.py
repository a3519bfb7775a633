"""The record of a run that never happened: as many scenarios as asked for, marked with real clauses, with pictures."""

import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reports.record.clauses import Clause, Instruction
from reports.record.evidence import EvidenceStore
from reports.record.facts import (
    ActionDone,
    Box,
    Difference,
    Fact,
    PictureTaken,
    Piece,
    Point,
    ScreenSeen,
    Size,
    StandTold,
)
from reports.record.folder import Folder, write_whole
from reports.record.merge import close, merge
from reports.record.messages import Message, encode, salvage
from reports.record.part import PartFile
from reports.record.plan import Plan
from reports.record.transcript import Transcript
from steps.catalogue.definitions import known_definitions
from steps.catalogue.gathering import catalogue
from steps.catalogue.told import told as catalogue_told
from steps.language.matching import Matcher
from steps.language.reading import parse_feature

WIDTH, HEIGHT = 640, 400
STEPS = 30
RUN = "0a1b2c3d"
WORDS = {
    "действие": "Когда нажимаю",
    "ожидание": "Тогда вижу",
    "факт": "Тогда вижу",
    "предупреждение": "Тогда вижу",
}
TOPICS = ("pressing", "sight")  # of the catalogue; over all of it the checks of pages take long
STAND = StandTold("sim", "симулятор", "на симуляторе")


@dataclass(frozen=True)
class Look:
    """What is to be recorded of one step."""

    status: str = "passed"
    expected: str = ""
    nearest: str | None = None


def write_run(
    folder: Path,
    instructions: Mapping[str, Instruction],
    scenarios: int,
    looks: Mapping[tuple[int, str], Look] | None = None,
    kilobytes: int = 1,
) -> None:
    """Writes a record with so many scenarios; `looks` says what is unusual, by scenario and clause."""
    target = Folder(folder, RUN)
    folder.mkdir(parents=True, exist_ok=True)
    features = dict(_features(list(instructions.values()), scenarios))
    documents = [parse_feature(text, uri) for uri, text in features.items()]
    pickles = [pickle for document in documents for pickle in document.pickles]
    definitions = known_definitions()
    matcher = Matcher(definitions)
    matches = {step: found for each in documents for step, found in matcher.matches(each).items()}
    sentences = [entry for entry in catalogue(definitions) if entry.module in TOPICS]
    told = [_piece(STAND), _piece(catalogue_told(sentences))]
    planned = Plan(documents, pickles, definitions=definitions, matches=matches, told=told)
    plan = list(planned.messages(RUN, 1_790_000_000 * 10**9))
    part = PartFile(target.part("main"))
    player = Player(EvidenceStore(target, "main"), part, looks or {}, kilobytes * 1024)
    played = [(document, pickle) for document in documents for pickle in document.pickles]
    for number, (document, pickle) in enumerate(played):
        player.play(number, pickle, document.steps_of(pickle))
    part.close()
    messages, _ = close(merge(plan, {"main": salvage(target.part("main"))[0]}))
    write_whole(target.stream, map(encode, messages))
    target.remove_parts()


def _features(instructions: Sequence[Instruction], scenarios: int) -> Iterator[tuple[str, str]]:
    """Yields a feature for each instruction; its scenarios share the clauses among them, thirty at a time."""
    for place, instruction in enumerate(instructions):
        mine = range(place, scenarios, len(instructions))
        clauses = [clause for clause in instruction.clauses if clause.checkable]
        if mine:
            yield f"features/{instruction.id}/synthetic.feature", _feature(instruction, clauses, len(mine))


def _feature(instruction: Instruction, clauses: Sequence[Clause], scenarios: int) -> str:
    lines = ["# language: ru", "@учитель", f"Функция: {instruction.title}"]
    for number in range(scenarios):
        first = number * STEPS % max(1, len(clauses))
        lines += [f"  Сценарий: {instruction.id}, путь {number + 1}", "    Дано есть учитель"]
        for clause in [*clauses[first:], *clauses[:first]][:STEPS]:
            label = (clause.labels + clause.assumed or ("Далее",))[0]
            lines += [f"    #> {clause.id}", f"    {WORDS[clause.kind]} «{label}»"]
    return "\n".join(lines) + "\n"


class Player:
    """Pretends to execute scenarios."""

    def __init__(
        self, store: EvidenceStore, part: PartFile, looks: Mapping[tuple[int, str], Look], size: int
    ) -> None:
        self._transcript = Transcript(part, store, f"{RUN}-main")
        self._looks = looks
        self._size = size

    def play(self, number: int, pickle: Message, steps: Sequence[Message]) -> None:
        """Executes one scenario; what follows a step that did not pass does not run."""
        self._transcript.scenario_started(pickle)
        verdict = "passed"
        for place, step in enumerate(steps):
            look = self._looks.get((number, next(iter(step["clauses"]), "")), Look())
            if verdict == "passed":
                self._transcript.step_started(step)
                error = AssertionError(f"нет кнопки «{look.expected}»") if look.status == "failed" else None
                evidence = list(self._evidence(number, place, step, look))
                self._transcript.step_finished(step, look.status, 0.25, error, evidence)
                verdict = look.status
            else:
                self._transcript.step_finished(step, "not_run", 0, None)
        self._transcript.scenario_finished(verdict, "")

    def _evidence(self, number: int, place: int, step: Message, look: Look) -> Iterator[Piece]:
        screen = f"Экран {place}"
        yield _piece(ScreenSeen(screen, "https://id.vk.com/", "vk_id", "d1"))
        if step["type"] == "Action":
            box, window = Box(40 + place * 10, 40 + place * 8, 120, 36), Size(WIDTH, HEIGHT)
            yield _piece(ActionDone("press", step["text"], None, "d1", box, window, Point()))
        if look.expected:
            present = (look.nearest,) if look.nearest else ()
            yield _piece(Difference(look.expected, "button", present, look.nearest, screen))
        if place % 3 != 2:  # a third of the steps leaves the screen as it was
            shows = PictureTaken("", screen, "d1", WIDTH, HEIGHT)
            yield Piece("image/png", _picture(number, place, self._size), "экран.png", shows)


def _piece(fact: Fact) -> Piece:
    return Piece.of(fact, "facts.json")


def _picture(number: int, place: int, size: int) -> bytes:
    """Returns a PNG of three bands, no two alike, blown up to a size in bytes."""
    shades = [(number * 7 + place * 13 + band * 40) % 200 + 40 for band in range(3)]
    rows = b"".join(b"\0" + bytes([shades[row * 3 // HEIGHT]]) * WIDTH for row in range(HEIGHT))
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 0, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(rows, 1))]
    spare = size - sum(len(body) for _, body in chunks)
    chunks += [(b"teXt", bytes(max(0, spare))), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*one) for one in chunks)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
