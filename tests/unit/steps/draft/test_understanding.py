"""What a sentence asks for becomes our steps; what it forbids, tells or leaves open does not."""

import pytest

from steps.draft.context import Context, Print
from steps.draft.understanding import understand


def steps(sentence: str, *printed: Print) -> list[str]:
    return [act.text for act in understand(sentence, Context(printed)).acts]


def unknown(sentence: str) -> list[str]:
    return list(understand(sentence, Context()).unknown)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Нажмите на кнопку «Далее».", ["нажимаю «Далее»"]),
        ('Нажмите "Далее", затем “Готово”.', ["нажимаю «Далее»", "нажимаю «Готово»"]),
        ("Нажмите кнопку Далее и подождите час.", ["нажимаю «Далее»", "проходит час"]),
        ("Перейдите во вкладку «Люди» (рис. 3).", ["нажимаю «Люди»"]),
        ("В окне «Люди» нажмите «Далее».", ["вижу экран «Люди»", "нажимаю «Далее»"]),
        ("Меню → Люди → «Добавить»", ["нажимаю «Меню»", "нажимаю «Люди»", "нажимаю «Добавить»"]),
        ("Откройте https://a.test/b.", ["открываю «https://a.test/b»"]),
        ("Введите телефон в поле «Номер».", ["ввожу свой телефон в поле «Номер»"]),
        ("Введите Ф. И. О. и нажмите «Далее»", ["заполняю анкету своими данными", "нажимаю «Далее»"]),
        ("Подтвердите, нажав на «Далее».", ["нажимаю «Далее»"]),
        ("После нажатия на «Далее» откроется окно «Люди».", ["нажимаю «Далее»", "вижу экран «Люди»"]),
        ("Можно добавить человека по кнопке «Новый».", ["нажимаю «Новый»"]),
        ("Отметьте пункт «Согласен».", ["отмечаю «Согласен»"]),
        ("Появится уведомление «Готово».", ["вижу сообщение «Готово»"]),
        ("Кнопка «Далее» исчезнет.", ["не вижу кнопку «Далее»"]),
        ("Вам позвонят: поступит звонок.", ["на мой телефон поступает звонок"]),
        (
            "Введите код, который придёт в СМС.",
            ["на мой телефон приходит СМС с кодом", "ввожу код из СМС в поле «Введите код»"],
        ),
        ("Обновите страницу.", ["обновляю страницу"]),
    ],
)
def test_sentence_becomes_steps(sentence, expected):
    assert steps(sentence) == expected
    assert unknown(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Не нажимайте «Далее».",
        "Никогда не вводите код дважды.",
        "Вводить код повторно нельзя.",
        "Если кнопка «Далее» не появится, это не ошибка.",
        "Чтобы войти в журнал, нужен пароль.",
        "Учителя любят нажимать «Далее».",
        "Обратите внимание!",
        "Нажимая «Далее», вы соглашаетесь с правилами.",
        "Кнопка «Далее»",
    ],
)
def test_what_is_not_asked_for_becomes_no_step(sentence):
    assert steps(sentence) == []
    assert unknown(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Напойте мелодию.", ["Напойте мелодию"]),
        ("Нажмите на значок в углу.", ["Нажмите на значок в углу"]),
        ("Нажмите «Далее» и спляшите.", ["спляшите"]),
        ("Введите заветное слово.", ["Введите заветное слово"]),
    ],
)
def test_what_is_not_understood_is_told(sentence, words):
    assert unknown(sentence) == words


def test_field_that_the_document_prints_is_taken():
    assert steps("Введите телефон.", Print("Телефон или почта")) == [
        "ввожу свой телефон в поле «Телефон или почта»"
    ]


def test_nameless_thing_is_the_only_one_of_its_kind():
    chats = Print("Чаты", "пиктограмма")
    assert steps("Нажмите на пиктограмму вверху.", chats) == ["нажимаю «Чаты»"]
    assert steps("Нажмите на пиктограмму вверху.", chats, Print("Люди", "пиктограмма")) == []


def test_pronoun_is_the_label_named_last():
    context = Context()
    understand("Найдите кнопку «Далее».", context)
    assert [act.text for act in understand("Нажмите на неё.", context).acts] == ["нажимаю «Далее»"]
