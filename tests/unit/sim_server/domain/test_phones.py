"""Numbers as people type and read them."""

import pytest

from sim_server.domain.phones import (
    PhoneMalformed,
    masked_phone,
    parse_phone,
    printed_phone,
)

NUMBER = "+71991111111"


@pytest.mark.parametrize(
    "typed",
    [
        "+71991111111",
        "+7 199 111-11-11",
        "+7 (199) 111-11-11",
        "+7-199-111-11-11",
        "8 199 111-11-11",
        "81991111111",
        "8(199)1111111",
        "71991111111",
        "7 199 111 11 11",
        "1991111111",
        "199 111-11-11",
        "  +7 199 1111111  ",
        "+7\u00a0199\u00a0111\u00a011\u00a011",
        "+7 199 111–11–11",
    ],
)
def test_number_may_be_typed_in_many_ways(typed: str) -> None:
    assert parse_phone(typed) == NUMBER


@pytest.mark.parametrize(
    ("typed", "number"), [("89161234567", "+79161234567"), ("79161234567", "+79161234567")]
)
def test_real_operators_numbers_are_read_the_same_way(typed: str, number: str) -> None:
    assert parse_phone(typed) == number


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "+7",
        "12",
        "199111111",
        "+7 199 111-11-1",
        "+7 199 111-11-111",
        "телефон",
        "+1 212 555 0100",
        "++",
    ],
)
def test_what_is_no_russian_number_is_malformed(typed: str) -> None:
    with pytest.raises(PhoneMalformed):
        parse_phone(typed)


def test_number_is_printed_as_the_instructions_print_it() -> None:
    assert printed_phone(NUMBER) == "+7 199 111-11-11"


def test_printed_number_can_be_typed_back() -> None:
    assert parse_phone(printed_phone(NUMBER)) == NUMBER


def test_masked_number_keeps_what_its_owner_knows_it_by() -> None:
    assert masked_phone("+71992345678") == "+7 199 ***-**-78"
