"""Putting the second face together: its world, its people, their file, and the systems behind it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sim_server.domain.database import Database
from sim_server.domain.people import add_people
from sim_server.domain.worlds import WorldUnknown, create_world, drop_world, find_world
from sim_server.simulator import Simulator
from sim_server.wild.face import WORLD, WildFace
from sim_server.wild.people import crowd
from sim_server.wild.people_file import write_people
from sim_server.wild.waylaying import Waylaying

SEED = 1
CIRCLES = 4  # of each kind of people


@dataclass(frozen=True)
class Wishes:
    """What the second face shall be like; `people` is where its people are told."""

    people: Path
    seed: int = SEED
    circles: int = CIRCLES
    everywhere: bool = False  # the other order of screens in the journals' windows too


def make_face(database: Database, wishes: Wishes) -> WildFace:
    """The second face with its people, who are made now and told in the file; raises OSError if it cannot be."""
    simulator = Simulator(database)
    with suppress(WorldUnknown):
        drop_world(find_world(database, WORLD))
    world = create_world(database, wishes.seed, WORLD)
    people = crowd(simulator.journals, wishes.seed, wishes.circles)
    add_people(world, [person.data for person in people], simulator.chat_rules)
    write_people(wishes.people, people)
    journals = [site.vk_id for site in simulator.journals]
    clients = {client.id: client for client in (*journals, *simulator.connectable)}
    suspected = {person.data.phone for person in people if person.robot_check}
    names = {client.id for client in journals}
    ways = Waylaying(world, wishes.seed, clients, names, suspected, wishes.everywhere)
    return WildFace(simulator, ways)
