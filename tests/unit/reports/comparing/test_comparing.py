"""A walk beside the way it is most like: each kind of difference is told once, what is no difference is not."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from reports.comparing.comparing import NothingAlike, compare
from reports.comparing.finding import (
    Assumption,
    Comparison,
    ExtraScreen,
    MissingScreen,
    Moved,
    MovedField,
    Promise,
    Reworded,
)
from reports.comparing.shown import Shown
from reports.record.clauses import Clause
from reports.record.observation import SeenCaption, SeenScreen
from tests.unit.reports.comparing.walks import (
    CLAUSES,
    LEAD,
    SCREENS,
    SHOWN,
    observed,
    screen,
    shared,
    walk,
    with_words,
)

EXTRA = SeenScreen("vk_id", "Робот", "", (SeenCaption("field", "Я не робот"),))


def compared(*screens: SeenScreen) -> Comparison:
    return compare(observed(*screens), SHOWN, CLAUSES)


def test_walk_that_shows_the_same_has_no_difference() -> None:
    found = compared(*walk())

    assert found.findings == ()
    assert found.way == "учитель, есть VK ID и учебный профиль"


def test_caption_that_is_another_is_told_with_what_each_of_the_three_says() -> None:
    first, *rest = walk()

    found = compared(with_words(first, "Подключить", "Связать"), *rest)

    promise = Promise(("perm.v1.1",), printed=True)
    [one] = found.findings
    assert one == Reworded(
        "button", "Подключить", "Связать", "faces.0.places.0.link", ("Сообщения",), promise
    )
    assert one.instruction == "Подключить"


def test_words_that_the_instruction_has_and_the_simulator_has_not_are_the_instruction_s() -> None:
    screens = walk()
    screens[4] = with_words(screens[4], "Привязать", "Разрешить")
    promised = Clause(
        id="perm.v1.3", kind="действие", text="Согласиться.", where="шаг 3", labels=("Разрешить",)
    )

    [one] = compare(observed(*screens), SHOWN, [promised]).reworded

    assert (one.instruction, one.shown, one.promise.clauses) == ("Разрешить", "Привязать", ("perm.v1.3",))


def test_same_change_on_several_screens_is_one() -> None:
    found = compared(*(with_words(one, LEAD, "Соедините журнал и профиль") for one in walk()))

    [one] = found.reworded
    assert (one.shown, one.seen) == (LEAD, "Соедините журнал и профиль")
    assert one.on == ("Вход", "Код", "Профиль", "Согласие")


def test_screen_under_another_title_is_known_by_what_is_read_on_it() -> None:
    screens = walk()
    screens[2] = replace(screens[2], title="Подтверждение")

    [one] = compared(*screens).findings

    assert (one.shown, one.seen) == ("Код", "Подтверждение")  # type: ignore[union-attr]


def test_screen_that_does_not_come_is_missing_with_the_clauses_that_promise_it() -> None:
    screens = walk()
    del screens[2]

    assert compared(*screens).findings == (MissingScreen("Код", "vk_id", ("perm.v1.2",)),)


def test_screens_that_nobody_came_to_are_not_missing() -> None:
    assert compared(*walk()[1:4]).findings == ()


@pytest.mark.parametrize(("title", "elsewhere"), [("Робот", False), ("Доступ", True)])
def test_screen_of_no_way_is_extra(title: str, elsewhere: bool) -> None:
    screens = walk()
    screens.insert(2, replace(EXTRA, title=title))

    assert compared(*screens).findings == (ExtraScreen(title, "vk_id", elsewhere, 2),)


def test_new_screen_is_not_taken_for_a_missing_one_by_what_all_screens_have() -> None:
    screens = walk()
    common = tuple(one for one in screens[3].captions if one.text in (LEAD, "Отмена"))
    screens[3] = SeenScreen("vk_id", "Новости", "", (*common, SeenCaption("button", "Прочитать")))

    found = compared(*screens)

    assert [one.title for one in found.missing] == ["Профиль"]
    assert [one.title for one in found.extra] == ["Новости"]
    assert found.reworded == ()


def test_screen_of_a_system_that_is_not_on_the_way_is_nobodys() -> None:
    screens = walk()
    screens.insert(2, replace(EXTRA, system="gto"))

    assert compared(*screens).findings == ()


def test_what_stands_in_the_way_and_is_known_to_is_no_difference() -> None:
    screens = walk()
    screens.insert(2, EXTRA)
    seen = replace(observed(*screens), detours=("Робот",))

    assert compare(seen, SHOWN).findings == ()


def test_screens_that_have_changed_places_are_both_named() -> None:
    screens = walk()
    screens[2], screens[3] = screens[3], screens[2]

    [one] = compared(*screens).findings

    assert isinstance(one, Moved)
    assert {one.title, one.other} == {"Код", "Профиль"}


def test_fields_in_another_order_are_told_with_their_screen() -> None:
    screens = walk()
    screens[1] = replace(screens[1], captions=tuple(reversed(screens[1].captions)))

    assert compared(*screens).findings == ()  # one field alone has no order

    told = json.loads(json.dumps(SHOWN.as_json()))
    told["ways"][0]["screens"][1]["captions"].insert(2, {"kind": "field", "text": "Почта"})
    seen = replace(screens[1], captions=(SeenCaption("field", "Почта"), *walk()[1].captions))
    screens[1] = seen

    [one] = compare(observed(*screens), Shown.read(told)).findings

    assert isinstance(one, MovedField)
    assert ({one.caption, one.other}, one.on) == ({"Телефон", "Почта"}, "Вход")


def test_screen_that_is_come_back_to_is_no_other_screen() -> None:
    screens = walk()
    screens.insert(3, with_words(screens[1], "Отмена", ""))

    assert compared(*screens).findings == ()


def test_caption_that_only_one_of_them_has_is_told() -> None:
    screens = walk()
    screens[3] = with_words(screens[3], "Отмена", "")
    screens[5] = replace(
        screens[5], captions=(*screens[5].captions, SeenCaption("button", "Оценить приложение"))
    )

    found = compared(*screens)

    assert [one.shown for one in found.lacking] == ["Отмена"]
    assert [one.seen for one in found.unknown] == ["Оценить приложение"]


def test_line_of_a_person_is_no_difference_but_a_button_is() -> None:
    first, *rest = walk()
    named = with_words(first, "••••", "Школа № 5")

    assert compared(named, *rest).findings == ()
    assert compared(
        replace(named, captions=(*named.captions, SeenCaption("button", "Школа № 6"))), *rest
    ).unknown


MAIL = ("field", "Телефон или почта", "")


@pytest.mark.parametrize(
    ("buttons", "unknown"),
    [
        (("Телефон", "Почта"), []),
        (("Почта", "Телефон"), []),
        (("Телефон", "Факс"), ["Телефон", "Факс"]),
        (("Телефон",), ["Телефон"]),
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_switch_between_what_a_field_takes_is_a_part_of_the_field(
    buttons: tuple[str, ...], unknown: list[str], above: bool
) -> None:
    told = [*SCREENS]
    told[1] = screen("vk_id", "phone", "Вход", MAIL, *shared("phone"))
    shown = Shown.read({"journal": "perm", "ways": [{"case": "with_profile", "screens": told}]})
    switch = [SeenCaption("button", one) for one in buttons]
    seen = [*walk()]
    field, *others = (SeenCaption(one.kind, one.text) for one in shown.ways[0].screens[1].said)
    seen[1] = replace(seen[1], captions=(*switch, field, *others) if above else (field, *switch, *others))

    assert [one.seen for one in compare(observed(*seen), shown, ()).unknown] == unknown


def test_guesses_are_known_to_be_right_or_wrong() -> None:
    screens = walk()
    screens[0] = with_words(screens[0], "Подключить", "Связать")

    found = compared(*screens)

    assert found.assumptions == (
        Assumption("vk_id.journey.with_profile", *["Вход → Код → Профиль → Согласие"] * 2, right=True),
        Assumption("vk_id.wording.code.title", "Код", "Код", right=True),
        Assumption("faces.0.places.0.link", "Подключить", "Связать", right=False),
    )
    assert found.unseen == 0


def test_guessed_order_is_wrong_where_a_screen_came_elsewhere() -> None:
    screens = walk()
    screens[2], screens[3] = screens[3], screens[2]

    order = next(one for one in compared(*screens).assumptions if one.key.startswith("vk_id.journey"))

    assert (order.right, order.seen) == (False, "Вход → Профиль → Код → Согласие")


def test_guess_that_nobody_came_to_is_counted() -> None:
    assert compared(*walk()[3:]).unseen == 2


def test_walk_of_something_else_is_refused() -> None:
    with pytest.raises(NothingAlike, match="ЭПОС"):
        compared(SeenScreen("journal.perm", "Оценки", "", (SeenCaption("text", "Пятёрка"),)))
