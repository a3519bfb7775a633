"""A screen under another name is known by what is read on it, and its name goes into the stand's file once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fixtures.stand import Stand, load_stand
from reports.record.observation import Observation, SeenCaption, SeenScreen
from steps.labels.known import Captions, KnownLabels
from steps.observing.naming import Naming, named, namings

LABELS = KnownLabels(
    {
        "vk_id": {
            "Вход в VK ID": Captions(("Отмена", "Продолжить"), ("Телефон",), ("Соглашение",)),
            "Введите пароль": Captions(("Отмена", "Продолжить"), ("Введите пароль",), ()),
        },
        "gto": {"Портал": Captions((), ("Телефон",), ())},
    }
)
SCREEN = SeenScreen(
    "vk_id", "Вход", "", tuple(SeenCaption("text", one) for one in ("Телефон", "Соглашение", "Отмена"))
)


@pytest.fixture
def stand() -> Stand:
    return load_stand("wild")


def found(stand: Stand, *screens: SeenScreen) -> list[Naming]:
    return [*namings(Observation(stand="wild", screens=screens), stand, LABELS)]


def test_screen_is_known_by_what_is_read_on_it(stand: Stand) -> None:
    assert found(stand, SCREEN, SCREEN) == [Naming("Вход в VK ID", "Вход")]


@pytest.mark.parametrize("title", ["Введите пароль", "Что нового", "", "Здравствуйте, ••••"])
def test_known_title_detour_and_no_title_need_no_name(stand: Stand, title: str) -> None:
    assert found(stand, replace(SCREEN, title=title)) == []


def test_screen_that_only_shares_what_all_have_stays_unknown(stand: Stand) -> None:
    other = replace(SCREEN, captions=(SeenCaption("button", "Отмена"), SeenCaption("text", "Совсем другое")))

    assert found(stand, other) == []


def test_screen_that_came_under_its_own_name_is_not_looked_for(stand: Stand) -> None:
    assert found(stand, SCREEN, replace(SCREEN, title="Вход в VK ID")) == []


def test_name_is_written_once_and_all_else_stays() -> None:
    text = 'name = "live"  # theirs\n\n[sites]\nvk_id = "https://id.example"\n'

    once = named(text, Naming("Вход в VK ID", "Вход"))
    twice = named(once, Naming("Вход в VK ID", "Вход в аккаунт"))

    assert once.startswith(text)
    assert '"Вход в VK ID" = "Вход"' in once
    assert '"Вход в VK ID" = ["Вход", "Вход в аккаунт"]' in twice
