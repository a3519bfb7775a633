"""Addresses, their masks, and codes that travel by letter."""

import pytest

from sim_server.domain.codes import Channel, CodeWrong, ResendTooEarly, check_code, send_code
from sim_server.domain.deliveries import messages_of
from sim_server.domain.emails import EmailMalformed, masked_email, parse_email
from sim_server.domain.worlds import World

KARINA = "karina@pochta.test"


@pytest.mark.parametrize(
    ("address", "masked"),
    [
        (KARINA, "ka***@pochta.test"),
        ("ab@pochta.test", "a***@pochta.test"),
        ("a@pochta.test", "***@pochta.test"),
    ],
)
def test_mask_leaves_two_letters_at_most_and_never_the_whole_name(address: str, masked: str) -> None:
    assert masked_email(address) == masked


def test_address_is_read_without_its_capitals_and_spaces() -> None:
    assert parse_email(" Karina@Pochta.test ") == KARINA


@pytest.mark.parametrize(
    "text", ["", "karina", "karina@", "@pochta.test", "ka rina@pochta.test", "karina@pochta"]
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(EmailMalformed):
        parse_email(text)


def test_code_reaches_the_mailbox_and_proves_it(world: World) -> None:
    send_code(world, "recovery", KARINA, Channel.LETTER)
    (letter,) = messages_of(world, KARINA)
    code = next(word for word in letter.text.split() if word.isdigit())
    with pytest.raises(CodeWrong):
        check_code(world, "recovery", KARINA, code[:-1] + str((int(code[-1]) + 1) % 10))
    check_code(world, "recovery", KARINA, code)
    assert messages_of(world, "somebody@pochta.test") == []


def test_another_letter_waits_five_minutes(world: World) -> None:
    send_code(world, "recovery", KARINA, Channel.LETTER)
    with pytest.raises(ResendTooEarly) as early:
        send_code(world, "recovery", KARINA, Channel.LETTER)
    assert early.value.args[0] == 300
