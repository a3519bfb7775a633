"""Which action led where, from what the steps recorded."""

from reports.moments import moments
from reports.record.run import Step
from reports.screen_map.trails import ScreenKey, Trail, trail_of
from tests.unit.reports.story import CODE, DESK, LETTERS, PHONE, Did, press, scenario, step


def trail(*steps: Step) -> Trail:
    return trail_of(moments(scenario("С", *steps)))


def told(found: Trail) -> list[tuple[str, str, str]]:
    """Returns the passages as (from, caption, to)."""
    return [
        (one.source.heading if one.source else "", one.move.label, one.target.heading)
        for one in found.passages
    ]


def test_action_leads_to_the_screen_recorded_after_it() -> None:
    assert told(trail(step(press("Сообщения", DESK), sees=LETTERS))) == [("Стол", "Сообщения", "Сообщения")]


def test_actions_inside_one_step_follow_each_other() -> None:
    walked = trail(
        step(press("Сообщения", DESK), press("Привязать", LETTERS), press("Дальше", PHONE), sees=CODE)
    )
    assert told(walked) == [
        ("Стол", "Сообщения", "Сообщения"),
        ("Сообщения", "Привязать", "Вход"),
        ("Вход", "Дальше", "Код"),
    ]


def test_screens_between_the_actions_of_a_step_were_visited_too() -> None:
    walked = trail(step(press("Сообщения", DESK), press("Привязать", LETTERS), sees=PHONE))
    assert {visit.screen for visit in walked.visits} == {
        ScreenKey("journal", "Стол"),
        ScreenKey("journal", "Сообщения"),
        ScreenKey("vk_id", "Вход"),
    }


def test_action_that_changed_nothing_stays() -> None:
    (passage,) = trail(step(press("Ещё раз", CODE), sees=CODE), step(sees=CODE)).passages
    assert passage.stays


def test_late_screen_belongs_to_the_action_before_it() -> None:
    walked = trail(step(press("Войти", DESK), sees=DESK), step(sees=LETTERS))
    assert told(walked) == [("Стол", "Войти", "Сообщения")]


def test_screen_that_time_brought_belongs_to_no_action() -> None:
    walked = trail(step(press("Войти", DESK), sees=DESK), step(kind="Move", sees=LETTERS))
    assert told(walked) == [("Стол", "Войти", "Стол")]


def test_failed_step_proves_no_action_that_changed_nothing() -> None:
    assert told(trail(step(press("Войти", DESK), sees=DESK, status="failed"))) == []


def test_opening_an_address_in_an_empty_tab_comes_from_nowhere() -> None:
    (passage,) = trail(step(Did("open", "https://journal.test", ""), sees=DESK)).passages
    assert passage.source is None
    assert passage.target == ScreenKey("journal", "Стол")


def test_empty_tab_is_no_screen() -> None:
    assert trail(step(sees="/пустая страница")).visits == ()


def test_look_aside_leads_nowhere() -> None:
    look = step(Did("open", "https://journal.test/letters", ""), sees=PHONE, kind="Outcome")
    assert told(trail(step(press("Привязать", LETTERS), sees=PHONE), look)) == [
        ("Сообщения", "Привязать", "Вход")
    ]


def test_action_without_a_heading_was_done_where_the_device_was_seen_last() -> None:
    walked = trail(step(sees=LETTERS), step(Did("back", "", "journal/"), sees=DESK))
    assert told(walked) == [("Сообщения", "", "Стол")]


def test_action_done_nobody_knows_where_leads_nowhere() -> None:
    unknown = step(
        press("Создать", PHONE), Did("fill", "Фамилия", "vk_id/"), press("Дальше", LETTERS), sees=DESK
    )
    assert told(trail(step(sees=PHONE), unknown)) == [
        ("Вход", "Создать", "Сообщения"),
        ("Сообщения", "Дальше", "Стол"),
    ]
    unknown = step(press("Создать", PHONE), press("Закрыть", "vk_id/"), press("Дальше", LETTERS), sees=DESK)
    assert told(trail(step(sees=PHONE), unknown)) == [("Сообщения", "Дальше", "Стол")]


def test_another_computer_does_not_end_an_action() -> None:
    walked = trail(
        step(press("Войти", DESK), sees=DESK),
        step(press("Привязать", LETTERS), sees=PHONE, device="d2"),
        step(sees=LETTERS),
    )
    assert sorted(told(walked)) == [("Сообщения", "Привязать", "Вход"), ("Стол", "Войти", "Сообщения")]


def test_picture_belongs_to_the_screen_it_was_taken_of() -> None:
    walked = trail(step(press("Войти", DESK), sees=LETTERS, picture="evidence/1.jpg"))
    pictures = {visit.screen.heading: visit.picture and visit.picture.url for visit in walked.visits}
    assert pictures == {"Стол": None, "Сообщения": "evidence/1.jpg"}
