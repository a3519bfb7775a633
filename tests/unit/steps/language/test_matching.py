"""What is said of a step that no definition fits."""

import pytest

from steps.language.matching import Definition, _problem
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
        ("колега — «родитель»", "Похожие: Дано коллега — «{position:Label}» (x.py:1)"),
        ("школа второго родитиля — «5»", "Похожие: Дано школа второго родителя — «{school:Label}» (x.py:1)"),
        ("у ребенка нет VK ID", "Мешает: «е» вместо «ё» или наоборот. Нужно: «у ребёнка нет VK ID»."),
        ("у  меня нет VK ID", "Мешает: два пробела подряд. Нужно: «у меня нет VK ID»."),
    ],
)
def test_person_who_was_probably_meant_stands_in_the_sentence(text: str, said: str):
    found = _problem(text, "Context", DEFINITIONS)
    assert found is not None
    assert found[0] == "undefined"
    assert said in found[1]
