"""Captions are the same whatever stands in their blanks and under their masks, and not otherwise."""

import pytest

from reports.comparing.wording import has_words, same


@pytest.mark.parametrize(
    ("shown", "seen"),
    [
        ("Войти", "Войти"),
        ("Логин", "Логин *"),
        ("Учебный профиль: ‹›", "Учебный профиль: ••••"),
        ("Учебный профиль: ‹ФИО›", "Учебный профиль: Анна В."),
        ("Чат с родителями, ‹›", "Чат с родителями, 5 «А»"),
        ("Отправить SMS через ‹›", "Отправить SMS через 1:53"),
        ("Мужской", "Мужской ▾"),
        ("Номер 112233 занят", "Номер •••• занят"),
    ],
)
def test_same(shown: str, seen: str) -> None:
    assert same(shown, seen)


@pytest.mark.parametrize(
    ("shown", "seen"),
    [
        ("Войти", "войти"),
        ("Войти", "Войти ещё раз"),
        ("‹›", "Что угодно"),
        ("Чат, ‹›", "Чат"),
        ("Пол", "••••"),
    ],
)
def test_not_the_same(shown: str, seen: str) -> None:
    assert not same(shown, seen)


@pytest.mark.parametrize(
    "text", ["‹›, ‹›", "••••", "14.03.1985", "дд.мм.гггг", "Март 1985", "←", "Показать пароль"]
)
def test_what_belongs_to_a_person_or_a_widget_says_nothing(text: str) -> None:
    assert not has_words(text)
