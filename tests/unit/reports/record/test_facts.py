"""What is written beside a step is read back as it was, and what another time has written is read as far as known."""

import json

import pytest

from reports.record.catalogue import CatalogueTold, PlaceTold, SentenceTold
from reports.record.facts import (
    ActionDone,
    Box,
    Complaints,
    Difference,
    Fact,
    PictureTaken,
    Piece,
    Point,
    Quoted,
    RepeatTold,
    ScreenSeen,
    Size,
    StandTold,
    StatusTold,
    Where,
    WorldTold,
    facts_among,
)
from reports.record.masks import Masks

BOX = Box(1.5, 2, 3, 4)
PLACES = (PlaceTold("надпись", "надпись на экране", ("Войти",)),)
FACTS: list[Fact] = [
    ScreenSeen("Стол", "https://school.test/", "journal", "d1"),
    ScreenSeen("Стол", labels={"buttons": ["Войти"]}, quoted=(Quoted("Войти", BOX),)),
    ActionDone("press", "Войти", None, "d1"),
    ActionDone(
        "fill", "Логин", "ivanova", "d1", BOX, Size(1280, 1024), Point(0, 40), Where("Вход", "", "vk_id")
    ),
    PictureTaken("evidence/1.jpg", "Стол", "d1", 1280, 1024, content=BOX),
    Difference("Подключить", "button", ("Связать",), "Связать", "Чаты"),
    StandTold("sim", "симулятор", "на симуляторе", ("phones",)),
    WorldTold("w7", 42, "sim"),
    Complaints(("консоль: ой",)),
    StatusTold("broken"),
    RepeatTold("failed", "нет кнопки", 42),
    CatalogueTold(
        "«Дано» — что есть до начала.", (SentenceTold("нажимаю-надпись", "нажимаю «надпись»", places=PLACES),)
    ),
]
# What lies in the records that people keep: whoever renames a key loses them.
KEYS: dict[type[Fact], set[str]] = {
    ScreenSeen: {"screen", "address", "device", "system", "handheld"},
    ActionDone: {"verb", "label", "value", "device", "box", "viewport", "scroll", "before"},
    PictureTaken: {"url", "device", "screen", "kind", "width", "height", "content"},
    Difference: {"expected", "kind", "present", "nearest", "screen"},
    StandTold: {
        "name",
        "title",
        "place",
        "masks",
        "simulator",
        "live",
        "fresh_days",
        "operator",
        "file",
        "way",
        "headed",
    },
    WorldTold: {"world", "seed", "stand"},
    StatusTold: {"status", "reason"},
    RepeatTold: {"status", "reason", "seed"},
    CatalogueTold: {"keywords", "sentences"},
}


@pytest.mark.parametrize("fact", FACTS)
def test_fact_is_read_as_it_was_written(fact: Fact) -> None:
    piece = Piece.of(fact, "факт")
    assert facts_among([("text/plain", "{"), (piece.media_type, piece.body)], type(fact)) == [fact]


@pytest.mark.parametrize("kind", KEYS)
def test_keys_in_the_record_stay(kind: type[Fact]) -> None:
    plain = next(fact for fact in FACTS if type(fact) is kind)
    assert plain.as_json().keys() == KEYS[kind]


def test_captions_are_told_only_where_the_screen_was_listed() -> None:
    assert FACTS[1].as_json().keys() == KEYS[ScreenSeen] | {"labels", "quoted"}


def test_media_types_differ() -> None:
    assert len({fact.MEDIA_TYPE for fact in FACTS}) == len({type(fact) for fact in FACTS})


@pytest.mark.parametrize(
    ("told", "fact"),
    [
        ('{"verb": "press", "box": null, "of_tomorrow": [1]}', ActionDone("press")),
        ('{"verb": "press", "label": null, "before": null}', ActionDone("press")),
        ('{"verb": "press", "before": {"screen": "Вход"}}', ActionDone("press", before=Where("Вход"))),
    ],
)
def test_unknown_missing_and_empty_keys_are_passed_over(told: str, fact: Fact) -> None:
    assert ActionDone.read(json.loads(told)) == fact


def test_what_is_personal_is_covered_and_the_rest_stays_a_fact() -> None:
    typed = ActionDone("fill", "Код 482913", "ivanova", "d1", BOX)
    assert typed.covered(Masks(["codes"])) == ActionDone("fill", "Код ••••", "••••", "d1", BOX)
    assert typed.covered(Masks([])) is typed
