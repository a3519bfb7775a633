"""Bold words are captions where they are what a screen has, and only stressed where they are not."""

import pytest

from reports.texts.bold import captions_of, with_quotes


@pytest.mark.parametrize(
    ("text", "bold", "quoted"),
    [
        ("Откройте Чаты.", ["Чаты"], "Откройте «Чаты»."),
        ("Нажмите Далее. ", ["Далее."], "Нажмите «Далее». "),
        ("Меню → Люди", ["Меню", "Люди"], "«Меню» → «Люди»"),
        ("Нажмите «Чаты» и Люди", ["Люди"], "Нажмите «Чаты» и Люди"),
        ("Нажмите Люди", ["Нажмите", "Люди"], "Нажмите «Люди»"),
        ("Нажать Люди", ["Нажать", "Люди"], "Нажать «Люди»"),
        ("Люди", ["Люди"], "Люди"),
        ("Войдите в VK ID", ["VK ID"], "Войдите в VK ID"),
        ("Подождите две минуты", ["две минуты"], "Подождите две минуты"),
    ],
)
def test_captions_are_quoted_and_what_is_stressed_is_not(text, bold, quoted):
    assert with_quotes(text, bold) == quoted


def test_each_sentence_has_its_own_captions_in_order():
    parts = ["Откройте Чаты.", "Чаты пусты.", "Нажмите Люди."]
    assert list(captions_of(parts, ["Чаты", "Чаты. Нет", "Люди"])) == [("Чаты",), (), ("Люди",)]
