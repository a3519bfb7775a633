"""What an author answers about a new scenario, and the sentences that say it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Start:
    """Where a scenario begins: the sentence, and the tag of a power that a stand needs for it."""

    sentence: str
    power: str = ""


# What is there before, and where it begins: the word for an option, and what it says.
BEFORE = {
    "привязан": "мой учебный профиль привязан",
    "профиль": "у меня есть VK ID и учебный профиль",
    "без профиля": "у меня есть VK ID, но нет учебного профиля",
    "без VK ID": "у меня нет VK ID",
}
PHONE = "нужен-телефон"
STARTS = {
    "журнал": Start("вхожу в журнал"),
    "привязка": Start("начинаю привязку"),
    "мессенджер": Start("вхожу в VK Мессенджер", PHONE),
    "кабинет": Start("открываю кабинет VK ID", PHONE),
}


@dataclass(frozen=True)
class Answers:
    """All that is asked. `file` is a name in the folder, `title` and `role` matter for a new one alone.

    `who`, `before` and `start` are empty where a «Предыстория» says it already.
    """

    folder: str
    file: str
    name: str
    severity: str
    who: str
    before: str
    start: str
    press: tuple[str, ...]
    see: str
    title: str = ""
    role: str = ""
