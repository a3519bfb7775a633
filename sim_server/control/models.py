"""What the control API takes and gives; units are in the names or descriptions."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, model_validator
from pydantic_core import PydanticCustomError

from sim_server.defects.catalogue import ListedDefect
from sim_server.defects.defect import Defect
from sim_server.domain.faults import KINDS_AT, OF_NO_CLIENT, FaultKind
from sim_server.domain.people import PersonData
from sim_server.domain.protocol_rules import Profile
from sim_server.errands.errand import Source

LARGEST_NUMBER = 2**53  # that a database holds and every reader of JSON understands
LARGEST_COUNT = 2**31 - 1
LONGEST_MOVE = 100 * 366 * 86400  # seconds
LONGEST_WAIT = 86400.0
NAME = "^[a-z0-9-]+$"
ADDRESS = r"^https?://[a-z0-9-]+(\.[a-z0-9-]+)*(:[0-9]{1,5})?([/?][!-\[\]-~]*)?$"


def _printed(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="milliseconds")


def _number(value: Any) -> Any:
    if isinstance(value, bool | str):
        raise PydanticCustomError("number", "a number is wanted")
    return value


def _beyond(words: str) -> PydanticCustomError:
    """A complaint of what no JSON Schema could say."""
    return PydanticCustomError("value_error", "{told}", {"told": words})


# Whole numbers: 1.0 is one in JSON; a text or a truth is none. The bounds come first, or the document lacks them.
Seed = Annotated[int, Field(ge=-LARGEST_NUMBER, le=LARGEST_NUMBER), BeforeValidator(_number)]
Times = Annotated[int, Field(ge=1, le=LARGEST_COUNT), BeforeValidator(_number)]
Count = Annotated[int, Field(ge=0, le=LARGEST_COUNT), BeforeValidator(_number)]
Moment = Annotated[str, BeforeValidator(_printed)]


class Taken(BaseModel):
    """A body: what is not foreseen is refused."""

    model_config = ConfigDict(extra="forbid")


class WorldPath(BaseModel):
    """A world's name in the address."""

    world: str


class PhonePath(WorldPath):
    """A phone of a world: the number's digits, without the plus."""

    digits: str


class DevicePath(WorldPath):
    """A browser of a world."""

    device: str = Field(pattern=NAME, max_length=64)


class DefectsWanted(Taken):
    """Defects of the product, by their ids."""

    defects: list[str] = []


class WorldWanted(DefectsWanted):
    """A new world, with everyone in it."""

    seed: Seed | None = Field(None, description="repeats a world's chance; drawn when left out")
    people: list[PersonData] = []
    noted: StrictBool = Field(False, description="take down which defects the world could have shown")


class ClientWanted(Taken):
    """A client of somebody's own; what else its name and addresses must be, a refusal says."""

    id: str
    name: str
    redirect_uris: list[str]
    study_profile: bool = False
    like: str = ""


class ClientsWanted(Taken):
    """Clients of somebody's own."""

    clients: list[ClientWanted]


class ClientGiven(BaseModel):
    """A client of somebody's own, as it was registered."""

    id: str
    name: str
    redirect_uris: list[str]
    study_profile: bool


class ClientsGiven(BaseModel):
    """The clients that were registered in a world, in that order."""

    clients: list[ClientGiven]


class RulesWanted(Taken):
    """How VK ID shall decide what is disputed: a profile, and what is set otherwise, by the names of the switches."""

    profile: Profile = Profile.OBSERVED
    switches: dict[str, bool | int | str] = {}


class RulesGiven(BaseModel):
    """How each switch is set."""

    switches: dict[str, bool | int | str]


class PeopleWanted(Taken):
    """More people."""

    people: list[PersonData]


class TransferWanted(Taken):
    """Where somebody's account in a journal belongs from now on; what is left out stays."""

    journal: str
    login: str
    school: str | None = None
    class_names: list[str] | None = None


class ClockMove(Taken):
    """How far the world's time moves on."""

    advance_seconds: float = Field(strict=True, ge=0, le=LONGEST_MOVE)


class FaultWanted(Taken):
    """A disturbance; what can go wrong where, the page of faults says."""

    system: Literal["vk_id", "journal", "messenger", "phone", "mailbox"]
    point: Literal[
        "page",
        "authorize",
        "callback",
        "exchange",
        "refresh",
        "user_info",
        "public_info",
        "logout",
        "revoke",
        "sms",
        "call",
        "letter",
    ]
    kind: FaultKind
    seconds: float = Field(
        0,
        strict=True,
        ge=0,
        le=LONGEST_WAIT,
        description="for slow and late: how long it takes in the world's time",
    )
    times: Times | None = Field(1, description="null: until further notice")
    status: Literal[429, 500, 502, 503, 504] | None = Field(None, description="for error: 503 if not said")
    client: str = Field("", description="the only client that it meets; empty: any")

    @model_validator(mode="after")
    def _can_be(self) -> Self:
        """Refuse what would never come."""
        place, possible = (self.system, self.point), KINDS_AT.get((self.system, self.point), frozenset())
        if self.kind not in possible:
            there = ", ".join(kind for kind in FaultKind if kind in possible) or "ничего"
            raise _beyond(f"{self.kind} в {self.system}/{self.point} не бывает; бывает: {there}")
        if self.client and place in OF_NO_CLIENT:
            raise _beyond(f"чей это клиент, в {self.system}/{self.point} не узнать: уберите client")
        if self.status is not None and self.kind != FaultKind.ERROR:
            raise _beyond("status бывает только у error")
        return self


class DeviceState(Taken):
    """A browser's peculiarities."""

    vpn: StrictBool


class CookieKept(Taken):
    """What a site keeps in the device's browser."""

    model_config = ConfigDict(extra="forbid", from_attributes=True)

    host: str
    name: str
    value: str
    secure: StrictBool = True
    http_only: StrictBool = True
    same_site: str = "Lax"


class Typed(Taken):
    """What goes into the field that has one of these labels: a text, or the code from a source.

    The source of a code is at a place: a phone, a mailbox, or the secret of a generator app; `after` so many messages.
    """

    labels: tuple[str, ...]
    text: str = ""
    source: Source | None = None
    place: str = ""
    after: Count = 0


class Move(Taken):
    """What is typed on the screen with this heading (whichever, if empty), and what is pressed then."""

    press: str
    on: str = ""
    typed: tuple[Typed, ...] = ()


class ErrandWanted(Taken):
    """A way through screens, from an address on, for a device whose browser has these cookies."""

    address: str = Field(pattern=ADDRESS, max_length=4096)
    cookies: list[CookieKept] = []
    moves: tuple[Move, ...] = Field((), description="one after the other")
    answers: dict[str, Move] = Field({}, description="then the answer to each screen, by its heading")
    until: str = Field("", description="the heading of the screen that is not answered any more")
    stays: StrictBool = Field(
        False, description="whether to stop before another site, whose address is given then"
    )


class After(BaseModel):
    """Only what is newer than this id."""

    after: int = Field(0, ge=0, le=LARGEST_NUMBER)


class Waiting(After):
    """… and how many real seconds to wait for it."""

    wait: float = Field(0, ge=0, le=60)


class Given(BaseModel):
    """An answer, made of the domain's values: a moment is given in UTC."""

    model_config = ConfigDict(from_attributes=True)


class HealthGiven(Given):
    """That the simulator works."""

    status: Literal["ok"]


class WorldGiven(Given):
    """A world."""

    id: str
    seed: int
    now: Moment


class Failure(BaseModel):
    """Why a call was refused, in Russian."""

    error: str


class PhoneMessageGiven(Given):
    """An SMS or a missed call."""

    id: int
    kind: str
    sender: str
    text: str
    at: Moment


class PhoneMessagesGiven(Given):
    """What reached a phone."""

    messages: list[PhoneMessageGiven]


class ProfileGiven(Given):
    """A study profile."""

    id: int
    last_name: str
    first_name: str
    middle_name: str


class LinkGiven(Given):
    """A journal's account and the study profile that belongs to it."""

    journal: str
    login: str
    profile: ProfileGiven
    linked_at: Moment


class LinksGiven(Given):
    """All links of a world."""

    links: list[LinkGiven]


class EventGiven(Given):
    """A line of a world's log."""

    id: int
    at: Moment
    kind: str
    data: dict[str, Any]


class EventsGiven(Given):
    """A world's log."""

    events: list[EventGiven]


class ErrandGiven(Given):
    """How far an errand was carried out, where that led, and what the sites have left in the device's browser."""

    address: str
    heading: str = Field(description="of the screen there; empty for another site's, which was not opened")
    moves: int
    answered: list[str]
    read: dict[str, int] = Field(description="how many messages were read so far, by phone or mailbox")
    shown_code: str = Field(description="the last code that the generator app has shown")
    cookies: list[CookieKept]


class FailuresGiven(Given):
    """The simulator's own errors in a world, the oldest first: the request and what went wrong."""

    failures: list[str]


class DefectGiven(Given):
    """A defect of the product that a world can have, or a change that harms nobody."""

    id: str
    harmless: bool
    says: str = Field(description="what a person or a client sees of it, in Russian")
    kind: str = Field(description="what is wrong; empty where nothing is")
    breaks: list[str] = Field(description="ids of the clauses that are not kept")
    labels: list[str] = Field(description="captions that are not there")
    places: list[str] = Field(description="where something is replaced")
    test: str = Field(description="the protocol test that notices it, where no screen shows it")
    fingerprint: str = Field(description="differs when its file does")

    @classmethod
    def of(cls, one: ListedDefect) -> Self:
        """What is told of one."""
        told = {"kind": "", "breaks": (), "labels": (), "test": ""}
        if isinstance(one.what, Defect):
            told = {name: getattr(one.what, name) for name in told}
        more = {"places": [seam.place for seam in one.what.replaces], "fingerprint": one.fingerprint}
        return cls.model_validate(
            {"id": one.id, "harmless": one.is_harmless, "says": one.what.says, **more, **told}
        )


class DefectsGiven(Given):
    """Which defects there are."""

    defects: list[DefectGiven]


class TouchedGiven(Given):
    """What a noted world has come across."""

    defects: list[str]
    texts: list[str]
