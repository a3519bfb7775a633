"""Links and the chats they make."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from sim_server.domain.chats import (
    ChatRule,
    NotAMember,
    chats_of,
    list_chats,
    membership_of,
)
from sim_server.domain.journal_accounts import JournalAccount, account_by_login
from sim_server.domain.linking import (
    AccountLinkedOtherwise,
    ProfileLinkedElsewhere,
    link,
    profile_linked_to,
    unlink,
)
from sim_server.domain.messages import page_of_messages, write_message
from sim_server.domain.people import PersonData, add_people
from sim_server.domain.tables import LinkRow, StudyProfileRow
from sim_server.domain.values import value_of
from sim_server.domain.vk_accounts import StudyProfile
from sim_server.domain.worlds import World
from tests.people import ANNA, IGOR, PAVEL

RULES = [
    ChatRule("staff", "Учительская", "school", ("teacher",), "staff"),
    ChatRule("parents", "Родители {class_name}, {school}", "class", ("teacher", "parent")),
    ChatRule("pupils", "Ученики", "class", ("pupil",)),
]


@pytest.fixture(autouse=True)
def people(world: World) -> None:
    """Anna and Igor with profiles, Pavel linked."""
    persons = [ANNA, {**IGOR, "study_profile": {}}, PAVEL]
    add_people(world, [PersonData.model_validate(person) for person in persons], {"perm": RULES})


def account(world: World, login: str) -> JournalAccount:
    with world.database.read() as session:
        found = account_by_login(session, world, "perm", login)
    assert found is not None
    return found


def profile(world: World, last_name: str) -> StudyProfile:
    with world.database.read() as session:
        query = select(StudyProfileRow).where(
            StudyProfileRow.world_id == world.id, StudyProfileRow.last_name == last_name
        )
        return value_of(StudyProfile, session.scalars(query).one())


def titles(world: World, last_name: str) -> list[str]:
    return [chat.title for chat in list_chats(world, profile(world, last_name).id)]


def test_linking_joins_the_chats_of_the_role(world: World) -> None:
    link(world, account(world, "anna"), profile(world, "Соколова").id, RULES)
    linked = profile_linked_to(world, account(world, "anna"))
    assert linked is not None
    assert linked.last_name == "Соколова"
    assert titles(world, "Соколова") == ["Учительская", "Родители 5 «А», Школа № 12"]


def test_one_school_and_one_class_share_their_chats(world: World) -> None:
    link(world, account(world, "anna"), profile(world, "Соколова").id, RULES)
    link(world, account(world, "igor"), profile(world, "Мальцев").id, RULES)
    of_anna, of_igor, of_pavel = (
        {chat.id for chat in list_chats(world, profile(world, name).id)}
        for name in ("Соколова", "Мальцев", "Кузнецов")
    )
    assert of_anna == of_pavel
    assert len(of_anna & of_igor) == 1


def test_linking_twice_is_linking_once(world: World) -> None:
    for _time in range(2):
        link(world, account(world, "anna"), profile(world, "Соколова").id, RULES)
    assert len(titles(world, "Соколова")) == 2


def test_profile_linked_elsewhere_is_refused_and_nothing_changes(world: World) -> None:
    with pytest.raises(ProfileLinkedElsewhere):
        link(world, account(world, "anna"), profile(world, "Кузнецов").id, RULES)
    assert profile_linked_to(world, account(world, "anna")) is None
    assert len(titles(world, "Кузнецов")) == 2


def test_account_linked_otherwise_is_refused_and_nothing_changes(world: World) -> None:
    with pytest.raises(AccountLinkedOtherwise):
        link(world, account(world, "pavel"), profile(world, "Соколова").id, RULES)
    linked = profile_linked_to(world, account(world, "pavel"))
    assert linked is not None
    assert linked.last_name == "Кузнецов"


def test_many_linkings_at_once_make_one_link(world: World) -> None:
    anna, profile_id = account(world, "anna"), profile(world, "Соколова").id
    with ThreadPoolExecutor(8) as pool:
        for linking in [pool.submit(link, world, anna, profile_id, RULES) for _time in range(16)]:
            linking.result()
    with world.database.read() as session:
        assert len(session.scalars(select(LinkRow).where(LinkRow.account_id == anna.id)).all()) == 1
    assert len(titles(world, "Соколова")) == 2


def test_two_accounts_racing_for_one_profile_leave_one_link(world: World) -> None:
    profile_id = profile(world, "Соколова").id

    def race(login: str) -> str:
        try:
            link(world, account(world, login), profile_id, RULES)
        except ProfileLinkedElsewhere:
            return "refused"
        return "linked"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(race, ["anna", "igor"])) == ["linked", "refused"]


def test_unlinking_leaves_the_chats_and_what_was_written(world: World) -> None:
    author = profile(world, "Кузнецов")
    member = membership_of(world, author, list_chats(world, author.id)[0].id)
    write_message(world, member, "Собрание в 15:00")
    unlink(world, account(world, "pavel"))
    assert profile_linked_to(world, account(world, "pavel")) is None
    assert list_chats(world, author.id) == []
    assert [message.text for message in page_of_messages(world, member.chat.id)] == ["Собрание в 15:00"]


def test_unlinking_twice_is_unlinking_once(world: World) -> None:
    for _time in range(2):
        unlink(world, account(world, "pavel"))
    link(world, account(world, "pavel"), profile(world, "Кузнецов").id, RULES)
    assert len(titles(world, "Кузнецов")) == 2


def test_unlinking_touches_nobody_else(world: World) -> None:
    link(world, account(world, "anna"), profile(world, "Соколова").id, RULES)
    unlink(world, account(world, "pavel"))
    assert profile_linked_to(world, account(world, "anna")) is not None
    assert len(titles(world, "Соколова")) == 2


def test_chat_opens_for_its_members_only(world: World) -> None:
    member, stranger = profile(world, "Кузнецов"), profile(world, "Соколова")
    chat = list_chats(world, member.id)[0]
    assert membership_of(world, member, chat.id).chat.title == "Учительская"
    with pytest.raises(NotAMember):
        membership_of(world, stranger, chat.id)
    with pytest.raises(NotAMember):
        membership_of(world, member, 0)


def test_blank_message_is_not_written(world: World) -> None:
    author = profile(world, "Кузнецов")
    member = membership_of(world, author, list_chats(world, author.id)[0].id)
    for text in ("", "  \n "):
        write_message(world, member, text)
    assert page_of_messages(world, member.chat.id) == []


def test_chats_of_another_journal_are_told_apart(world: World) -> None:
    profile_id = profile(world, "Кузнецов").id
    assert chats_of(world, profile_id, "moscow", "moscow") == []
    assert len(chats_of(world, profile_id, "perm", "perm")) == 2
