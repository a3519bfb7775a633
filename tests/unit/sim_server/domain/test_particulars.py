"""Real names and birth dates."""

from datetime import date

import pytest

from sim_server.domain.particulars import is_real_birth_date, is_real_name

TODAY = date(2026, 9, 1)


@pytest.mark.parametrize(
    "name", ["Ян", "Анна", "Мамин-Сибиряк", "Анна Мария", "Алёна", "Ёлкина", "Керим оглы", "Петров-водкин"]
)
def test_name_is_real(name: str) -> None:
    assert is_real_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "А",
        "анна",
        "АННА",
        "Anna",
        "Анна2",
        "7",
        "Aнна",
        "Анна-",
        "-Анна",
        "Анна  Мария",
        "Анна!",
        "Анна\n",
        "А-Б",
    ],
)
def test_name_is_not_real(name: str) -> None:
    assert not is_real_name(name)


@pytest.mark.parametrize("born", [date(1900, 1, 1), date(1985, 4, 12), TODAY])
def test_birth_date_is_real(born: date) -> None:
    assert is_real_birth_date(born, TODAY)


@pytest.mark.parametrize("born", [date(1899, 12, 31), date(2026, 9, 2), date(3000, 1, 1)])
def test_birth_date_is_not_real(born: date) -> None:
    assert not is_real_birth_date(born, TODAY)
