"""The table of rights: sound, and asked the right way."""

from typing import Any

import pytest

from sim_server.domain.chat_rights import CHAT_RIGHTS, ChatRights

KINDS = sorted(CHAT_RIGHTS.chats)


@pytest.mark.parametrize("path", CHAT_RIGHTS.assumed)
def test_what_is_assumed_stands_in_the_table(path: str) -> None:
    found: Any = CHAT_RIGHTS.model_dump()
    for part in path.split("."):
        assert part in found, f"no «{part}» of «{path}»"
        found = found[part]


@pytest.mark.parametrize("kind", KINDS)
def test_pages_and_study_profiles_are_kept_apart(kind: str) -> None:
    in_personal = kind == "personal"
    assert CHAT_RIGHTS.admits(kind, {"page"}) == in_personal
    assert CHAT_RIGHTS.admits(kind, {"teacher", "parent", "pupil"}) != in_personal


@pytest.mark.parametrize("kind", KINDS)
def test_a_parent_gets_into_no_lesson(kind: str) -> None:
    may = CHAT_RIGHTS.of(kind, {"parent"})
    assert (may.lesson, may.attend) == (False, False)


def test_a_parent_has_the_chats_of_class_subjects_and_school_only() -> None:
    admitting = {kind for kind in KINDS if CHAT_RIGHTS.admits(kind, {"parent"})}
    assert admitting == {"class", "parents", "subject", "school"}
    assert CHAT_RIGHTS.made_by({"parent"}) is None


def test_a_pupil_makes_a_chat_and_an_unlinked_profile_does_not() -> None:
    assert CHAT_RIGHTS.made_by({"pupil"}) == "group"
    assert CHAT_RIGHTS.made_by({"unlinked"}) is None


def test_parents_and_pupils_of_a_class_are_kept_apart() -> None:
    assert not CHAT_RIGHTS.admits("parents", {"pupil"})
    assert not CHAT_RIGHTS.admits("pupils", {"parent"})
    assert not CHAT_RIGHTS.of("parents", {"teacher"}).lesson


def test_one_role_that_may_is_enough() -> None:
    assert CHAT_RIGHTS.of("class", {"parent", "teacher"}).lesson
    assert not CHAT_RIGHTS.of("class", set()).write


def test_those_who_do_not_write_are_told_so() -> None:
    may = CHAT_RIGHTS.of("school", {"pupil"})
    assert (may.write, may.silent) == (False, "В этот чат пишут только учителя.")


def test_unknown_role_is_refused() -> None:
    data = CHAT_RIGHTS.model_dump()
    data["chats"]["class"]["write"] = ["headmaster"]
    with pytest.raises(ValueError, match="headmaster"):
        ChatRights.model_validate(data)
