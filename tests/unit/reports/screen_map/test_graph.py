"""What the maps of a run consist of."""

from reports.screen_map.graph import SystemMap, screen_maps, unopened
from reports.screen_map.ways import ways
from tests.unit.reports.story import (
    CODE,
    DESK,
    LETTERS,
    PHONE,
    Did,
    instruction,
    model,
    press,
    run,
    scenario,
    step,
)

TWO_VARIANTS = instruction("t.v1.1", "t.v1.2", "t.v2.1", "t.after.1")
FIRST = scenario(
    "Первый вариант",
    step(press("Сообщения", DESK), sees=LETTERS, clauses=["t.v1.1"]),
    step(press("Привязать", LETTERS), sees=PHONE, clauses=["t.v1.2"]),
)
ERROR = scenario("Ошибка на пути", step(press("Ещё раз", CODE), sees=CODE, clauses=["t.v1.1"]))
SECOND = scenario("Второй вариант", step(press("Дальше", PHONE), sees=CODE, clauses=["t.v2.1", "t.after.1"]))


def maps(*scenarios, **what) -> dict[str, SystemMap]:  # type: ignore[no-untyped-def]
    earlier = what.pop("earlier", None)
    return {one.system: one for one in screen_maps(model(run(*scenarios), TWO_VARIANTS), earlier)}


def test_each_system_has_a_map_of_its_own_screens() -> None:
    found = maps(FIRST, SECOND)
    headings = {system: {place.screen.heading for place in one.places} for system, one in found.items()}
    assert headings == {"journal": {"Стол", "Сообщения"}, "vk_id": {"Вход", "Код"}}


def test_action_between_systems_is_on_both_maps() -> None:
    found = maps(FIRST)
    for system in ("journal", "vk_id"):
        assert "Привязать" in {arrow.move.label for arrow in found[system].arrows}


def test_same_action_of_two_scenarios_is_one_arrow() -> None:
    again = scenario("Ещё раз то же", step(press("Сообщения", DESK), sees=LETTERS))
    (arrow,) = [one for one in maps(FIRST, again)["journal"].arrows if one.move.label == "Сообщения"]
    assert [one.place.name for one in arrow.scenarios] == ["Первый вариант", "Ещё раз то же"]


def test_field_filled_in_is_no_arrow_unless_it_opens_a_screen() -> None:
    typed = scenario("Телефон", step(Did("fill", "Телефон", PHONE), sees=PHONE))
    last_digit = scenario("Код", step(Did("fill", "Код", CODE), sees=DESK))
    found = maps(typed, last_digit)
    assert found["vk_id"].places[0].entered == ("Телефон",)
    assert [arrow.move.label for arrow in found["vk_id"].arrows] == ["Код"]


def test_screen_of_failed_scenarios_alone_is_doubtful() -> None:
    failed = scenario("Упал", step(press("Дальше", PHONE), sees="vk_id/Поломка", status="failed"))
    doubtful = {place.screen.heading for place in maps(SECOND, failed)["vk_id"].places if place.doubtful}
    assert doubtful == {"Поломка"}


def test_screen_of_the_earlier_run_that_nobody_reached_stands_apart() -> None:
    found = maps(SECOND, earlier=run(FIRST, SECOND))
    assert [screen.heading for screen in found["journal"].unreached] == ["Сообщения", "Стол"]
    assert found["vk_id"].unreached == ()


def test_screen_that_a_scenario_names_and_nobody_saw_is_unopened() -> None:
    named = scenario(
        "Не дошёл",
        step(press("Дальше", PHONE), sees=PHONE, status="failed"),
        step(says="Тогда вижу экран «Создание «нового» профиля»", status="not_run"),
        step(says="И вижу экран «Код»", status="not_run"),
    )
    found = model(run(SECOND, named), TWO_VARIANTS)
    missing = unopened(found.run, screen_maps(found))
    assert list(missing) == ["Создание «нового» профиля"]
    assert [one.place.name for one in missing["Создание «нового» профиля"]] == ["Не дошёл"]


def test_variant_is_gone_by_the_scenario_that_carries_most_of_it() -> None:
    found = ways(run(ERROR, FIRST, SECOND), {"t": TWO_VARIANTS})
    assert [(way.number, way.title, way.scenario.place.name) for way in found] == [
        (1, "Вариант 1", "Первый вариант"),
        (2, "Вариант 2", "Второй вариант"),
    ]


def test_instruction_without_variants_is_one_way() -> None:
    whole = instruction("t.intro.1", "t.after.1")
    (way,) = ways(run(FIRST, SECOND), {"t": whole})
    assert (way.title, way.scenario.place.name) == ("Инструкция", "Второй вариант")


def test_variant_nobody_carries_is_no_way() -> None:
    assert [way.title for way in ways(run(FIRST), {"t": TWO_VARIANTS})] == ["Вариант 1"]


def test_way_goes_only_through_what_its_scenario_did() -> None:
    found = maps(FIRST, ERROR, SECOND)["vk_id"]
    through = {arrow.move.label: [way.number for way in arrow.ways] for arrow in found.arrows}
    assert through == {"Привязать": [1], "Ещё раз": [], "Дальше": [2]}
