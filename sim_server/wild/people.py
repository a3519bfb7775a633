"""The people of the second face: made before it serves, and told in a file, since nothing is arranged later.

Each journal's people stand in circles: a circle is a school of its own with somebody of every sort, so what one
scenario does, others do not see.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count, islice, product
from typing import Any

from sim_server.domain.people import AccountData, PersonData
from sim_server.journal.site_tables import JournalSite

ROBOT_EVERY = 8  # whose number must prove that it is no robot's
FIRST_PHONE = 71997000000  # +7 199: numbers that belong to nobody
EARLIEST, EARLIEST_PUPIL, SPREAD_DAYS = date(1962, 1, 1), date(2009, 1, 1), 1500
LAST = ("Ветров", "Громов", "Дроздов", "Зимин", "Климов", "Лугов", "Морозов", "Озёров", "Полянов", "Рябинин",
        "Снегов", "Туманов", "Филинов", "Хвойнов", "Черёмухин", "Ясенев", "Березин", "Вишняков", "Грачёв", "Дубов",
        "Ежов", "Жаворонков", "Закатов", "Ивняков", "Калинин", "Лисицын", "Маков", "Ольхин", "Песков", "Речкин",
        "Соловьёв", "Тополев", "Уткин", "Цветков", "Шишкин", "Щеглов", "Юнкеров", "Ягодкин",
        "Журавлёв", "Клёнов", "Колосов", "Мостов", "Орешин", "Ручьёв", "Садовников", "Синицын", "Травин",
        "Ельников")  # fmt: skip
FIRST = {
    "female": ("Алина", "Вера", "Дарья", "Елена", "Зоя", "Ирина", "Ксения", "Лариса", "Нина", "Ольга"),
    "male": ("Артём", "Борис", "Виктор", "Глеб", "Денис", "Егор", "Иван", "Кирилл", "Максим", "Павел"),
}
MIDDLE = {
    "female": ("Андреевна", "Борисовна", "Викторовна", "Денисовна", "Ивановна", "Олеговна", "Павловна"),
    "male": ("Андреевич", "Борисович", "Викторович", "Денисович", "Иванович", "Олегович", "Павлович"),
}
WORDS = ("Vesna", "Leto", "Osen", "Zima")  # passwords begin so
CLASS, SUBJECTS = "5 «А»", ("Биология", "История")
OTHER_CLASS, OTHER_SUBJECTS = "7 «Б»", ("Физика",)
PAGE_NAME = {"last_name": "Комета", "first_name": "Аврора", "middle_name": "Небесная"}  # of every page

# The situation a person is in, by its words in scenarios, and what they have in it.
WITHOUT, WITH_VK_ID, WITH_PROFILE = (
    "нет VK ID",
    "есть VK ID, но нет учебного профиля",
    "есть VK ID и учебный профиль",
)
LINKED, LINKED_ELSEWHERE = "учебный профиль привязан", "учебный профиль привязан к другой учётной записи"
WITH_PAGE, WITH_MAIL = "есть страница ВКонтакте", "к VK ID привязана почта"
NUMBER_TAKEN = "на один номер два человека, VK ID — у одного"
SITUATIONS = (
    WITH_PROFILE,
    WITH_VK_ID,
    WITHOUT,
    LINKED,
    LINKED_ELSEWHERE,
    WITH_PAGE,
    WITH_MAIL,
    NUMBER_TAKEN,
)


@dataclass(frozen=True)
class Sort:
    """What there is to say of a person: the first of `situations` says what they have in VK ID."""

    situations: tuple[str, ...]
    class_names: tuple[str, ...] = (CLASS,)
    subjects: tuple[str, ...] = SUBJECTS

    @property
    def vk_id(self) -> str:
        """What they have in VK ID."""
        return self.situations[0]


def _sort(*situations: str, **elsewhere: tuple[str, ...]) -> Sort:
    return Sort(situations, **elsewhere)


_APART = {"class_names": (OTHER_CLASS,), "subjects": OTHER_SUBJECTS}
SORTS = (  # whoever is of one school and one role
    *[_sort(WITH_PROFILE)] * 2,
    *[_sort(WITH_VK_ID)] * 4,  # who has made a profile is nobody's any more: most scenarios want these
    *[_sort(WITHOUT)] * 3,
    *[_sort(WITH_PROFILE, LINKED)] * 2,
    _sort(WITH_PROFILE, LINKED_ELSEWHERE),
    _sort(WITH_VK_ID, WITH_PAGE),
    _sort(WITH_PROFILE, WITH_PAGE),
    _sort(WITH_VK_ID, WITH_MAIL),
    _sort(WITH_PROFILE, WITH_MAIL),
    _sort(WITHOUT, NUMBER_TAKEN),
    _sort(WITH_VK_ID, NUMBER_TAKEN),  # whose VK ID is on the number of the one before
    _sort(WITH_PROFILE, **_APART),
    _sort(WITH_PROFILE, LINKED, **_APART),
    _sort(WITH_PROFILE, class_names=(CLASS, OTHER_CLASS)),
)


@dataclass(frozen=True)
class WildPerson:
    """A person with all that a scenario has to know of them."""

    data: PersonData
    sort: Sort
    circle: int
    robot_check: bool
    mailbox: str

    @property
    def situations(self) -> list[str]:
        """What may be said of them."""
        return list(self.sort.situations)


@dataclass
class Crowd:
    """Invents people, each with names and logins that nobody else has, and but for one sort with a number too."""

    seed: int
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def invent(self, journal: str, role: str, sort: Sort, circle: int) -> WildPerson:
        """One more person of that sort."""
        number = next(self._numbers)
        drawn = random.Random(f"{self.seed}/{number}")  # noqa: S311 - repeatable by design
        phone = number - 1 if sort == _sort(WITH_VK_ID, NUMBER_TAKEN) else number
        data = PersonData(
            key=f"{journal}-{number}",
            **_names(drawn, role, number),
            phone=f"+{FIRST_PHONE + phone}",
            journal_accounts=_accounts(journal, role, number, f"Школа № {circle}", sort),
            **_in_vk(sort, number, drawn),
        )
        return WildPerson(data, sort, circle, phone % ROBOT_EVERY == 0, _mailbox(number))


def crowd(journals: Sequence[JournalSite], seed: int, each: int) -> list[WildPerson]:
    """For each journal that many circles, each with one of every sort in every role."""
    inventing, circles = Crowd(seed), count(1)
    return [
        inventing.invent(journal.id, role, sort, circle)
        for journal in journals
        for circle in islice(circles, each)
        for role, sort in product(_roles(journal), SORTS)
    ]


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


def _accounts(journal: str, role: str, number: int, school: str, sort: Sort) -> list[AccountData]:
    own = AccountData(
        journal=journal,
        login=f"{role}{number}",
        password=f"{journal}-{number}",
        role=role,
        school=school,
        class_names=list(sort.class_names),
        subjects=list(sort.subjects),
        linked=LINKED in sort.situations,
    )
    second = own.model_copy(update={"login": f"{own.login}.2", "linked": True})
    return [own, second] if LINKED_ELSEWHERE in sort.situations else [own]


def _in_vk(sort: Sort, number: int, drawn: random.Random) -> dict[str, Any]:
    """What the person has at VK ID."""
    if sort.vk_id == WITHOUT:
        return {}
    vk_id: dict[str, Any] = {"password": f"{drawn.choice(WORDS)}-{number:04}!"}
    has: dict[str, Any] = {"vk_id": vk_id}
    if sort.vk_id == WITH_PROFILE:
        has["study_profile"] = {}
    if WITH_MAIL in sort.situations:
        vk_id["email"] = _mailbox(number)
    if WITH_PAGE in sort.situations:
        vk_id |= PAGE_NAME
        has["page"] = {"chats": [f"Дачники {number}"]}
    return has


def _mailbox(number: int) -> str:
    return f"person{number}@pochta.test"
