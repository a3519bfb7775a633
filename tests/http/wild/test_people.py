"""The people of the second face: in the situations that their file tells, and in a file for its owner alone."""

from __future__ import annotations

import stat
from collections import Counter, defaultdict
from itertools import groupby
from pathlib import Path
from typing import Any

from sim_server.domain.people import person_by_phone
from sim_server.domain.worlds import find_world
from sim_server.wild.face import WORLD, WildFace
from sim_server.wild.people import LINKED, NUMBER_TAKEN, SITUATIONS, WITH_PROFILE
from sim_server.wild.people_file import write_people

Json = dict[str, Any]


def test_file_is_its_owner_s_alone_even_if_an_older_one_was_not(tmp_path: Path) -> None:
    file = tmp_path / "people.toml"
    file.write_text("старые")
    file.chmod(0o644)
    write_people(file, [])
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "старые" not in file.read_text("utf-8")


def test_every_journal_has_somebody_in_each_situation(people: list[Json]) -> None:
    there: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in people:
        there[one["journal"], one["role"]].update(one["situations"])
    assert {journal for journal, _role in there} == {"perm", "mesh", "mosreg", "diary", "paragraf"}
    assert ("diary", "parent") in there
    for who, situations in there.items():
        assert situations == {*SITUATIONS}, who


def test_nobody_shares_login_or_name_within_a_circle(people: list[Json]) -> None:
    for unique in ("login", "key"):
        assert Counter(one[unique] for one in people).most_common(1)[0][1] == 1, unique
    for _circle, members in groupby(people, lambda one: one["circle"]):
        circle = list(members)
        assert len({one["last_name"] for one in circle}) == len(circle)
        assert len({one["school"] for one in circle}) == 1
        assert sum(LINKED in one["situations"] for one in circle[1:]) >= 1


def test_two_share_a_number_where_that_is_said_of_them_and_one_has_a_vk_id(people: list[Json]) -> None:
    numbers: dict[str, list[Json]] = defaultdict(list)
    for one in people:
        numbers[one["phone"]].append(one)
    for those in numbers.values():
        said = [NUMBER_TAKEN in one["situations"] for one in those]
        assert said in ([False], [True, True])
        assert len(those) == 1 or [one["vk_id"] for one in those] == [False, True]


def test_every_role_of_a_circle_has_somebody_in_another_class(people: list[Json]) -> None:
    classes: dict[tuple[int, str], set[str]] = defaultdict(set)
    for one in people:
        classes[one["circle"], one["role"]].update(one["class_names"])
    assert all(len(those) == 2 for those in classes.values())


def test_what_the_file_says_of_secrets_is_there_if_and_only_if_it_serves(people: list[Json]) -> None:
    for one in people:
        assert ("vk_password" in one) is one["vk_id"]
        assert one["study_profile"] is (WITH_PROFILE in one["situations"])
    assert any(one["robot_check"] for one in people)
    assert not all(one["robot_check"] for one in people)


def test_people_of_the_file_are_in_the_world(face: WildFace, people: list[Json], database: Any) -> None:
    world = find_world(database, WORLD)
    first = people[0]
    found = person_by_phone(world, first["phone"])
    assert found is not None
    assert found.last_name == first["last_name"]
