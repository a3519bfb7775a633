"""Clients of somebody's own that a file tells of: reading it, and letting the main world know them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from pydantic import ValidationError

from sim_server.domain.clients import register_clients
from sim_server.domain.protocol_rules import Profile, choose_rules
from sim_server.domain.worlds import World
from sim_server.toml_complaints import complaints, line, unreadable
from sim_server.toml_file import read_toml
from sim_server.vk_id.registration import OwnClient, OwnClients, unknown_model


class ClientsUnsound(ValueError):
    """The file cannot be used; the message is Russian and says what to do."""


def read_clients(file: Path, taken: Collection[str]) -> tuple[OwnClient, ...]:
    """The clients of the file, none of which is called like one of `taken`; raises ClientsUnsound."""
    try:
        found = OwnClients.model_validate(read_toml(file)).clients
    except ValidationError as error:
        raise ClientsUnsound("\n".join(complaints(file, error))) from error
    except (OSError, ValueError) as error:
        raise ClientsUnsound(unreadable(file, error)) from error
    names = [one.id for one in found]
    for name in names:
        if name in taken or names.count(name) > 1:
            raise ClientsUnsound(line(file, "clients", f"имя «{name}» уже занято: назовите клиента иначе"))
    for unknown in filter(None, (unknown_model(one, taken) for one in found)):
        raise ClientsUnsound(line(file, "clients", unknown))
    return found


def let_know(world: World, clients: Sequence[OwnClient], profile: Profile | None = None) -> None:
    """Let the world know them, as the file has them now; a profile that is named decides what is disputed."""
    if profile is not None:
        choose_rules(world, profile, {})
    told = {one.id: one.model_dump(mode="json") for one in clients}
    if told:
        register_clients(world, told, again=True)
