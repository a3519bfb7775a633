"""The search: what counts more comes first; what no sentence says is answered with the nearest word."""

import pytest

from steps.catalogue.entry import Entry, Use
from steps.catalogue.meaning import Index


def entry(sentence: str, help: str = "", *synonyms: str, uses: int = 0) -> Entry:
    used = tuple(Use("a.feature", line, "") for line in range(uses))
    return Entry(sentence, ("Когда",), help, synonyms, (), (), "Тема", "m", "f", "m.py:1", (), used)


ENTRIES = [
    entry("открываю вторую вкладку", "Кнопкой браузера."),
    entry("нажимаю «надпись»", "Нажимает то, что названо.", "кнопка", "щёлкаю"),
    entry("вижу кнопку «надпись»"),
    entry("привязываю профиль"),
    entry("вхожу в журнал", uses=100),
    entry("вхожу в Сферум"),
]
INDEX = Index(ENTRIES, ["Выйти из урока", "Выйти", "Кнопка"])


def found(words: str) -> list[str]:
    return [one.sentence for one in INDEX.search(words).entries]


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        ("кнопками", ["вижу кнопку «надпись»", "нажимаю «надпись»", "открываю вторую вкладку"]),
        ("щелкнуть", ["нажимаю «надпись»"]),
        ("ПРИВЯЗКА", ["привязываю профиль"]),
        ("вхо", ["вхожу в журнал", "вхожу в Сферум"]),
        ("вход в Сферум", ["вхожу в Сферум"]),
        ("кнопка зюзюка", ["вижу кнопку «надпись»", "нажимаю «надпись»", "открываю вторую вкладку"]),
        ("в и на", []),
        ("зюзюка", []),
    ],
)
def test_best_comes_first(words: str, sentences: list[str]) -> None:
    assert found(words) == sentences


def test_nearest_word_is_told_only_where_one_is_near() -> None:
    assert INDEX.search("кнобку").meant == ("кнопку",)
    assert INDEX.search("зюзюка").meant == ()
    assert INDEX.search("кнопка").meant == ()


def test_entry_that_is_called_so_comes_before_one_that_has_the_words() -> None:
    told = [entry("прошу отвязать профиль"), entry("отвязываю", "", "отвязать"), entry("вижу", "Отвязать.")]
    assert [one.sentence for one in Index(told).search("отвязать").entries] == [
        "отвязываю",
        "прошу отвязать профиль",
        "вижу",
    ]


@pytest.mark.parametrize(
    ("words", "captions"),
    [
        ("выйти", ("Выйти", "Выйти из урока")),
        ("выйти из профиля", ("Выйти", "Выйти из урока")),
        ("выйти с урока", ("Выйти из урока",)),
        ("выйти зюзюка", ()),
        ("кнопка", ()),
    ],
)
def test_word_that_only_a_caption_has_is_meant_as_the_caption(words: str, captions: tuple[str, ...]) -> None:
    hits = INDEX.search(words)
    assert hits.captions == captions
    assert not (hits.captions and hits.entries)


def test_nothing_is_read_before_something_is_sought() -> None:
    index = Index(ENTRIES)
    assert not {"_morphology", "_indexed"} & vars(index).keys()
