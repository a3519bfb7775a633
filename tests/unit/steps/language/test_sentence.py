"""Sentences: what they accept, what they turn it into, what they refuse to be."""

from datetime import timedelta

import pytest

from steps.language.sentence import given, sentence


@pytest.mark.parametrize(
    ("pattern", "text", "values"),
    [
        ("нажимаю «{label:Label}»", "нажимаю «Войти»", {"label": "Войти"}),
        ("нажимаю «{label:Label}»", "нажимаю “Войти”", {"label": "Войти"}),
        ("нажимаю «{label:Label}»", "нажимаю „Войти“", {"label": "Войти"}),
        ("вижу «{label:Label}»", "вижу «Удаление профиля «Сферум»»", {"label": "Удаление профиля «Сферум»"}),
        ("вижу «{label:Label}»", "вижу «Удаление профиля “Сферум”»", {"label": "Удаление профиля «Сферум»"}),
        ("ввожу «{text:Text}» в «{label:Label}»", "ввожу «» в «Имя»", {"text": "", "label": "Имя"}),
        ("вижу {count:Number} чата", "вижу 12 чата", {"count": 12}),
        ("проходит {time:Duration}", "проходит 2 минуты", {"time": timedelta(minutes=2)}),
        ("проходит {time:Duration}", "проходит час", {"time": timedelta(hours=1)}),
        ("проходит {time:Duration}", "проходит 1 час 30 минут", {"time": timedelta(minutes=90)}),
        ("проходит {time:Duration}", "проходит месяц", {"time": timedelta(days=30)}),
        ("проходит {time:Duration}", "проходит 3 дня", {"time": timedelta(days=3)}),
        ("открываю {which:Ordinal} вкладку", "открываю вторую вкладку", {"which": 2}),
        ("открываю {which:Ordinal} вкладку", "открываю третью вкладку", {"which": 3}),
        ("вхожу как {who:Word}", "вхожу как учитель", {"who": "учитель"}),
    ],
)
def test_fits(pattern, text, values):
    assert sentence(pattern).is_matching(text)
    assert sentence(pattern).parse_arguments(text) == values


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("нажимаю «{label:Label}»", "Нажимаю «Войти»"),
        ("нажимаю «{label:Label}»", "нажимаю «Войти» дважды"),
        ("нажимаю «{label:Label}»", "сразу нажимаю «Войти»"),
        ("нажимаю «{label:Label}»", "нажимаю «»"),
        ("нажимаю «{label:Label}»", "нажимаю «Да» и «Нет»"),
        ("нажимаю «{label:Label}»", "нажимаю «а «б «в»»»"),
        ("вижу {count:Number} чата", "вижу два чата"),
        ("проходит {time:Duration}", "проходит 2 попугая"),
    ],
)
def test_does_not_fit(pattern, text):
    assert not sentence(pattern).is_matching(text)
    assert sentence(pattern).parse_arguments(text) is None


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("нажимаю {x}", "нет типа"),
        ("нажимаю {x:d}", "нет типа"),
        ("нажимаю {x:Nothing}", "неизвестный тип"),
        ("нажимаю {x:Label} и {x:Label}", "дважды"),
        ("нажимаю {request:Label}", "занято"),
    ],
)
def test_is_refused_where_it_is_written(pattern, words):
    with pytest.raises(ValueError, match=words):
        sentence(pattern)


def test_plain_string_is_no_sentence():
    with pytest.raises(TypeError, match="sentence"):
        given("нажимаю")


def test_function_must_take_every_place():
    with pytest.raises(TypeError, match="не принимает label"):

        @given(sentence("нажимаю «{label:Label}» впустую"))
        def press():
            pass
