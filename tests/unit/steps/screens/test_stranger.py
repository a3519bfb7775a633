"""A caption that was changed is known by this: nobody has promised the one that stands there now."""

import pytest

from steps.screens.stranger import probably_meant

WINDOW = "Партнеры — Московская электронная школа"


@pytest.mark.parametrize(
    ("expected", "kind", "present", "nearest"),
    [
        ("Подключить", "button", ["Выйти", "Связать", "Партнеры"], "Связать"),
        ("Подключить", "button", ["Отключить", "Связать"], "Связать"),
        ("Подключить", "button", ["Московская электронная школа", "Связать"], "Связать"),
        ("Логин", "field", ["Пароль", "Имя пользователя"], "Имя пользователя"),
        ("Подключить", "button", ["Связать", "Справочник"], None),
        ("Подключить", "button", ["Связать", "Подсоединить"], "Подсоединить"),
        ("Подключить", "button", ["Отключить", "Выйти"], None),
        ("Ввойти", "button", ["Выйти", "Войти", "Связать"], "Войти"),
        ("Выйти", "button", ["Войти"], None),
        ("Подключить", "button", ["Выйти", "Партнеры"], None),
        ("Подключить", "text", ["Связать"], None),
        ("Подключить", "text", ["Подключите"], "Подключите"),
        ("Подключить", "button", [], None),
    ],
)
def test_the_only_caption_that_nobody_names_is_the_one(
    expected: str, kind: str, present: list[str], nearest: str | None
) -> None:
    assert probably_meant(expected, kind, present, WINDOW) == nearest


@pytest.mark.parametrize(
    "named",
    ["Подключить", "Перейти к подключению", "Телефон или почта", "Удалить VK ID", "Продолжить как Анна"],
)
def test_caption_named_by_a_scenario_a_table_or_a_whole_way_is_no_stranger(named: str) -> None:
    assert probably_meant("Привязать профиль", "button", [named, "Связать"], WINDOW) == "Связать"
