"""The people of the second face: made before it serves, and told in a file, since nothing is arranged later.

Each journal's people stand in circles: a circle is a school of its own, so what one scenario does, others do not see.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count, product
from typing import Any

from sim_server.domain.people import AccountData, PersonData
from sim_server.journal.site_tables import JournalSite

ROBOT_EVERY = 8  # whose number must prove that it is no robot's
FIRST_PHONE = 71997000000  # +7 199: numbers that belong to nobody
EARLIEST, EARLIEST_PUPIL, SPREAD_DAYS = date(1962, 1, 1), date(2009, 1, 1), 1500
LAST = ("Ветров", "Громов", "Дроздов", "Зимин", "Климов", "Лугов", "Морозов", "Озёров", "Полянов", "Рябинин",
        "Снегов", "Туманов", "Филинов", "Хвойнов", "Черёмухин", "Ясенев")  # fmt: skip
FIRST = {
    "female": ("Алина", "Вера", "Дарья", "Елена", "Зоя", "Ирина", "Ксения", "Лариса", "Нина", "Ольга"),
    "male": ("Артём", "Борис", "Виктор", "Глеб", "Денис", "Егор", "Иван", "Кирилл", "Максим", "Павел"),
}
MIDDLE = {
    "female": ("Андреевна", "Борисовна", "Викторовна", "Денисовна", "Ивановна", "Олеговна", "Павловна"),
    "male": ("Андреевич", "Борисович", "Викторович", "Денисович", "Иванович", "Олегович", "Павлович"),
}
SUBJECTS = ("Биология", "История")
CLASS_NAME = "5 «А»"
WORDS = ("Vesna", "Leto", "Osen", "Zima")  # passwords begin so

# The situation a person is in, by its words in scenarios, and what they have in it.
WITHOUT, WITH_VK_ID, WITH_PROFILE = (
    "нет VK ID",
    "есть VK ID, но нет учебного профиля",
    "есть VK ID и учебный профиль",
)
LINKED, LINKED_ELSEWHERE = "учебный профиль привязан", "учебный профиль привязан к другой учётной записи"
WITH_PAGE = "есть страница ВКонтакте"
COMPANIONS = (WITH_PROFILE, LINKED)  # who else of each role is in a circle
SITUATIONS = (WITH_PROFILE, WITH_VK_ID, WITHOUT, LINKED, LINKED_ELSEWHERE, WITH_PAGE)


@dataclass(frozen=True)
class WildPerson:
    """A person with all that a scenario has to know of them."""

    data: PersonData
    situation: str
    circle: int
    robot_check: bool
    mailbox: str

    @property
    def situations(self) -> list[str]:
        """What may be said of them; whoever has a study profile has a VK ID."""
        profiled = self.data.study_profile is not None
        said = [WITH_PROFILE if profiled else WITH_VK_ID if self.data.vk_id else WITHOUT]
        return said if self.situation in said else [*said, self.situation]


@dataclass
class Crowd:
    """Invents people, each with names, a number and logins that nobody else has."""

    seed: int
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def invent(self, journal: str, role: str, situation: str, circle: int) -> WildPerson:
        """One more person in that situation."""
        number = next(self._numbers)
        drawn = random.Random(f"{self.seed}/{number}")  # noqa: S311 - repeatable by design
        account = _account(journal, role, number, f"Школа № {circle}", situation)
        data = PersonData(
            key=f"{journal}-{number}",
            **_names(drawn, role, number),
            phone=f"+{FIRST_PHONE + number}",
            journal_accounts=account,
            **_in_vk(situation, number, drawn),
        )
        return WildPerson(data, situation, circle, number % ROBOT_EVERY == 0, _mailbox(number))


def crowd(journals: Sequence[JournalSite], seed: int, each: int) -> list[WildPerson]:
    """For each journal, role and situation that many circles: whom it is about, and somebody of the same school."""
    inventing, people = Crowd(seed), list[WildPerson]()
    for circle, (journal, role, situation) in enumerate(_circles(journals, each), start=1):
        wanted = [(role, situation), *product(_roles(journal), COMPANIONS)]
        people += [inventing.invent(journal.id, *one, circle) for one in wanted]
    return people


def _circles(journals: Sequence[JournalSite], each: int) -> Iterator[tuple[JournalSite, str, str]]:
    for journal in journals:
        for role, situation in product(_roles(journal), SITUATIONS):
            yield from [(journal, role, situation)] * each


def _roles(journal: JournalSite) -> list[str]:
    """Who can have something linked there."""
    return sorted({role for rule in journal.chat_rules for role in rule.roles})


def _names(drawn: random.Random, role: str, number: int) -> dict[str, Any]:
    sex = drawn.choice(("female", "male"))
    earliest = EARLIEST_PUPIL if role == "pupil" else EARLIEST
    return {
        "last_name": LAST[number % len(LAST)] + ("а" if sex == "female" else ""),
        "first_name": drawn.choice(FIRST[sex]),
        "middle_name": drawn.choice(MIDDLE[sex]),
        "birth_date": earliest + timedelta(days=drawn.randrange(SPREAD_DAYS)),
        "sex": sex,
    }


def _account(journal: str, role: str, number: int, school: str, situation: str) -> list[AccountData]:
    own = AccountData(
        journal=journal,
        login=f"{role}{number}",
        password=f"{journal}-{number}",
        role=role,
        school=school,
        class_names=[CLASS_NAME],
        subjects=list(SUBJECTS),
        linked=situation == LINKED,
    )
    second = own.model_copy(update={"login": f"{own.login}.2", "linked": True})
    return [own, second] if situation == LINKED_ELSEWHERE else [own]


def _in_vk(situation: str, number: int, drawn: random.Random) -> dict[str, Any]:
    """What the person has at VK ID."""
    if situation == WITHOUT:
        return {}
    password = f"{drawn.choice(WORDS)}-{number:04}!"
    has: dict[str, Any] = {"vk_id": {"password": password, "email": _mailbox(number)}}
    if situation in (WITH_PROFILE, LINKED, LINKED_ELSEWHERE):
        has["study_profile"] = {}
    if situation == WITH_PAGE:
        has["page"] = {"chats": [f"Дачники {number}"]}
    return has


def _mailbox(number: int) -> str:
    return f"person{number}@pochta.test"
