"""A stand's file as it is written, each key with its meaning beside it, and the beginning of a file of its people."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

from fixtures.journals import read_journals
from fixtures.residents.reading import TO_BE_FILLED
from fixtures.stand import Stand
from reports.record.knowledge import FRESH_DAYS
from reports.record.situations import WITH_PROFILE
from reports.record.tables import as_tables
from steps.scaffold.stand.wanted import StandWanted

OWNER_ONLY = 0o600
EMPTY = (  # tables that are filled by and by
    "[screens]    # как экраны называются здесь, если не так, как в сценариях",
    '# "Вход в VK ID" = "Вход"',
    "",
    "[detours]    # что здесь встаёт на пути, хотя инструкция о том молчит, и что тогда нажимают",
    '# "Что нового" = "Понятно"',
    "",
    "[asks]       # по каким словам на странице видно, что нужен человек: robot — не робот ли, confirm — подтвердить",
    '"Подтвердите, что вы не робот" = "robot"',
)


def stand_text(wanted: StandWanted) -> str:
    """Return the stand's file; raises TableUnsound if it would not be one."""
    lines = [
        f"# Стенд «{wanted.name}». Какие ключи есть у стенда, сказано в docs/stands.md.",
        *(_line(*told) for told in _keys(wanted)),
        "",
        "[sites]",
        *(f"{name} = {_value(address)}" for name, address in wanted.sites.items()),
        "",
        *EMPTY,
    ]
    text = "\n".join(lines) + "\n"
    as_tables(tomllib.loads(text), Stand, f"{wanted.name}.toml")
    return text


def _keys(wanted: StandWanted) -> Iterator[tuple[str, object, str]]:
    """Yield each key, its value, and what it means."""
    own = wanted.own_certificate
    yield "name", wanted.name, ""
    yield "title", wanted.title, ""
    yield "place", wanted.place, "так о нём говорит отчёт: «подтверждён …»"
    yield "simulator", False, ""
    yield "live", wanted.live, "настоящая ли это система"
    if wanted.owner:
        yield "owner", wanted.owner, "чья она и кто разрешил на ней пробовать"
    if wanted.live:
        linking = ["link", "unlink"] if wanted.linking else []
        yield "allows", linking, "что позволено сверх того, что не оставляет следов"
    yield "network", wanted.network, "разрешено ли прогону ходить к его адресам"
    yield "ignore_certificate_errors", own, "true — только если сертификат сделан для проверки"
    yield "powers", wanted.powers, "что здесь видит программа: phone — СМС и звонки, mailbox — письма"
    yield "people", "file", "людей берут из файла, который называет SVYAZKA_PEOPLE"
    yield (
        "masks",
        ["names"] if wanted.live else [],
        "что ещё скрыть на снимках; телефоны, коды и пароли скрыты всегда",
    )
    yield "eyes", "tolerant", "искать на экране так, как нашёл бы человек"
    yield "fresh_days", FRESH_DAYS, "через столько дней отчёт скажет «давно не проверяли»"
    yield "also", list(wanted.also), "какие ещё серверы нужны страницам; их называет doctor --stand"


def people_text(wanted: StandWanted) -> str:
    """Return the beginning of a file of people: one of each role that the journals have, all still to be filled in."""
    journals = read_journals()
    people = [
        _person(journal, role, number)
        for journal in wanted.journals
        for number, role in enumerate(sorted(set(journals[journal].people.values())), 1)
    ]
    head = (
        "# Люди стенда: кем можно входить и что о ком известно. Читать этот файл может только владелец.\n"
        "# Что значат ключи: docs/stands.md, «Люди стенда». Впишите настоящее, ненужных уберите.\n"
        "# Пароль лучше не писать, а назвать переменную окружения, где он. «$ИМЯ» — значит, перед прогоном\n"
        "# в том же терминале: export ИМЯ='пароль' (в Windows: set ИМЯ=пароль). Можно написать и сам пароль.\n"
    )
    return head + "".join(people)


def write_people(path: Path, text: str) -> bool:
    """Write the file so that its owner alone can read it, unless there is one already; say whether it was written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        path.touch(OWNER_ONLY, exist_ok=False)
    except FileExistsError:
        return False
    path.write_text(text, encoding="utf-8")
    return True


def _person(journal: str, role: str, number: int) -> str:
    key = f"{journal}_{role}"
    told = {
        "key": key,
        "journal": journal,
        "role": role,
        "situations": [WITH_PROFILE],
        **dict(zip(("last_name", "first_name", "middle_name"), TO_BE_FILLED, strict=True)),
        "sex": "female",
        "phone": f"+7 199 000-00-{number:02d}",
        "login": f"${key.upper()}_LOGIN",
        "password": f"${key.upper()}_PASSWORD",
        "vk_password": f"${key.upper()}_VK",
        "school": "Школа № 1",
        "class_names": ["5 «А»"],
    }
    lines = [f"{name} = {_value(value)}" for name, value in told.items()]
    lines.insert(7, "birth_date = 1980-01-02")
    return "\n".join(["", "[[people]]", *lines, ""])


def _line(key: str, value: object, meaning: str) -> str:
    said = f"{key} = {_value(value)}"
    return f"{said:<35} # {meaning}" if meaning else said


def _value(value: object) -> str:
    """TOML writes these as JSON does."""
    return json.dumps(value, ensure_ascii=False)
