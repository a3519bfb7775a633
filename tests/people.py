"""The people of these tests, one for each situation of the instruction. All of them are invented."""

from __future__ import annotations

from datetime import date
from typing import Any

Json = dict[str, Any]


def _teacher(
    key: str, name: str, birth_date: str, sex: str, phone: str, class_names: list[str], **more: Any
) -> Json:
    last_name, first_name, middle_name = name.split()
    account = {
        "journal": "perm",
        "login": key,
        "password": f"journal-{key}",
        "school": "Школа № 12",
        "class_names": class_names,
        "linked": more.pop("linked", False),
    }
    return {
        "key": key,
        "last_name": last_name,
        "first_name": first_name,
        "middle_name": middle_name,
        "birth_date": birth_date,
        "sex": sex,
        "phone": phone,
        "journal_accounts": [account],
        **more,
    }


PASSWORD = "Vesna-2026!"

ANNA = _teacher(  # variant 1: VK ID and study profile
    "anna", "Соколова Анна Викторовна", "1984-03-12", "female", "+71991111111", ["5 «А»"],
    vk_id={"password": PASSWORD}, study_profile={},
)  # fmt: skip
IGOR = _teacher(  # variant 2: VK ID, no study profile
    "igor", "Мальцев Игорь Петрович", "1979-11-02", "male", "+71992222222", ["7 «Б»"],
    vk_id={"password": PASSWORD},
)  # fmt: skip
OLGA = _teacher(  # variant 3: no VK ID
    "olga", "Зайцева Ольга Сергеевна", "1991-06-25", "female", "+71993333333", ["6 «В»"]
)  # fmt: skip
PAVEL = _teacher(  # linked already
    "pavel", "Кузнецов Павел Андреевич", "1975-01-30", "male", "+71994444444", ["5 «А»"],
    vk_id={"password": PASSWORD}, study_profile={}, linked=True,
)  # fmt: skip
EVERYBODY = [ANNA, IGOR, OLGA, PAVEL]


def full_name(person: Json) -> str:
    """Фамилия Имя Отчество."""
    return f"{person['last_name']} {person['first_name']} {person['middle_name']}"


def with_account(person: Json, **differing: Any) -> Json:
    """The person with an account of the journal that differs in this."""
    return {**person, "journal_accounts": [{**person["journal_accounts"][0], **differing}]}


def particulars(person: Json, **differing: str) -> dict[str, str]:
    """What the person types into a form that asks for personal data."""
    names = ("last_name", "first_name", "middle_name", "birth_date", "sex")
    return {name: person[name] for name in names} | differing


def kept_of(person: Json) -> dict[str, Any]:
    """The same as VK ID keeps it."""
    return {**particulars(person), "birth_date": date.fromisoformat(person["birth_date"])}
