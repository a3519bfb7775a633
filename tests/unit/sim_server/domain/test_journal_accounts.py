"""Finding a journal's account: by its own login and password, in its own world."""

from typing import Any

from sim_server.domain.journal_accounts import account_by_id, account_by_password
from sim_server.domain.people import PersonData, add_people
from sim_server.domain.worlds import World, create_world
from tests.people import ANNA, IGOR


def put_there(world: World, *people: dict[str, Any]) -> None:
    add_people(world, [PersonData.model_validate(person) for person in people], {"perm": []})


def test_journal_account_opens_by_its_own_login_and_password(world: World) -> None:
    put_there(world, ANNA, IGOR)
    found = account_by_password(world, "perm", "anna", "journal-anna")
    assert found is not None
    assert found.full_name == "Соколова Анна Викторовна"
    for login, password in [("anna", "journal-igor"), ("nobody", "journal-anna"), ("anna", ""), ("", "")]:
        assert account_by_password(world, "perm", login, password) is None
    assert account_by_password(world, "moscow", "anna", "journal-anna") is None


def test_account_of_another_world_is_not_found_by_id(world: World) -> None:
    put_there(world, ANNA)
    found = account_by_password(world, "perm", "anna", "journal-anna")
    assert found is not None
    assert account_by_id(world, found.id) is not None
    assert account_by_id(create_world(world.database), found.id) is None
