"""What is typed is covered everywhere; a login or a phone tells whose all else is."""

from __future__ import annotations

from datetime import date

from fixtures.residents.reading import Resident
from reports.record.situations import WITH_PROFILE, WITHOUT
from steps.observing.hiding import FEW, Hiding


def person(number: int = 1, situation: str = WITH_PROFILE) -> Resident:
    return Resident(
        key=f"p{number}",
        journal="perm",
        role="teacher",
        situations=(situation,),
        last_name="Ветрова",
        first_name="Анна",
        middle_name="Олеговна",
        birth_date=date(1985, 3, 14),
        sex="female",
        phone=f"+7199000{number:04}",
        login=f"vetrova{number}",
        password=f"secret-{number}",
        vk_password="Vesna-1!",
        school="Лицей на Заречной",
        class_names=("5 «А»",),
    )


def crowd(*first: Resident) -> tuple[Resident, ...]:
    return (*first, *(person(number) for number in range(2, FEW + 3)))


def test_nobody_is_covered_before_it_is_known_who_walks() -> None:
    hiding = Hiding(crowd(person()))

    assert hiding.masks.text("Лицей на Заречной, вас зовут Анна") == "Лицей на Заречной, вас зовут Анна"
    assert hiding.situation == ""


def test_login_tells_who_walks() -> None:
    hiding = Hiding(crowd(person(situation=WITHOUT)))

    hiding.learn("vetrova1")

    assert hiding.situation == WITHOUT
    assert hiding.masks.text("Лицей на Заречной, 5 «А», Анна В., 14.03.1985") == "••••, ••••, •••• В., ••••"


def test_phone_tells_it_however_it_is_written() -> None:
    hiding = Hiding(crowd(person()))

    hiding.learn("+7 199 000 00-01")

    assert hiding.person is not None
    assert hiding.masks.text("код на 1990000001 и +7 (199) 000-00-01") == "код на •••• и ••••"


def test_whatever_was_typed_is_covered_wherever_it_stands() -> None:
    hiding = Hiding()

    hiding.learn("Тайное слово")
    hiding.learn("12")

    assert hiding.masks.text("Вы ввели: Тайное слово, 12 раз") == "Вы ввели: ••••, 12 раз"


def test_what_looks_personal_is_covered_without_any_list() -> None:
    text = Hiding(words=["Школа № 1"]).masks.text

    assert (
        text("Ветрова Анна Олеговна, Школа № 1, код 123456, +7 199 123-45-67") == "••••, ••••, код ••••, ••••"
    )


def test_few_people_are_all_covered_from_the_beginning() -> None:
    assert Hiding([person()]).masks.text("Продолжить как Анна") == "Продолжить как ••••"
