"""Labels are found in whatever quotes they stand, whole."""

import pytest

from reports.texts.labels import labels_in


@pytest.mark.parametrize(
    ("sentence", "labels"),
    [
        ("нажмите «Войти»", ["Войти"]),
        ('нажмите "Войти", затем "Далее"', ["Войти", "Далее"]),
        ("вкладка “Чаты” и „Профиль“", ["Чаты", "Профиль"]),
        ("чат «5 «А»» и «6 «Б»»", ["5 «А»", "6 «Б»"]),
        ("«Чат “Наш” класса»", ["Чат “Наш” класса"]),
        ("«не закрыта", []),
        ("пусто «» и «  »", []),
        ("«Войти,» сказано", ["Войти"]),
        ("«две\n строки»", ["две строки"]),
    ],
)
def test_labels_are_found(sentence, labels):
    assert [label.text for label in labels_in(sentence)] == labels


def test_label_knows_where_it_stands():
    (label,) = labels_in("нажмите «Войти» сейчас")
    assert "нажмите «Войти» сейчас"[label.start : label.end] == "«Войти»"


@pytest.mark.parametrize(
    ("written", "mended"),
    [("Bойти", "Войти"), ("VK ID", "VK ID"), ("SMS-код", "SMS-код"), ("Открыть", "Открыть")],
)
def test_latin_look_alikes_become_cyrillic_and_nothing_else(written, mended):
    assert labels_in(f"«{written}»")[0].mended == mended
