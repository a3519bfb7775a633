from steps.language.features import parse_feature
from steps.language.matching import Definition, Matcher

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
