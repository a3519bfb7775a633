"""Changing school or class: the account and the link stay, the chats follow."""

import pytest

from sim_server.domain.chats import ChatRule, chats_of
from sim_server.domain.journal_accounts import JournalAccount, account_by_login
from sim_server.domain.linking import profile_linked_to
from sim_server.domain.people import PersonData, add_people
from sim_server.domain.transfers import AccountUnknown, transfer
from sim_server.domain.worlds import World
from tests.people import IGOR, PAVEL

RULES = [
    ChatRule("staff", "Учительская, {school}", "school", ("teacher",), "staff"),
    ChatRule("class", "Чат {class_name}", "class", ("teacher",)),
]


@pytest.fixture(autouse=True)
def people(world: World) -> None:
    """Pavel is linked, Igor is not."""
    add_people(world, [PersonData.model_validate(person) for person in (IGOR, PAVEL)], {"perm": RULES})


def account(world: World, login: str) -> JournalAccount:
    with world.database.read() as session:
        found = account_by_login(session, world, "perm", login)
    assert found is not None
    return found


def chats(world: World) -> dict[str, int]:
    linked = profile_linked_to(world, account(world, "pavel"))
    assert linked is not None
    return {chat.title: chat.id for chat in chats_of(world, linked.id, "perm", "perm")}


def test_class_changes_and_the_chat_of_the_school_stays_the_same(world: World) -> None:
    before = chats(world)
    transfer(world, "perm", "pavel", RULES, class_names=["9 «В»"])
    after = chats(world)
    assert list(after) == ["Учительская, Школа № 12", "Чат 9 «В»"]
    assert after["Учительская, Школа № 12"] == before["Учительская, Школа № 12"]


def test_school_changes_and_all_chats_with_it(world: World) -> None:
    before = chats(world)
    transfer(world, "perm", "pavel", RULES, school="Школа № 57")
    assert "Учительская, Школа № 57" in chats(world)
    assert not set(before.values()) & set(chats(world).values())


def test_account_without_a_link_changes_alone(world: World) -> None:
    transfer(world, "perm", "igor", RULES, school="Школа № 57")
    assert account(world, "igor").school == "Школа № 57"
    assert profile_linked_to(world, account(world, "igor")) is None


def test_account_that_is_not_there_is_refused(world: World) -> None:
    with pytest.raises(AccountUnknown):
        transfer(world, "perm", "nobody", RULES, school="Школа № 57")
