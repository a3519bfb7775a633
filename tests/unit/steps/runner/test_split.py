"""The split of a whole: everyone gets something, nobody gets the same, and every machine answers alike."""

import random

import pytest

from reports.record.durations import Durations
from steps.runner.split import shard, split

NAMES = [f"features/f{number % 7}.feature /  / Сценарий {number} / " for number in range(200)]
SECONDS = {name: 0.1 + number % 23 for number, name in enumerate(NAMES)}


def loads(parts: dict[str, int], of: int) -> list[float]:
    return [sum(SECONDS[name] for name in parts if parts[name] == number) for number in range(1, of + 1)]


@pytest.mark.parametrize("known", [{}, SECONDS], ids=["nothing known", "durations known"])
def test_every_scenario_has_one_part_and_the_order_does_not_matter(known: dict[str, float]) -> None:
    parts = split(Durations(known), NAMES, 4)
    assert parts.keys() == set(NAMES)
    assert set(parts.values()) == {1, 2, 3, 4}
    shuffled = random.Random(3).sample(NAMES, len(NAMES))  # noqa: S311 - no secret
    assert split(Durations(known), shuffled, 4) == parts


def test_parts_take_equally_long_where_durations_are_known() -> None:
    known = loads(split(Durations(SECONDS), NAMES, 4), 4)
    guessed = loads(split(Durations({}), NAMES, 4), 4)
    assert max(known) - min(known) < 1 < max(guessed) - min(guessed)


def test_nothing_known_gives_equal_numbers() -> None:
    parts = split(Durations({}), NAMES, 3)
    assert sorted(list(parts.values()).count(number) for number in (1, 2, 3)) == [66, 67, 67]


def test_scenario_nobody_has_seen_takes_as_long_as_others_of_its_file() -> None:
    durations = Durations(
        {"a.feature /  / Раз / ": 2.0, "a.feature /  / Два / ": 4.0, "b.feature /  / Три / ": 9.0}
    )
    assert durations.of("a.feature /  / Раз / ") == 2
    assert durations.of("a.feature /  / Новый / ") == 3
    assert durations.of("c.feature /  / Новый / ") == 5
    assert Durations({}).of("c.feature /  / Новый / ") == 1


@pytest.mark.parametrize("text", ["", "0/4", "5/4", "2", "2/4/6", "-1/4", "a/b", "1/0"])
def test_what_is_no_part_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="2/4 — вторая из четырёх"):
        shard(text)
    assert shard("2/4") == (2, 4)
