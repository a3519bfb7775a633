"""A small journal as its simulator tells it, and a walk through it, for tests that change one thing."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from reports.comparing.shown import Shown
from reports.record.clauses import Clause
from reports.record.observation import Observation, SeenCaption, SeenScreen

DAY = "2026-11-20"
LEAD = "Свяжите журнал с профилем"


def screen(
    system: str, name: str, title: str, *captions: tuple[str, str, str], optional: str = ""
) -> dict[str, Any]:
    """A screen: its captions are kind, words and key."""
    told = [
        {
            "kind": "title",
            "text": title,
            "keys": [f"vk_id.wording.{name}.title"] if name else ["labels.title"],
        }
    ]
    told += [
        {"kind": kind, "text": text, "keys": [key] if key else [], "optional": text == optional}
        for kind, text, key in captions
    ]
    return {"system": system, "screen": name, "captions": told}


def shared(name: str) -> tuple[tuple[str, str, str], ...]:
    return ("text", LEAD, "vk_id.lead"), ("button", "Отмена", f"vk_id.wording.{name}.leave")


SCREENS = [
    screen(
        "journal.perm", "", "Сообщения", ("button", "Подключить", "faces.0.places.0.link"), ("text", "‹›", "")
    ),
    screen("vk_id", "phone", "Вход", ("field", "Телефон", "vk_id.wording.phone.phone"), *shared("phone")),
    screen("vk_id", "code", "Код", ("field", "Введите код", "vk_id.wording.code.code"), *shared("code")),
    screen(
        "vk_id",
        "choice",
        "Профиль",
        ("button", "Продолжить как ‹›", "vk_id.wording.choice.button"),
        *shared("choice"),
    ),
    screen(
        "vk_id",
        "consent",
        "Согласие",
        ("button", "Привязать", "vk_id.wording.consent.button"),
        *shared("consent"),
    ),
    screen(
        "journal.perm",
        "",
        "Чаты",
        ("button", "Перейти", "faces.0.places.0.open_messenger"),
        ("text", "‹›", ""),
    ),
]
SHOWN = Shown.read(
    {
        "journal": "perm",
        "name": "ЭПОС",
        "assumed": ["vk_id.wording.code.title", "faces.0.places.0.link", "vk_id.journey.with_profile"],
        "titles": [["vk_id", "Доступ"]],
        "ways": [{"case": "with_profile", "role": "teacher", "screens": SCREENS}],
    }
)
CLAUSES = (
    Clause(id="perm.v1.1", kind="действие", text="Подключить.", where="шаг 1", labels=("Подключить",)),
    Clause(id="perm.v1.2", kind="ожидание", text="Спросят код.", where="шаг 2", labels=("Введите код",)),
)


def told() -> str:
    """What the simulator says, as it says it."""
    return json.dumps(SHOWN.as_json())


def walk() -> list[SeenScreen]:
    """Everything as the simulator has it; what is personal is covered."""
    return [
        SeenScreen(
            one.system,
            one.title.text,
            "",
            tuple(
                SeenCaption(each.kind, each.text.replace("‹›", "••••"))
                for each in one.captions
                if each.kind != "title" and not each.optional
            ),
        )
        for one in SHOWN.ways[0].screens
    ]


def observed(*screens: SeenScreen) -> Observation:
    """An observation of these screens."""
    return Observation(stand="live", place="на живой системе", day=DAY, screens=screens)


def with_words(seen: SeenScreen, old: str, new: str) -> SeenScreen:
    """The screen with a caption that is another; without it, if the new one is empty."""
    kept = [SeenCaption(one.kind, new if one.text == old else one.text) for one in seen.captions]
    return replace(seen, captions=tuple(one for one in kept if one.text))
