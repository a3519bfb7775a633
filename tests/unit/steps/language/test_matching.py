"""Which definition a step has, and what is said of one that none fits."""

import pytest

from steps.language.matching import Definition, Matcher
from steps.language.reading import parse_feature
from steps.language.sentence import sentence


def defined(kind: str, pattern: str) -> Definition:
    parser = sentence(pattern)
    return Definition(kind, pattern, "x.py:1", False, parser.is_matching, parser.nearly_matches, None)


DEFINITIONS = [
    defined("given", "{who:Who} — «{position:Label}»"),
    defined("given", "школа {whose:Whose} — «{school:Label}»"),
    defined("given", "{whose:Owner} нет VK ID"),
]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("колега — «родитель»", "Похожие: Дано коллега — «надпись» (x.py:1)"),
        ("школа второго родитиля — «5»", "Похожие: Дано школа второго родителя — «надпись» (x.py:1)"),
        ("у ребенка нет VK ID", "Мешает: «е» вместо «ё» или наоборот. Нужно: «у ребёнка нет VK ID»."),
        ("у  меня нет VK ID", "Мешает: два пробела подряд. Нужно: «у меня нет VK ID»."),
    ],
)
def test_person_who_was_probably_meant_stands_in_the_sentence(text: str, said: str):
    found = Matcher(DEFINITIONS).problem({"text": text, "type": "Context"})
    assert found is not None
    assert found[0] == "undefined"
    assert said in found[1]


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
