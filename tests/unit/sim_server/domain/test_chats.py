"""Chats that people make, what is unread in them, and what stays when somebody goes."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import delete, select

from sim_server.domain.calls import CallKind, join_call, participants_of, running_call
from sim_server.domain.chat_rights import NotAllowed
from sim_server.domain.chat_roles import Membership, people_to_add, roles_of
from sim_server.domain.chats import (
    ChatRule,
    NotAMember,
    add_member,
    chats_of,
    create_chat,
    leave_chat,
    list_chats,
    members_of,
    membership_of,
)
from sim_server.domain.journal_accounts import JournalAccount
from sim_server.domain.limits import LIMITS
from sim_server.domain.linking import link, unlink
from sim_server.domain.messages import (
    MessageTooLong,
    mark_read,
    messages_after,
    page_of_messages,
    write_message,
)
from sim_server.domain.people import PersonData, add_people
from sim_server.domain.tables import JournalAccountRow, VkAccountRow, VkUserRow
from sim_server.domain.values import value_of
from sim_server.domain.vk_accounts import VkUser
from sim_server.domain.worlds import World
from tests.people import ANNA, IGOR, OLGA, PASSWORD, PAVEL

RULES = [
    ChatRule("staff", "Учительская", "school", ("teacher",), "staff"),
    ChatRule("class", "Чат класса {class_name}", "class", ("teacher", "pupil", "parent")),
    ChatRule("subject", "{subject}", "subject", ("teacher", "pupil")),
]
JOURNALS = {"perm": RULES, "moscow": RULES}


def _person(person: dict[str, Any], role: str, school: str = "Школа № 12", **more: Any) -> PersonData:
    account = {**person["journal_accounts"][0], "role": role, "school": school, "class_names": ["5 «А»"]}
    accounts = [{**account, "linked": True, "subjects": more.pop("subjects", [])}]
    whole = {**person, "vk_id": {"password": PASSWORD}, "study_profile": {}, "journal_accounts": accounts}
    return PersonData.model_validate({**whole, **more})


@pytest.fixture(autouse=True)
def people(world: World) -> None:
    """A teacher, a pupil and a parent of one class, two of them with pages; a teacher of another school."""
    page = {"chats": ["Футбол во дворе"]}
    cast = [
        _person(ANNA, "teacher", page=page),
        _person(IGOR, "pupil", page=page, subjects=["Алгебра", "Химия"]),
        _person(OLGA, "parent"),
        _person(PAVEL, "teacher", "Школа № 57"),
    ]
    add_people(world, cast, JOURNALS)


def user(world: World, last_name: str, kind: str = "study") -> VkUser:
    with world.database.read() as session:
        query = select(VkUserRow).where(
            VkUserRow.world_id == world.id, VkUserRow.last_name == last_name, VkUserRow.kind == kind
        )
        return value_of(VkUser, session.scalars(query).one())


def member(world: World, last_name: str, title: str, kind: str = "study") -> Membership:
    who = user(world, last_name, kind)
    chat_id = next(chat.id for chat in list_chats(world, who.id) if chat.title == title)
    return membership_of(world, who, chat_id)


def unread(world: World, last_name: str) -> dict[str, int]:
    return {chat.title: chat.unread for chat in list_chats(world, user(world, last_name).id)}


def names(people: list[VkUser]) -> list[str]:
    return [one.last_name for one in people]


def make(world: World, maker: str, *people: str) -> int:
    who = user(world, maker)
    return create_chat(world, who, roles_of(world, who), "Проект", [user(world, one).id for one in people])


CLASS = "Чат класса 5 «А»"


def test_subjects_have_a_chat_each(world: World) -> None:
    assert list(unread(world, "Мальцев")) == [CLASS, "Алгебра", "Химия"]


def test_unread_is_counted_for_each_member(world: World) -> None:
    anna = member(world, "Соколова", CLASS)
    for text in ("Завтра", "экскурсия"):
        write_message(world, anna, text)
    igor = member(world, "Мальцев", CLASS)
    mark_read(world, igor, page_of_messages(world, igor.chat.id)[0].id)
    assert (unread(world, "Мальцев")[CLASS], unread(world, "Зайцева")[CLASS]) == (1, 2)


def test_what_was_read_stays_read(world: World) -> None:
    igor = member(world, "Мальцев", CLASS)
    write_message(world, member(world, "Соколова", CLASS), "Завтра")
    newest = page_of_messages(world, igor.chat.id)[-1].id
    mark_read(world, igor, newest)
    mark_read(world, igor, newest - 1)
    assert unread(world, "Мальцев")[CLASS] == 0


def test_newcomer_reads_what_was_before_but_is_not_told_of_it(world: World) -> None:
    write_message(world, member(world, "Мальцев", "Алгебра"), "Кто решил?")
    unlink(world, _account(world, "anna"))
    link(world, _account(world, "anna", subjects=["Алгебра"]), user(world, "Соколова").id, RULES)
    anna = member(world, "Соколова", "Алгебра")
    assert [one.text for one in page_of_messages(world, anna.chat.id)] == ["Кто решил?"]
    assert unread(world, "Соколова")["Алгебра"] == 0


def _account(world: World, login: str, **changed: Any) -> JournalAccount:
    with world.database.write() as session:
        query = select(JournalAccountRow).where(
            JournalAccountRow.world_id == world.id, JournalAccountRow.login == login
        )
        account = session.scalars(query).one()
        for name, value in changed.items():
            setattr(account, name, value)
        return value_of(JournalAccount, account)


def test_pages_of_messages_go_back_to_the_first(world: World) -> None:
    anna = member(world, "Соколова", CLASS)
    for number in range(LIMITS.messages_on_a_page + 1):
        write_message(world, anna, str(number))
    page = page_of_messages(world, anna.chat.id)
    assert [page[0].text, page[-1].text] == ["1", str(LIMITS.messages_on_a_page)]
    assert [one.text for one in page_of_messages(world, anna.chat.id, page[0].id)] == ["0"]
    assert [one.text for one in messages_after(world, anna.chat.id, page[-2].id)] == [page[-1].text]


def test_too_long_a_message_is_not_written(world: World) -> None:
    anna = member(world, "Соколова", CLASS)
    with pytest.raises(MessageTooLong):
        write_message(world, anna, "а" * (LIMITS.message_letters + 1))
    assert page_of_messages(world, anna.chat.id) == []


def test_who_may_be_brought_into_a_chat_depends_on_its_kind(world: World) -> None:
    anna = user(world, "Соколова")
    assert names(people_to_add(world, anna, "class")) == ["Зайцева", "Мальцев"]
    assert names(people_to_add(world, anna, "group")) == ["Мальцев"]
    assert names(people_to_add(world, anna, "staff")) == []
    assert names(people_to_add(world, anna, "class", "игорь МАЛЬ")) == ["Мальцев"]


def test_people_are_found_with_either_spelling_of_yo(world: World) -> None:
    add_people(world, [_newcomer("5 «А»")], JOURNALS)
    anna = user(world, "Соколова")
    assert names(people_to_add(world, anna, "class", "кленов фёдор")) == ["Клёнов"]


def test_page_finds_the_pages_it_has_a_chat_with(world: World) -> None:
    anna = user(world, "Соколова", "personal")
    found = people_to_add(world, anna, "personal")
    assert [(one.last_name, one.kind) for one in found] == [("Мальцев", "personal")]


def test_pupil_makes_a_chat_with_a_teacher(world: World) -> None:
    make(world, "Мальцев", "Соколова")
    assert names(members_of(world, member(world, "Соколова", "Проект").chat)) == ["Мальцев", "Соколова"]


@pytest.mark.parametrize(
    ("maker", "other"),
    [("Мальцев", "Кузнецов"), ("Мальцев", "Зайцева"), ("Зайцева", "Мальцев")],
    ids=["another school", "a parent is brought in", "a parent makes"],
)
def test_chat_out_of_reach_is_not_made(world: World, maker: str, other: str) -> None:
    with pytest.raises(NotAllowed):
        make(world, maker, other)
    assert "Проект" not in unread(world, maker)


def test_study_profile_brings_no_page_into_its_chat(world: World) -> None:
    make(world, "Мальцев", "Соколова")
    with pytest.raises(NotAllowed):
        add_member(world, member(world, "Мальцев", "Проект"), user(world, "Соколова", "personal").id)


def test_leaving_leaves_the_messages_to_the_others(world: World) -> None:
    make(world, "Мальцев", "Соколова")
    igor = member(world, "Мальцев", "Проект")
    write_message(world, igor, "Ухожу")
    join_call(world, igor, CallKind.CALL)
    leave_chat(world, igor)
    with pytest.raises(NotAMember):
        membership_of(world, igor.user, igor.chat.id)
    anna = member(world, "Соколова", "Проект")
    assert [one.author_name for one in page_of_messages(world, anna.chat.id)] == [igor.user.full_name]
    assert running_call(world, anna.chat) is None


def test_chat_that_linking_made_is_not_left(world: World) -> None:
    with pytest.raises(NotAllowed):
        leave_chat(world, member(world, "Мальцев", CLASS))
    assert CLASS in unread(world, "Мальцев")


def test_chat_that_was_made_outlives_the_link(world: World) -> None:
    make(world, "Мальцев", "Соколова")
    unlink(world, _account(world, "igor"))
    assert list(unread(world, "Мальцев")) == ["Проект"]
    igor = member(world, "Мальцев", "Проект")
    write_message(world, igor, "Я ещё здесь")
    with pytest.raises(NotAllowed):
        add_member(world, igor, user(world, "Зайцева").id)


def test_unlinking_ends_the_call_that_nobody_else_is_in(world: World) -> None:
    igor = member(world, "Мальцев", CLASS)
    join_call(world, igor, CallKind.CALL)
    unlink(world, _account(world, "igor"))
    assert running_call(world, igor.chat) is None


def test_deleted_vk_id_leaves_its_messages_under_the_name(world: World) -> None:
    anna = member(world, "Соколова", CLASS)
    write_message(world, anna, "Прощайте")
    call = join_call(world, anna, CallKind.LESSON)
    with world.database.write() as session:
        session.execute(delete(VkAccountRow).where(VkAccountRow.id == anna.user.vk_account_id))
    igor = member(world, "Мальцев", CLASS)
    written = page_of_messages(world, igor.chat.id)[0]
    assert (written.author_name, written.author_id) == (anna.user.full_name, None)
    assert "Соколова" not in names(members_of(world, igor.chat))
    assert (participants_of(world, call), running_call(world, igor.chat)) == ([], None)


def test_teacher_of_one_journal_is_only_a_parent_in_the_other(world: World) -> None:
    anna, childs_account = user(world, "Соколова"), _second_account(world, ANNA, "parent")
    link(world, childs_account, anna.id, RULES)
    own, childs = [chat for chat in list_chats(world, anna.id) if chat.title == CLASS]
    assert membership_of(world, anna, own.id).may.lesson
    assert not membership_of(world, anna, childs.id).may.lesson


def test_brought_in_and_linked_later_is_a_member_once(world: World) -> None:
    pavel, in_moscow = user(world, "Кузнецов"), _second_account(world, PAVEL, "teacher")
    link(world, in_moscow, pavel.id, RULES)
    igor_in_moscow = _second_account(world, IGOR, "pupil")
    link(world, igor_in_moscow, user(world, "Мальцев").id, RULES)
    unlink(world, in_moscow)
    chat_of_moscow = list_chats(world, user(world, "Мальцев").id)[-1].id
    anna = user(world, "Соколова")
    link(world, _second_account(world, ANNA, "teacher"), anna.id, RULES)
    _account(world, "pavel", school="Школа № 12")
    add_member(world, membership_of(world, anna, chat_of_moscow), pavel.id)
    link(world, in_moscow, pavel.id, RULES)
    there = members_of(world, membership_of(world, anna, chat_of_moscow).chat)
    assert names(there) == ["Кузнецов", "Мальцев", "Соколова"]


SHARING = [replace(rule, keeper="perm") for rule in RULES]


def test_journals_of_one_school_system_share_their_chats(world: World) -> None:
    unlink(world, _account(world, "igor"))
    link(world, _second_account(world, IGOR, "pupil"), user(world, "Мальцев").id, SHARING)
    assert member(world, "Мальцев", CLASS).chat.id == member(world, "Соколова", CLASS).chat.id
    assert [chat.title for chat in chats_of(world, user(world, "Мальцев").id, "moscow", "perm")] == [CLASS]
    assert chats_of(world, user(world, "Мальцев").id, "perm", "perm") == []
    assert chats_of(world, user(world, "Мальцев").id, "moscow", "moscow") == []


def test_who_is_there_by_two_links_stays_until_the_second_ends(world: World) -> None:
    childs_account = _second_account(world, ANNA, "parent")
    link(world, childs_account, user(world, "Соколова").id, SHARING)
    assert list(unread(world, "Соколова")).count(CLASS) == 1
    assert member(world, "Соколова", CLASS).may.lesson
    unlink(world, _account(world, "anna"))
    assert not member(world, "Соколова", CLASS).may.lesson
    unlink(world, childs_account)
    assert unread(world, "Соколова") == {}


def test_teacher_is_a_parent_in_the_class_of_the_child(world: World) -> None:
    childs_account = _second_account(world, ANNA, "parent")
    with world.database.write() as session:
        session.get_one(JournalAccountRow, childs_account.id).class_names = ["8 «Г»"]
    link(world, _account(world, childs_account.login), user(world, "Соколова").id, SHARING)
    assert member(world, "Соколова", CLASS).may.lesson
    assert not member(world, "Соколова", "Чат класса 8 «Г»").may.lesson


def test_who_was_brought_into_a_chat_of_the_school_goes_with_the_own_link(world: World) -> None:
    add_people(world, [_newcomer("8 «Г»")], JOURNALS)
    anna = member(world, "Соколова", CLASS)
    add_member(world, anna, user(world, "Клёнов").id)
    assert "Клёнов" in names(members_of(world, anna.chat))
    assert member(world, "Клёнов", CLASS).may.attend
    unlink(world, _account(world, "fyodor"))
    assert "Клёнов" not in names(members_of(world, anna.chat))


def test_teacher_brought_into_the_staff_room_does_not_stay_there_as_a_parent(world: World) -> None:
    _account(world, "pavel", school="Школа № 12", class_names=["8 «Г»"])
    link(world, _second_account(world, PAVEL, "parent"), user(world, "Кузнецов").id, SHARING)
    staff = member(world, "Соколова", "Учительская")
    add_member(world, staff, user(world, "Кузнецов").id)
    unlink(world, _account(world, "pavel"))
    assert "Кузнецов" not in names(members_of(world, staff.chat))
    assert CLASS in unread(world, "Кузнецов")


def test_teacher_who_stays_as_a_parent_is_out_of_the_lesson(world: World) -> None:
    link(world, _second_account(world, ANNA, "parent"), user(world, "Соколова").id, SHARING)
    lesson = join_call(world, member(world, "Соколова", CLASS), CallKind.LESSON)
    unlink(world, _account(world, "anna"))
    assert CLASS in unread(world, "Соколова")
    assert participants_of(world, lesson) == []


def _newcomer(class_name: str) -> PersonData:
    """A pupil of the school, in a class of their own."""
    name = {"key": "fyodor", "last_name": "Клёнов", "first_name": "Федор", "phone": "+71995555555"}
    account = {**PAVEL["journal_accounts"][0], "login": "fyodor"}
    data = _person({**PAVEL, **name, "journal_accounts": [account]}, "pupil")
    data.journal_accounts[0] = data.journal_accounts[0].model_copy(update={"class_names": [class_name]})
    return data


def _second_account(world: World, person: dict[str, Any], role: str) -> JournalAccount:
    """An account of the same human being in the other journal, not linked yet."""
    login = f"{person['key']}.2"
    account = {**person["journal_accounts"][0], "journal": "moscow", "login": login, "role": role}
    second = {**person, "key": login, "phone": "+71997777777", "vk_id": None, "study_profile": None}
    accounts = [{**account, "linked": False, "class_names": ["5 «А»"]}]
    add_people(world, [PersonData.model_validate({**second, "journal_accounts": accounts})], JOURNALS)
    return _account(world, login)


@pytest.mark.parametrize("last_name", ["Мальцев", "Зайцева"], ids=["pupil", "parent"])
def test_lesson_is_begun_by_a_teacher_only(world: World, last_name: str) -> None:
    """Who may call there may not therefore teach."""
    someone = member(world, last_name, CLASS)
    assert someone.may.call
    with pytest.raises(NotAllowed):
        join_call(world, someone, CallKind.LESSON)
    assert running_call(world, someone.chat) is None


def test_parent_gets_into_no_running_lesson(world: World) -> None:
    lesson = join_call(world, member(world, "Соколова", CLASS), CallKind.LESSON)
    for kind in CallKind:
        with pytest.raises(NotAllowed):
            join_call(world, member(world, "Зайцева", CLASS), kind)
    join_call(world, member(world, "Мальцев", CLASS), CallKind.LESSON)
    assert names(participants_of(world, lesson)) == ["Мальцев", "Соколова"]
