"""Putting the second face together: its world, its people, their file, and the systems behind it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from sim_server.domain.database import Database
from sim_server.domain.people import add_people
from sim_server.domain.worlds import World, WorldUnknown, create_world, drop_world, find_world, keep_ordered
from sim_server.simulator import Simulator
from sim_server.vk_id.app import own_client
from sim_server.vk_id.sign_in import sign_in_screens
from sim_server.wild.face import WORLD, WildFace
from sim_server.wild.people import WildPerson, crowd
from sim_server.wild.people_file import write_people
from sim_server.wild.waylaying import Waylaying
from sim_server.wild.wishes import PeopleUntold, Wishes, WishUnfit


def make_face(database: Database, wishes: Wishes) -> WildFace:
    """The second face with its people, who are made now and told in the file; raises WishUnfit or PeopleUntold."""
    simulator = Simulator(database)
    with suppress(WorldUnknown):
        drop_world(find_world(database, WORLD))
    world = create_world(database, wishes.seed, WORLD)
    people = crowd(simulator.journals, wishes.seed, wishes.circles)
    _order_defects(simulator, world, wishes.defects)
    add_people(world, [person.data for person in people], simulator.chat_rules)
    _tell(people, wishes.people)
    journals = [site.vk_id for site in simulator.journals]
    others = *simulator.connectable, own_client(sign_in_screens())
    clients = {client.id: client for client in (*journals, *others)}
    suspected = {person.data.phone for person in people if person.robot_check}
    names = {client.id for client in journals}
    ways = Waylaying(world, wishes.seed, clients, names, suspected, wishes.everywhere)
    return WildFace(simulator, ways)


def _order_defects(simulator: Simulator, world: World, defects: Sequence[str]) -> None:
    try:
        simulator.defects.order(world.id, defects)
    except LookupError as unknown:
        raise WishUnfit(*unknown.args) from unknown
    if defects:
        keep_ordered(world, {"defects": [*defects], "noted": False})


def _tell(people: Sequence[WildPerson], file: Path) -> None:
    try:
        write_people(file, people)
    except OSError as error:
        raise PeopleUntold(f"Файл людей {file} записать не удалось: {error.strerror}") from error
