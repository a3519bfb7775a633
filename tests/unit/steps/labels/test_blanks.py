"""A caption reads the same for every seed: what differs from world to world is a blank in it."""

import pytest
from faker.providers.person.ru_RU import Provider as Names

from steps.labels.blanks import blanked, first_names, fitting

CAPTIONS = {
    "Учебный профиль: Бобылев Семен Тимурович": "Учебный профиль: ‹ФИО›",
    "Римская-Корсакова Анна-Мария Фёдоровна, 26.11.2026 20:07": "‹ФИО›, ‹дата› ‹время›",
    "Мария В.: ждём код": "‹имя›: ждём код",
    "SMS с кодом отправлено на телефон +7 199 319-93-86": "SMS с кодом отправлено на телефон ‹телефон›",
    "Семен Б., +7 199 ***-**-86": "‹имя›, ‹телефон›",
    "Мы отправили код на почту bo***@pochta.test": "Мы отправили код на почту ‹почта›",
    "напишите на info@sferum.ru": "напишите на info@sferum.ru",
    "логин bobylev.me": "логин ‹логин›",
    "логин bobylev.second_parent.2": "логин ‹логин›",
    "Отправить SMS через 1:59": "Отправить SMS через ‹время›",
    "id аккаунта: 17": "id аккаунта: ‹число›",
    "3": "‹число›",
    "Школа № 12, 5 «А»": "Школа № 12, 5 «А»",
    "Электронная Пермская Образовательная система": "Электронная Пермская Образовательная система",
    "Минимум 8 символов": "Минимум 8 символов",
}


@pytest.mark.parametrize(("caption", "written"), list(CAPTIONS.items()))
def test_what_a_world_brings_is_a_blank(caption: str, written: str) -> None:
    assert blanked(caption) == written
    assert blanked(written) == written


def test_first_name_is_known_by_the_full_one() -> None:
    names = first_names(["Бобылев Семен Тимурович", "Рабочий стол"])
    assert blanked("Продолжить как Семен", names) == "Продолжить как ‹имя›"
    assert blanked("Продолжить как Семен") == "Продолжить как Семен"


def test_blank_fits_anything_and_the_rest_only_itself() -> None:
    fits = fitting("Продолжить как ‹имя›")
    assert fits.fullmatch("Продолжить как Ольга")
    assert not fits.fullmatch("Продолжить как ")
    assert not fits.fullmatch("Войти как Ольга")


def test_every_invented_person_is_a_blank() -> None:
    names = [f"Ильина Анна {each}" for each in Names.middle_names_female]
    names += [f"Ильин Иван {each}" for each in Names.middle_names_male]
    names += [f"{each} Анна Ивановна" for each in (*Names.last_names_female, *Names.last_names_male)]
    names += [f"Ильин {each} Иванович" for each in (*Names.first_names_male, *Names.first_names_female)]
    assert {blanked(f"Учебный профиль: {each}") for each in names} == {"Учебный профиль: ‹ФИО›"}
