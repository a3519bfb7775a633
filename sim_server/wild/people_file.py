"""The file that tells who lives on the second face; it holds passwords, so only its owner may read it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sim_server.domain.people import PersonData
from sim_server.wild.people import WildPerson

OWNER_ONLY = 0o600
HEAD = """\
# Люди второго лица симулятора. Все выдуманы. Файл сделан при запуске; при следующем будут другие люди.
# situations — что о человеке можно сказать в «Дано»; circle — круг: у кого он один, те в одной школе.
# robot_check = true — после его номера VK ID проверит, что вы не робот.
"""


def write_people(path: Path, people: Iterable[WildPerson]) -> None:
    """Write them, in place of what the file said before; raises OSError."""
    lines = [HEAD, *(line for person in people for line in _table(person))]
    path.unlink(missing_ok=True)  # an old one may be open to others
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    with open(descriptor, "w", encoding="utf-8") as file:  # noqa: PTH123 - a descriptor that is open already
        file.write("\n".join(lines) + "\n")


def _table(person: WildPerson) -> Iterator[str]:
    yield "[[people]]"
    for key, value in told_of(person).items():
        if value is not None:
            yield f"{key} = {_toml(value)}"
    yield ""


def told_of(person: WildPerson) -> dict[str, Any]:
    """All that the file says of somebody; what is None is left out."""
    data, accounts = person.data, person.data.journal_accounts
    own = accounts[0]
    return {
        "key": data.key,
        "circle": person.circle,
        "journal": own.journal,
        "role": own.role,
        "situations": person.situations,
        "last_name": data.last_name,
        "first_name": data.first_name,
        "middle_name": data.middle_name,
        "birth_date": data.birth_date,
        "sex": data.sex,
        "phone": data.phone,
        "mailbox": person.mailbox,
        "login": own.login,
        "password": own.password,
        "school": own.school,
        "class_names": own.class_names,
        "subjects": own.subjects,
        "other_login": accounts[1].login if len(accounts) > 1 else None,
        "vk_id": data.vk_id is not None,
        "vk_password": data.vk_id.password if data.vk_id else None,
        "study_profile": data.study_profile is not None,
        "page": data.page is not None,
        "page_name": _page_name(data),
        "page_chats": data.page.chats if data.page else None,
        "remembered": False,
        "robot_check": person.robot_check,
    }


def _page_name(data: PersonData) -> str | None:
    """What VK ID calls somebody who has a page under another name."""
    if data.page is None or data.vk_id is None:
        return None
    names = data.vk_id.last_name, data.vk_id.first_name, data.vk_id.middle_name
    return " ".join(name for name in names if name)


def _toml(value: Any) -> str:
    """A value as TOML writes it; of texts, JSON's quoting is a part of TOML's."""
    if isinstance(value, bool | str | list):
        return json.dumps(value, ensure_ascii=False)
    return str(value)
