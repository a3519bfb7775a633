"""Every step declares what it does; captions and texts in it tell the rest."""

from pathlib import Path

import pytest

from fixtures.conduct.deeds import HARMLESS, Deed
from steps.catalogue.definitions import known_definitions
from steps.language.deeds import deeds_of
from steps.language.matching import Matcher
from steps.language.reading import read_feature

ROOT = Path(__file__).parents[4]
DEFINITIONS = known_definitions()
MATCHER = Matcher(DEFINITIONS)


def does(text, kind="Action", table=()):
    step = {"text": text, "type": kind, "id": "1"}
    if table:
        step["argument"] = {
            "dataTable": {"rows": [{"cells": [{"value": one} for one in row]} for row in table]}
        }
    [definition] = [one for one in DEFINITIONS if one.serves(kind) and one.fits(text)]
    return deeds_of(definition, step)


@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda one: f"{one.kind} {one.pattern}")
def test_definition_declares_what_it_does(definition):
    assert definition.does


@pytest.mark.parametrize(
    ("text", "lasting"),
    [
        ("нажимаю «Продолжить»", set()),
        ("нажимаю «Отвязать»", {Deed.UNLINK}),
        ("дважды нажимаю «Привязать»", {Deed.LINK}),
        ("на вопрос браузера «Удалить навсегда?» соглашусь", {Deed.DELETE}),
        ("ввожу «не мой пароль» в поле «Введите пароль»", {Deed.GUESS}),
        ("ввожу «» в поле «Введите пароль»", set()),
        ("ввожу свой пароль от VK ID в поле «Введите пароль»", set()),
        ("ввожу свой пароль от VK ID в поле «Введите новый пароль»", {Deed.CHANGE}),
        ("ввожу пароль коллеги от VK ID в поле «Введите пароль»", {Deed.OTHERS}),
        ("5 раз подряд ввожу неверный пароль", {Deed.GUESS, Deed.LOCK_OUT}),
        ("удаляю свой VK ID", {Deed.DELETE}),
        ("проходит 2 минуты", {Deed.ARRANGE}),
    ],
)
def test_lasting_deeds_of_a_step(text, lasting):
    assert does(text) - HARMLESS == lasting


def test_what_is_only_seen_is_not_pressed():
    assert does("вижу кнопку «Удалить VK ID»", "Outcome") == {Deed.LOOK}


def test_table_of_fields_tells_too():
    assert Deed.GUESS in does("заполняю поля:", table=[["Логин", "anna"], ["Пароль", "123"]])
    assert does("заполняю поля:", table=[["Фамилия", "Ветрова"], ["Пароль", ""]]) == {Deed.FILL}


def test_every_deed_of_the_list_is_done_by_a_scenario():
    documents = [read_feature(path, path.name) for path in sorted((ROOT / "features").rglob("*.feature"))]
    done = set()
    for document in documents:
        matches = MATCHER.matches(document)
        for pickle in document.pickles:
            for step in pickle["steps"]:
                done |= deeds_of(matches[step["id"]][0], step)
    assert done == set(Deed)
