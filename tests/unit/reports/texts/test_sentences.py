"""A source is taken apart into sentences the same way every time, and only words change a fingerprint."""

import pytest

from reports.texts.plain import sentences_of


def texts(source: str) -> list[str]:
    return [sentence.text for sentence in sentences_of(source)]


def fingerprint(sentence: str) -> str:
    return sentences_of(sentence)[0].fingerprint


@pytest.mark.parametrize(
    ("source", "sentences"),
    [
        ("", []),
        (" \n\u00a0\n", []),
        ("Первое. Второе! «Третье»?", ["Первое.", "Второе!", "«Третье»?"]),
        ("Строка\nи её конец.\n\nДругая", ["Строка и её конец.", "Другая"]),
        ("1. Введите код\n2. Нажмите\n«Войти»", ["Введите код", "Нажмите «Войти»"]),
        ("Шаг 6. Если забыли, нажмите. Потом", ["Если забыли, нажмите.", "Потом"]),
        ("Шаг 4", ["Шаг 4"]),
        ("### **Привязка**\nтекст", ["Привязка", "текст"]),
        ("Список:\n- первое\n-  второе >", ["Список:", "первое", "второе >"]),
        ("! Никому не говорите", ["Никому не говорите"]),
        ("Ф. И. О. должны быть настоящими. Да", ["Ф. И. О. должны быть настоящими.", "Да"]),
        ("школы (г. Энск) и сад. Да", ["школы (г. Энск) и сад.", "Да"]),
        ("смотрите [здесь](#) и <https://id.vk.com>", ["смотрите здесь и https://id.vk.com"]),
        ("почта ka***@mail.ru, \\$", ["почта ka***@mail.ru, $"]),
        ("[bookmark: _GoBack]Система", ["Система"]),
        ("Рисунок 5. Окно", ["Окно"]),
        ("Яндекс.Браузер и рис.1", ["Яндекс.Браузер и рис.1"]),
    ],
)
def test_source_is_taken_apart(source, sentences):
    assert texts(source) == sentences


def test_sentences_are_numbered_from_one():
    assert [sentence.number for sentence in sentences_of("Раз. Два.")] == [1, 2]


@pytest.mark.parametrize(
    "other",
    [
        "Нажмите  на\u00a0«Войти» - сейчас.",
        "3. Нажмите на “Войти” – сейчас.",
        "Нажмите на **«Войти»** — сейчас.",
        "Нажмите\nна «**Войти**» — сейчас.",
        "Нажмите на «Войти» — сейчас (рис. 12).",
        "Нажмите на «Войти» — сейчас (рис.3).",
    ],
)
def test_setting_does_not_change_a_fingerprint(other):
    assert fingerprint(other) == fingerprint("Нажмите на «Войти» — сейчас.")


@pytest.mark.parametrize(
    "other",
    [
        "Нажмите на «Вход» — сейчас.",
        "Нажмите на «войти» — сейчас.",
        "Не нажмите на «Войти» — сейчас.",
        "Нажмите на «Войти» — сейчас?",
    ],
)
def test_words_change_a_fingerprint(other):
    assert fingerprint(other) != fingerprint("Нажмите на «Войти» — сейчас.")


def test_fingerprint_is_the_same_tomorrow():
    assert fingerprint("Введите код из СМС") == "0b99f483"
