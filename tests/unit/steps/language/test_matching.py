"""Which definition a step has, and what is said of one that none fits."""

import pytest

from steps.language.definition import Definition
from steps.language.matching import Matcher
from steps.language.reading import parse_feature
from steps.language.sentence import sentence


def defined(kind: str, pattern: str) -> Definition:
    parser = sentence(pattern)
    return Definition(
        kind,
        pattern,
        "x.py:1",
        False,
        parser.is_matching,
        parser.nearly_matches,
        None,
        corrected=parser.corrected,
        quoted=parser.quoted,
    )


DEFINITIONS = [
    defined("given", "{who:Who} — «{position:Label}»"),
    defined("given", "школа {whose:Whose} — «{school:Label}»"),
    defined("given", "{whose:Owner} нет VK ID"),
]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("колега — «родитель»", "Похожие: Дано коллега — «надпись»"),
        ("школа второго родитиля — «5»", "Похожие: Дано школа второго родителя — «надпись»"),
        ("у ребенка нет VK ID", "Нужно: «у ребёнка нет VK ID». Мешает: «е» вместо «ё» или наоборот."),
        ("у  меня нет VK ID", "Нужно: «у меня нет VK ID». Мешает: два пробела подряд."),
    ],
)
def test_person_who_was_probably_meant_stands_in_the_sentence(text: str, said: str):
    found = Matcher(DEFINITIONS).problem({"text": text, "type": "Context"})
    assert found is not None
    assert found.rule == "undefined"
    assert said in found.message


TWICE = """
Функция: Дважды
  Сценарий: Первый
    Когда нажимаю «Войти»
    И нажимаю «Войти»
  Сценарий: Второй
    Когда нажимаю «Войти»
    Тогда нажимаю «Войти»
"""


def definition(kind: str, asked: list[str]) -> Definition:
    """Fits everything, and writes down what it was asked about."""

    def fits(text: str) -> bool:
        asked.append(text)
        return True

    return Definition(kind, "нажимаю …", "steps.py:1", False, fits, lambda *_: False, None)


def test_sentence_is_matched_once_however_often_it_stands():
    asked: list[str] = []
    document = parse_feature(TWICE, "twice.feature")
    matcher = Matcher([definition("when", asked)])
    matches = matcher.matches(document)
    matcher.problems(document)
    assert [len(found) for found in matches.values()] == [1, 1, 1, 0]
    assert asked.count("нажимаю «Войти»") == 2  # as «Когда», and once more to say why it is no «Тогда»


SENTENCES = [
    defined("when", "нажимаю «{label:Label}»"),
    defined("when", "моя почта — «{email:Email}»"),
    defined("when", "вижу свои фамилию, имя и отчество"),
    defined("when", "служу «{position:Position}»"),
    defined("when", "ввожу «{value:Text}» в поле «{label:Field}»"),
    defined("given", "вхожу в VK ID"),
    defined("when", "вхожу в VK ID"),
    defined("then", "вижу «{text:Label}»"),
]


@pytest.mark.parametrize(
    ("text", "right", "why"),
    [
        ('нажимаю "Войти"', "нажимаю «Войти»", "прямые кавычки вместо «ёлочек»"),
        ("нажимаю Войти", "нажимаю «Войти»", "нет «ёлочек» вокруг надписи"),
        ("ввожу 'Анна' в поле 'Имя'", "ввожу «Анна» в поле «Имя»", "прямые кавычки"),
        ("ввожу +7 199 в поле Телефон", "ввожу «+7 199» в поле «Телефон»", "нет «ёлочек»"),
        ("Нажимаю  «Ещё раз».", "нажимаю «Ещё раз»", "два пробела подряд; прописная буква"),
        ("нaжимаю «Войти»", "нажимаю «Войти»", "латинские буквы"),
        ("нажимаю «Войти", "нажимаю «Войти»", "не закрыта «ёлочка»"),
        ('нажимаю "Войти', "нажимаю «Войти»", "не закрыта «ёлочка»"),
        ("нажимаю «Чат «5» класса", "нажимаю «Чат «5» класса»", "не закрыта «ёлочка»"),
        ("ввожу «Анна в поле «Имя»", "ввожу «Анна» в поле «Имя»", "не закрыта «ёлочка»"),
        ("ввожу «Анна» в поле «Имя", "ввожу «Анна» в поле «Имя»", "не закрыта «ёлочка»"),
        ("нажимаю, «Войти»", "нажимаю «Войти»", "нет тире или запятой"),
        ("моя почта «а@б.test»", "моя почта — «а@б.test»", "нет тире или запятой"),
        ("моя почта - «а@б.test»", "моя почта — «а@б.test»", "нет тире или запятой"),
        ("вижу свои фамилию имя и отчество", "вижу свои фамилию, имя и отчество", "нет тире или запятой"),
        ("служу учитель ЭПОС", "служу «учитель ЭПОС»", "нет «ёлочек»"),
    ],
)
def test_right_sentence_comes_first_in_the_authors_own_words(text, right, why):
    found = Matcher(SENTENCES).problem({"text": text, "type": "Action"})
    assert found is not None
    assert found.right == right
    assert found.message.startswith(f"неизвестный шаг «{text}». Нужно: «{right}». Мешает: ")
    assert why in found.message
    assert Matcher(SENTENCES).problem({"text": right, "type": "Action"}) is None


def test_every_word_that_a_sentence_may_begin_with_is_named():
    found = Matcher(SENTENCES).problem({"text": "вхожу в VK ID", "type": "Outcome"})
    assert found is not None
    assert "есть только как «Дано» и «Когда»" in found.message


def test_what_no_list_knows_is_not_taken_for_one_of_its_names():
    found = Matcher(SENTENCES).problem({"text": "служу где придётся", "type": "Action"})
    assert found is not None
    assert found.right == ""


def test_ordinary_words_are_not_taken_for_a_caption_without_quotes():
    found = Matcher(SENTENCES).problem({"text": "нажимаю на значок", "type": "Action"})
    assert found is not None
    assert found.right == ""
    assert "Похожие: Когда нажимаю «надпись»" in found.message
