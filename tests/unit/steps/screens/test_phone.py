"""Codes chosen by their order: of what has come, whether read or not, and what of it is still to be used."""

import pytest

from fixtures.sight.mismatch import Mismatch
from steps.screens.out_of_turn import StepOutOfTurn
from steps.screens.phone import SMS, Phone, spaced


class Paper(Phone):
    """A phone whose messages are given, the newest first."""

    def __init__(self, *messages: str) -> None:
        """Know what has come."""
        self.messages = list(messages)
        self.read = 0
        self.in_hand = None

    def _look(self) -> list[str]:
        return self.messages


FIRST, SECOND, CALL = "СМС Код 111111", "СМС Код 222222", "Пропущенный звонок +7 199 123-33-33"


@pytest.mark.parametrize(("which", "code"), [(1, "111111"), (2, "222222"), (-1, "222222"), (-2, "111111")])
def test_code_is_that_of_the_message_counted_from_either_end(which: int, code: str) -> None:
    assert Paper(SECOND, CALL, FIRST).code_by_order(SMS, which) == code


@pytest.mark.parametrize("which", [3, -3])
def test_what_has_not_come_cannot_be_chosen(which: int) -> None:
    with pytest.raises(StepOutOfTurn, match="столько кодов: 2"):
        Paper(SECOND, FIRST).code_by_order(SMS, which)


def test_the_newest_is_still_to_be_used_after_an_earlier_one() -> None:
    phone = Paper(SECOND, FIRST)
    assert phone.code_by_order(SMS, 1) == "111111"
    assert phone.code(SMS) == "222222"


def test_the_newest_is_used_once_it_was_chosen() -> None:
    phone = Paper(SECOND, FIRST)
    assert phone.code_by_order(SMS, -1) == "222222"
    phone.expect_nothing()
    with pytest.raises(Mismatch, match="не пришло ничего нового"):
        phone.code(SMS)


def test_code_is_spaced_in_two_halves() -> None:
    assert spaced("123456") == "123 456"
