"""Putting people into a world."""

from typing import Any

import pytest
from pydantic import ValidationError
from sqlalchemy import select

from sim_server.domain.people import (
    PeopleConflict,
    PersonData,
    add_people,
)
from sim_server.domain.tables import PersonRow, VkAccountRow
from sim_server.domain.values import values_of
from sim_server.domain.vk_accounts import VkAccount
from sim_server.domain.worlds import World
from tests.people import ANNA, IGOR, OLGA


def add(world: World, *people: dict[str, Any]) -> None:
    add_people(world, [PersonData.model_validate(person) for person in people], {"perm": []})


def accounts(world: World) -> list[VkAccount]:
    rows = select(VkAccountRow).where(VkAccountRow.world_id == world.id)
    with world.database.read() as session:
        return values_of(VkAccount, session.scalars(rows))


def test_vk_id_takes_the_person_s_particulars_where_none_differ(world: World) -> None:
    add(world, {**ANNA, "vk_id": {"password": "x", "last_name": "Орлова"}})
    assert [account.full_name for account in accounts(world)] == ["Орлова Анна Викторовна"]


def test_person_without_vk_id_has_none(world: World) -> None:
    add(world, OLGA)
    assert accounts(world) == []


def test_phone_is_kept_in_one_way_of_writing(world: World) -> None:
    add(world, {**ANNA, "phone": "8 (199) 111-11-11"})
    assert accounts(world)[0].phone == "+71991111111"


def test_conflict_leaves_nobody(world: World) -> None:
    with pytest.raises(PeopleConflict):
        add(world, ANNA, {**IGOR, "phone": ANNA["phone"]})
    with world.database.read() as session:
        assert session.scalars(select(PersonRow).where(PersonRow.world_id == world.id)).all() == []


@pytest.mark.parametrize("differing", [{"sex": "other"}, {"birth_date": "вчера"}, {"nickname": "Аня"}])
def test_unforeseen_data_is_refused(differing: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        PersonData.model_validate({**ANNA, **differing})
