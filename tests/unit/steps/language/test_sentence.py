"""Sentences: what they accept, what they turn it into, what they refuse to be."""

from datetime import date, timedelta

import pytest

from steps.language.parts import Part
from steps.language.sentence import given, in_words, sentence, spelled_out
from steps.language.spelling import blur


@pytest.mark.parametrize(
    ("pattern", "text", "values"),
    [
        ("нажимаю «{label:Label}»", "нажимаю «Войти»", {"label": "Войти"}),
        ("нажимаю «{label:Label}»", "нажимаю “Войти”", {"label": "Войти"}),
        (
            "нажимаю «{label:Label}» {part:Part}",
            "нажимаю «Да» в строке «5 «А»»",
            {"label": "Да", "part": Part("в строке", "5 «А»")},
        ),
        ("код из {which:Which} СМС", "код из предпоследнего СМС", {"which": -2}),
        ("дата «{day:Date}»", "дата «1.02.1980»", {"day": date(1980, 2, 1)}),
        ("нажимаю «{label:Label}»", "нажимаю „Войти“", {"label": "Войти"}),
        ("вижу «{label:Label}»", "вижу «Удаление профиля «Сферум»»", {"label": "Удаление профиля «Сферум»"}),
        ("вижу «{label:Label}»", "вижу «Удаление профиля “Сферум”»", {"label": "Удаление профиля “Сферум”"}),
        ("вижу «{label:Label}»", "вижу “Удаление профиля «Сферум»”", {"label": "Удаление профиля «Сферум»"}),
        (
            "вижу «{label:Label}»",
            "вижу «Чат «Кружок «Юный „химик“»»»",
            {"label": "Чат «Кружок «Юный „химик“»»"},
        ),
        ("нажимаю «{label:Label}»", "нажимаю «а «б «в»»»", {"label": "а «б «в»»"}),
        ("ввожу «{text:Text}» в «{label:Label}»", "ввожу «» в «Имя»", {"text": "", "label": "Имя"}),
        ("вижу {count:Number} чата", "вижу 12 чата", {"count": 12}),
        ("{count:Times} подряд", "1 раз подряд", {"count": 1}),
        ("{count:Times} подряд", "3 раза подряд", {"count": 3}),
        ("проходит {time:Duration}", "проходит 2 минуты", {"time": timedelta(minutes=2)}),
        ("проходит {time:Duration}", "проходит час", {"time": timedelta(hours=1)}),
        ("проходит {time:Duration}", "проходит 1 час 30 минут", {"time": timedelta(minutes=90)}),
        ("проходит {time:Duration}", "проходит месяц", {"time": timedelta(days=30)}),
        ("проходит {time:Duration}", "проходит 3 дня", {"time": timedelta(days=3)}),
        ("открываю {which:Ordinal} вкладку", "открываю вторую вкладку", {"which": 2}),
        ("открываю {which:Ordinal} вкладку", "открываю третью вкладку", {"which": 3}),
        ("вхожу как {who:Word}", "вхожу как учитель", {"who": "учитель"}),
        ("{who:Who} — «{text:Text}»", "второй родитель — «»", {"who": "second_parent", "text": ""}),
        ("{who:Who} — «{text:Text}»", "я — «»", {"who": "me", "text": ""}),
        ("{whose:Owner} нет VK ID", "у меня нет VK ID", {"whose": "me"}),
        ("ввожу фамилию {whose:Whose}", "ввожу фамилию ребёнка", {"whose": "child"}),
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
        ("нажимаю «{label:Label}»", "нажимаю «а «б»"),
        ("нажимаю «{label:Label}»", "нажимаю «а» б»"),
        ("вижу {count:Number} чата", "вижу два чата"),
        ("проходит {time:Duration}", "проходит 2 попугая"),
        ("{whose:Owner} нет VK ID", "у коллега нет VK ID"),
        ("ввожу фамилию {whose:Whose}", "ввожу фамилию меня"),
        ("{who:Who} садится", "соседка садится"),
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


@pytest.mark.parametrize(
    ("text", "nearly"),
    [("у  Ребенка нет VK ID", True), ("у нас с вами нет VK ID", False)],
)
def test_person_written_nearly_so_is_nearly_the_sentence_and_any_other_word_is_not(text: str, nearly: bool):
    assert sentence("{whose:Owner} нет VK ID").nearly_matches(text, blur) == nearly


def test_pattern_is_spelled_out_with_everyone_it_accepts():
    spellings = spelled_out("{who:Who} берёт «{label:Label}» {whose:Whose}")
    assert "коллега берёт «{label:Label}» второго родителя" in spellings
    assert len(spellings) == 20


@pytest.mark.parametrize(
    ("pattern", "shown"),
    [
        ("нажимаю «{label:Label}»", "нажимаю «надпись»"),
        ("{times:Times} подряд ввожу неверный код", "3 раза подряд ввожу неверный код"),
        ("возвращаюсь на {tab:Ordinal=вторую} вкладку", "возвращаюсь на вторую вкладку"),
        ("{whose:Owner} нет VK ID", "у меня нет VK ID"),
        ("чужой {шаблон}", "чужой {шаблон}"),
    ],
)
def test_reader_sees_words_where_the_pattern_has_types(pattern: str, shown: str):
    assert in_words(pattern) == shown


@pytest.mark.parametrize(
    ("pattern", "text", "why"),
    [
        ("мой телефон — «{phone:Phone}»", "мой телефон — «+7 199 111-11»", "десять цифр"),
        ("мой телефон — «{phone:Phone}»", "мой телефон — «8 199 111-11-11»", "+7"),
        ("моя почта — «{email:Email}»", "моя почта — «anna»", "адрес почты"),
        ("открываю «{address:Address}»", "открываю «мой журнал»", "начинается с https://"),
        ("открываю «{address:Address}»", "открываю «school.permkrai.ru»", "начинается с https://"),
        ("меня зовут «{name:FullName}»", "меня зовут «Анна Соколова»", "их три"),
        ("ввожу дату «{day:Date}»", "ввожу дату «31.02.1980»", "не дата"),
        ("неполадка «{name:Fault}»", "неполадка «СМС не дошли»", "может быть, «СМС не доходят»?"),
        ("я — «{position:Position}»", "я — «учитель МЭЩ»", "может быть, «учитель МЭШ»?"),
        ("мой браузер — «{brand:Browser}»", "мой браузер — «Netscape»", "Есть: «Google Chrome»"),
    ],
)
def test_wrong_words_in_a_place_are_refused_with_the_right_ones(pattern: str, text: str, why: str):
    assert sentence(pattern).is_matching(text)
    assert why in (sentence(pattern).refuses(text) or "")


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("мой телефон — «{phone:Phone}»", "мой телефон — «+7 199 111-11-11»"),
        ("моя почта — «{email:Email}»", "моя почта — «anna@pochta.test»"),
        ("открываю «{address:Address}»", "открываю «https://web.vk.me/чат?имя=5#1»"),
        ("ввожу дату «{day:Date}»", "ввожу дату «29.02.1980»"),
        ("неполадка «{name:Fault}»", "неполадка «СМС не доходят»"),
        ("нажимаю «{label:Label}»", "нажимаю «+7 199»"),
    ],
)
def test_right_words_in_a_place_are_not_refused(pattern: str, text: str):
    assert sentence(pattern).refuses(text) is None
