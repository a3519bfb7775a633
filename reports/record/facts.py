"""What travels beside Cucumber's own messages: a class for each kind, which both writes it and reads it back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields
from functools import cache
from typing import Any, ClassVar, Self, TypeVar

from reports.record.masks import Masks
from reports.record.printable import printable

TRACE_TYPE = "application/vnd.svyazka.trace+zip"  # no facts: a file of Playwright's
USUAL_STAND = "sim"  # where a run goes that is told no other one, as in a project with features of its own
HANDHELD_WIDTH = 600  # pixels; from this width on a picture is no phone's


@dataclass(frozen=True)
class Fact:
    """A part of what was observed, as JSON; what has a media type is a fact of its own."""

    MEDIA_TYPE: ClassVar[str] = ""
    UNSAID: ClassVar[tuple[str, ...]] = ()  # keys that are left out when there is nothing to say

    @classmethod
    def read(cls, told: Mapping[str, Any]) -> Self:
        """Return the fact; a record of another time may have keys more, or fewer."""
        said = [(name, read) for name, read in cls._readers().items() if told.get(name) is not None]
        return cls(**{name: read(told[name]) if read else told[name] for name, read in said})

    @classmethod
    @cache
    def _readers(cls) -> Mapping[str, Callable[[Any], Any] | None]:
        """Return the fact's keys, each with what makes of its JSON something else."""
        return {each.name: each.metadata.get("read") for each in fields(cls)}

    @classmethod
    def read_all(cls, told: Iterable[Mapping[str, Any]]) -> tuple[Self, ...]:
        """Return several of them."""
        return tuple(cls.read(each) for each in told)

    def as_json(self) -> Any:
        """Return the fact as the record has it."""
        return {key: each for key, each in asdict(self).items() if each is not None or key not in self.UNSAID}

    def covered(self, masks: Masks) -> Self:
        """Return the fact with what is personal in it covered."""
        return self.read(masks.facts(self.as_json())) if masks else self

    @property
    def body(self) -> str:
        """The text that stands for it in the stream."""
        return json.dumps(printable(self.as_json()), ensure_ascii=False)


@dataclass(frozen=True)
class Size(Fact):
    """How wide and how high something is."""

    width: float = 0
    height: float = 0


@dataclass(frozen=True)
class Point(Fact):
    """How far something is from the left and from the top."""

    x: float = 0
    y: float = 0


@dataclass(frozen=True)
class Box(Fact):
    """A rectangle, on a page or on a picture of it."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends across."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Where it ends below."""
        return self.y + self.height


@dataclass(frozen=True)
class Quoted(Fact):
    """A caption that the sentence quotes and the screen has, and where on the whole page it stands."""

    label: str
    box: Box = field(metadata={"read": Box.read})


@dataclass(frozen=True)
class Where(Fact):
    """On which screen something was done."""

    screen: str = ""
    address: str = ""
    system: str = ""


@dataclass(frozen=True)
class ScreenSeen(Where):
    """What was in front of a person after a step; captions by kind only where the screen was listed anew."""

    MEDIA_TYPE: ClassVar[str] = "application/vnd.svyazka.screen+json"
    UNSAID: ClassVar[tuple[str, ...]] = ("labels", "quoted")
    device: str = ""
    handheld: bool = False
    labels: Mapping[str, Iterable[str]] | None = None
    quoted: tuple[Quoted, ...] | None = field(default=None, metadata={"read": Quoted.read_all})


@dataclass(frozen=True)
class ActionDone(Fact):
    """What a person did on a screen; box, window and scroll are in CSS pixels, None if the page did not tell."""

    MEDIA_TYPE: ClassVar[str] = "application/vnd.svyazka.action+json"
    verb: str = ""
    label: str = ""
    value: str | None = None
    device: str = ""
    box: Box | None = field(default=None, metadata={"read": Box.read})
    viewport: Size | None = field(default=None, metadata={"read": Size.read})
    scroll: Point | None = field(default=None, metadata={"read": Point.read})
    before: Where = field(default=Where(), metadata={"read": Where.read})


@dataclass(frozen=True)
class PictureTaken(Fact):
    """A picture of a screen; `url` is relative to the stream's folder, the size is in pixels, 0 when unknown.

    `content` is around all that is to be seen on it, when that is known; `kind` is "screen" or "phone". `lent`: it was
    taken in another scenario of the run, of the same screen with the same controls; what is written there may differ.
    `hidden` are the places on it where something is hidden.
    """

    MEDIA_TYPE: ClassVar[str] = "application/vnd.svyazka.picture+json"
    UNSAID: ClassVar[tuple[str, ...]] = ("lent", "hidden")
    url: str = ""
    screen: str = ""
    device: str = ""
    width: int = 0
    height: int = 0
    kind: str = "screen"
    content: Box | None = field(default=None, metadata={"read": Box.read})
    lent: bool | None = None
    hidden: tuple[Box, ...] | None = field(default=None, metadata={"read": Box.read_all})

    @property
    def of_phone(self) -> bool:
        """Whether it shows what was read beside the screen: a phone or a mailbox."""
        return self.kind == "phone"

    @property
    def handheld(self) -> bool:
        """Whether the window was as narrow as a phone's."""
        return 0 < self.width < HANDHELD_WIDTH


@dataclass(frozen=True)
class Difference(Fact):
    """What a step expected and what was there instead.

    `kind` is "button", "field", "text", "screen" or "value"; `present` are the captions of that kind, `nearest` the
    one of them that was probably meant to be it.
    """

    MEDIA_TYPE: ClassVar[str] = "application/vnd.svyazka.difference+json"
    expected: str = ""
    kind: str = "other"
    present: tuple[str, ...] = field(default=(), metadata={"read": tuple})
    nearest: str | None = None
    screen: str = ""


@dataclass(frozen=True)
class StandTold(Fact):
    """The stand of the run; `place` says where something happens that happens on it: «на симуляторе».

    Whether it is our simulator, older records do not tell: then it was the only stand. `live`: all there is others',
    a verdict speaks of the real system. A verdict older than `fresh_days` is to be found anew; without them it never
    is. `operator`: a person, or a program in their place, answered what no scenario can, asked the `way` a command is
    told. `file`: where the stand is written, if a command has to be told. `headed`: the browser had a window.
    """

    MEDIA_TYPE: ClassVar[str] = "application/vnd.svyazka.stand+json"
    name: str
    title: str = ""
    place: str = ""
    masks: tuple[str, ...] = field(default=(), metadata={"read": tuple})
    simulator: bool = True
    live: bool = False
    fresh_days: int | None = None
    operator: bool = False
    file: str = ""
    way: str = ""
    headed: bool = False

    @property
    def asked_for(self) -> str:
        """What a command is told to go there."""
        return self.file or self.name

    @property
    def company(self) -> str:
        """What a command is told so that the same people see it: who answers, and whether there is a window."""
        return f" --operator {self.way}" * bool(self.way) + " --headed" * self.headed


@dataclass(frozen=True)
class PlanRemarks(Fact):
    """What is worth knowing of what was planned although it keeps no run from being green, sentence by sentence."""

    MEDIA_TYPE: ClassVar[str] = "application/vnd.svyazka.remarks+json"
    lines: tuple[str, ...] = field(default=(), metadata={"read": tuple})


@dataclass(frozen=True)
class ChoiceTold(Fact):
    """That a run was of a part: the paths that were asked for, the choice by tags and names, how many it left out."""

    MEDIA_TYPE: ClassVar[str] = "application/vnd.svyazka.choice+json"
    paths: tuple[str, ...] = field(default=(), metadata={"read": tuple})
    tags: str = ""
    names: str = ""
    left_out: int = 0

    @property
    def words(self) -> str:
        """The choice as it was asked for, and how many scenarios it left out."""
        keys = [f"{key} «{words}»" for key, words in (("-m", self.tags), ("-k", self.names)) if words]
        left_out = [f"не взято: {self.left_out}"] if self.left_out else []
        return ", ".join([*self.paths, *keys, *left_out])


@dataclass(frozen=True)
class UnreadScenario(Fact):
    """A scenario, or a row of it, of a file that a run of a part did not read, and the clauses it carries."""

    identity: str = ""
    title: str = ""
    uri: str = ""
    clauses: tuple[str, ...] = field(default=(), metadata={"read": tuple})


@dataclass(frozen=True)
class UnreadTold(Fact):
    """What was written in the files that a run of a part did not read: what is missing in the run is still there."""

    MEDIA_TYPE: ClassVar[str] = "application/vnd.svyazka.unread+json"
    scenarios: tuple[UnreadScenario, ...] = field(default=(), metadata={"read": UnreadScenario.read_all})


@dataclass(frozen=True)
class WorldTold(Fact):
    """The world of a scenario, what it was grown from, and the name of its stand."""

    MEDIA_TYPE: ClassVar[str] = "application/vnd.svyazka.world+json"
    world: str | None = None
    seed: int | None = None
    stand: str = ""


@dataclass(frozen=True)
class Complaints(Fact):
    """What the pages said in the console that sounds like trouble, line by line."""

    MEDIA_TYPE: ClassVar[str] = "application/vnd.svyazka.console+json"
    lines: tuple[str, ...] = ()

    @classmethod
    def read(cls, told: Any) -> Self:
        """Return the complaints."""
        return cls(tuple(told))

    def as_json(self) -> Any:
        """Return the bare lines."""
        return list(self.lines)


@dataclass(frozen=True)
class EyesTold(Fact):
    """What strict eyes would not have seen in a step, sentence by sentence, and on which screen."""

    MEDIA_TYPE: ClassVar[str] = "application/vnd.svyazka.eyes+json"
    lines: tuple[str, ...] = field(default=(), metadata={"read": tuple})
    screen: str = ""
    system: str = ""


@dataclass(frozen=True)
class StatusTold(Fact):
    """Our own word for how a step ended, where Cucumber has none."""

    MEDIA_TYPE: ClassVar[str] = "application/vnd.svyazka.status+json"
    status: str
    reason: str | None = None


@dataclass(frozen=True)
class RepeatTold(Fact):
    """How the second execution of a failed scenario ended, made for its trace; it never changes the verdict."""

    MEDIA_TYPE: ClassVar[str] = "application/vnd.svyazka.repeat+json"
    status: str
    reason: str = ""
    seed: int | None = None


F = TypeVar("F", bound=Fact)


def facts_among(attached: Iterable[tuple[str, str | bytes]], kind: type[F]) -> list[F]:
    """Return the facts of this kind among what was attached, given as media types and bodies."""
    return [kind.read(json.loads(body)) for media_type, body in attached if media_type == kind.MEDIA_TYPE]


@dataclass(frozen=True)
class Piece:
    """Something to keep beside a step; `shows` is what a reader of a picture's file should know of it.

    Pieces of one `key` are one file for the whole run; one that has no body speaks of what is kept already.
    """

    media_type: str
    body: bytes
    name: str
    shows: PictureTaken | None = None
    key: str = ""

    @classmethod
    def of(cls, fact: Fact, name: str) -> Piece:
        """Return what keeps a fact."""
        return cls(fact.MEDIA_TYPE, fact.body.encode(), name)
