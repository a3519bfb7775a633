import pytest

from reports.russian import length, plural


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "0 сценариев"),
        (1, "1 сценарий"),
        (2, "2 сценария"),
        (4, "4 сценария"),
        (5, "5 сценариев"),
        (11, "11 сценариев"),
        (12, "12 сценариев"),
        (21, "21 сценарий"),
        (22, "22 сценария"),
        (111, "111 сценариев"),
        (112, "112 сценариев"),
        (121, "121 сценарий"),
        (1004, "1004 сценария"),
    ],
)
def test_noun_agrees_with_its_number(number: int, expected: str) -> None:
    assert plural(number, "сценарий", "сценария", "сценариев") == expected


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [(0.04, "0,0 с"), (9.94, "9,9 с"), (12.4, "12 с"), (59.7, "1 мин 00 с"), (125, "2 мин 05 с")],
)
def test_length_of_time_reads_as_people_say_it(seconds: float, expected: str) -> None:
    assert length(seconds) == expected
