"""Phone numbers as people type and read them."""

from __future__ import annotations

import phonenumbers

REGION = "RU"
COUNTRY_CODE = 7
NATIONAL_DIGITS = 10


class PhoneMalformed(ValueError):
    """What was typed is no Russian phone number."""


def parse_phone(text: str) -> str:
    """The number in E.164 (`+71991111111`), from any usual way of writing it; raises PhoneMalformed.

    Only the length and the country are judged: +7 199 numbers belong to nobody, and the simulator's
    people have just such numbers.
    """
    try:
        number = phonenumbers.parse(_with_plus(text), REGION)
    except phonenumbers.NumberParseException as error:
        raise PhoneMalformed from error
    digits = str(number.national_number)
    if number.country_code != COUNTRY_CODE or len(digits) != NATIONAL_DIGITS:
        raise PhoneMalformed
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _with_plus(text: str) -> str:
    """The country code's plus, where only it is left out: the library misses that with +7 199 numbers."""
    digits = sum(char.isdigit() for char in text)
    bare = text.strip()
    return f"+{bare}" if bare.startswith(str(COUNTRY_CODE)) and digits == NATIONAL_DIGITS + 1 else text


def printed_phone(phone: str) -> str:
    """The number as the instructions print it: +7 199 111-11-11."""
    return f"{phone[:2]} {phone[2:5]} {phone[5:8]}-{phone[8:10]}-{phone[10:]}"


def masked_phone(phone: str) -> str:
    """The number as a screen shows it to somebody who has not proven everything yet: +7 199 ***-**-11."""
    return f"{phone[:2]} {phone[2:5]} ***-**-{phone[10:]}"
