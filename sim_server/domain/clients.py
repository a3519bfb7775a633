"""Clients of somebody's own: what a world knows of them. What VK ID makes of that is `vk_id.registration`'s."""

from __future__ import annotations

from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.exc import IntegrityError

from sim_server.domain.tables import ClientRow
from sim_server.domain.worlds import World

OF_WORLD = select(ClientRow.client_id, ClientRow.told).where(ClientRow.world_id == bindparam("world_id"))
BY_ID = OF_WORLD.where(ClientRow.client_id == bindparam("client_id"))


class ClientKnown(Exception):
    """A client of that name is there already."""


def register_clients(world: World, told: dict[str, dict[str, Any]]) -> None:
    """Let the world know these clients, by their names; all of them or, raising ClientKnown, none."""
    try:
        with world.database.write() as session:
            for client_id, one in told.items():
                world.add(session, ClientRow, client_id=client_id, told=one)
            world.log(session, "clients_registered", clients=[*told])
    except IntegrityError as error:
        raise ClientKnown from error


def told_of_client(world: World, client_id: str) -> dict[str, Any] | None:
    """What was told of that client when it was registered."""
    found = world.database.look_up(BY_ID, world_id=world.id, client_id=client_id)
    return dict(found.told) if found else None


def told_of_clients(world: World) -> dict[str, dict[str, Any]]:
    """The same of every client, in the order they were registered."""
    rows = world.database.look_up_all(OF_WORLD.order_by(ClientRow.id), world_id=world.id)
    return {row.client_id: dict(row.told) for row in rows}
