"""The technical support: a request waits until it is handled, and is handled once."""

import pytest

from sim_server.domain.journal_accounts import JournalAccount, account_by_login
from sim_server.domain.linking import link, profile_linked_to
from sim_server.domain.people import PersonData, add_people
from sim_server.domain.support import (
    ACCOUNT_UNKNOWN,
    UNLINKED,
    handle_request,
    requests_of,
    submit_request,
)
from sim_server.domain.vk_accounts import StudyProfile
from sim_server.domain.worlds import World
from tests.people import PAVEL


@pytest.fixture
def account(world: World) -> JournalAccount:
    """The account of Pavel, who is linked."""
    add_people(world, [PersonData.model_validate(PAVEL)], {"perm": []})
    with world.database.read() as session:
        found = account_by_login(session, world, "perm", "pavel")
    assert found is not None
    return found


def profile_of(world: World, account: JournalAccount) -> StudyProfile:
    profile = profile_linked_to(world, account)
    assert profile is not None
    return profile


def outcomes(world: World) -> list[str | None]:
    return [request.outcome for request in requests_of(world)]


def test_request_changes_nothing_until_it_is_handled(world: World, account: JournalAccount) -> None:
    request = submit_request(world, "perm", "pavel", "Отвяжите")
    assert (profile_of(world, account).last_name, outcomes(world)) == ("Кузнецов", [None])
    handle_request(world, request.id)
    assert (profile_linked_to(world, account), outcomes(world)) == (None, [UNLINKED])


def test_request_is_handled_once(world: World, account: JournalAccount) -> None:
    profile = profile_of(world, account)
    request = submit_request(world, "perm", "pavel", "Отвяжите")
    handle_request(world, request.id)
    link(world, account, profile.id, [])
    handle_request(world, request.id)
    assert profile_of(world, account).id == profile.id
    assert outcomes(world) == [UNLINKED]


@pytest.mark.parametrize(("journal", "login"), [("perm", "nobody"), ("mesh", "pavel")])
def test_request_about_an_unknown_account_is_told(
    world: World, account: JournalAccount, journal: str, login: str
) -> None:
    handle_request(world, submit_request(world, journal, login, "Отвяжите").id)
    assert outcomes(world) == [ACCOUNT_UNKNOWN]
    assert profile_of(world, account).last_name == "Кузнецов"
