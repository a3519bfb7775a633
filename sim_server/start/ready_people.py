"""The main world and the people who wait in it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from sim_server.domain.chats import ChatRule
from sim_server.domain.database import Database
from sim_server.domain.people import PersonData, add_people
from sim_server.domain.worlds import (
    World,
    WorldKnown,
    WorldUnknown,
    create_world,
    drop_world,
    find_world,
)
from sim_server.tenancy import MAIN_WORLD
from sim_server.toml_file import read_toml

MAIN_SEED = 1


class ReadyPerson(PersonData):
    """A person and the situation they are in; `mailbox` is the address of one who has no VK ID yet."""

    story: str
    mailbox: str = ""

    @property
    def address(self) -> str | None:
        """Where their letters come, if anywhere."""
        return self.vk_id.email if self.vk_id else self.mailbox or None


def read_people() -> list[ReadyPerson]:
    """The people of `people.toml`."""
    data = read_toml(Path(__file__).with_name("people.toml"))
    return [ReadyPerson.model_validate(person) for person in data["people"]]


def keep_main_world(database: Database, chats: dict[str, list[ChatRule]]) -> World:
    """The main world as people left it; the first time it begins."""
    try:
        return find_world(database, MAIN_WORLD)
    except WorldUnknown:
        with suppress(WorldKnown):  # another process began it in between
            return begin_main_world(database, chats)
        return find_world(database, MAIN_WORLD)


def begin_main_world(database: Database, chats: dict[str, list[ChatRule]]) -> World:
    """The main world as it is at the beginning; what happened in an earlier one is gone."""
    with suppress(WorldUnknown):
        drop_world(find_world(database, MAIN_WORLD))
    world = create_world(database, MAIN_SEED, MAIN_WORLD)
    add_people(world, list(read_people()), chats)
    return world
