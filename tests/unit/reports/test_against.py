"""Each difference between two runs is shown as what it is."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from reports.against import Caption, RunComparison, compare
from reports.layout import Layout
from reports.model import Earlier
from reports.record.facts import ChoiceTold, UnreadScenario, UnreadTold
from reports.record.outline import WrittenScenario
from reports.record.run import Attached, Run, Scenario
from reports.views import against as view
from tests.unit.reports.story import (
    CODE,
    DESK,
    LETTERS,
    PHONE,
    instruction,
    model,
    press,
    run,
    scenario,
    step,
)


def good(name: str = "С", **what: object) -> Scenario:
    return scenario(
        name, step(press("Сообщения", DESK), sees=LETTERS, says="Когда нажимаю «Сообщения»", **what)
    )  # type: ignore[arg-type]


def bad(name: str = "С", status: str = "failed", **what: object) -> Scenario:
    return good(name, status=status, **what)


def seeing(*labels: str, name: str = "С", kind: str = "buttons", screen: str = LETTERS) -> Scenario:
    return scenario(name, step(press("Сообщения", DESK), sees=screen, labels={kind: labels}))


def compared(before: Scenario | Run, after: Scenario | Run) -> RunComparison:
    before, after = (run(one) if isinstance(one, Scenario) else one for one in (before, after))
    return compare(before, after)


def test_equal_runs_differ_in_nothing() -> None:
    assert compared(good(), good()).same
    assert compared(bad(), bad()).same


@pytest.mark.parametrize("status", ["failed", "broken", "unsound"])
def test_scenario_that_passed_and_does_not_began_to_fail(status: str) -> None:
    found = compared(good(), bad(status=status))
    (turn,) = found.failing
    assert (turn.step, turn.reason) == ("Когда нажимаю «Сообщения»", "нет надписи")
    assert (found.mended, found.otherwise, found.same) == ((), (), False)


def test_scenario_that_failed_and_passes_was_mended() -> None:
    found = compared(bad(), good())
    assert [turn.reason for turn in found.mended] == ["нет надписи"]
    assert (found.failing, found.otherwise) == ((), ())


def test_skipped_scenario_neither_began_to_fail_nor_was_mended() -> None:
    for before, after in ((good(), bad(status="skipped")), (bad(status="failed"), bad(status="broken"))):
        found = compared(before, after)
        assert len(found.otherwise) == 1
        assert (found.failing, found.mended) == ((), ())


def test_scenario_of_one_run_alone_is_new_or_vanished() -> None:
    found = compared(run(good("Был")), run(good("Стал")))
    assert [one.place.name for one in found.new] == ["Стал"]
    assert [one.place.name for one in found.vanished] == ["Был"]


def test_scenario_that_was_not_chosen_has_not_vanished() -> None:
    was = good("Был")
    found = compared(run(was), run(good("Стал"), left_out=(WrittenScenario(was.place, frozenset()),)))
    assert [one.place.name for one in found.left_out] == ["Был"]
    assert found.vanished == ()


def test_scenario_of_a_file_that_was_not_read_has_not_vanished() -> None:
    was, gone = good("Был"), good("Удалён")
    unread = UnreadTold((UnreadScenario(was.place.identity),))
    told = tuple(
        Attached(one.MEDIA_TYPE, one.body, None, None) for one in (ChoiceTold(("features/x",)), unread)
    )
    found = compared(run(was, gone), run(good("Стал"), attached=told))
    assert [one.place.name for one in found.left_out] == ["Был"]
    assert [one.place.name for one in found.vanished] == ["Удалён"]


def test_scenario_that_was_not_chosen_the_last_time_is_not_new() -> None:
    now = good("Стал")
    before = run(good("Был"), left_out=(WrittenScenario(now.place, frozenset()),))
    found = compared(before, run(now, good("Новый")))
    assert [one.place.name for one in found.chosen] == ["Стал"]
    assert [one.place.name for one in found.new] == ["Новый"]


def test_old_record_that_is_silent_of_other_files_is_not_believed() -> None:
    other = replace(good("Был"), place=replace(good("Был").place, uri="features/other.feature"))
    told = (Attached(ChoiceTold.MEDIA_TYPE, ChoiceTold(("features/t.feature",)).body, None, None),)
    found = compared(run(other), run(good("Стал"), attached=told))
    assert ([one.place.name for one in found.left_out], found.vanished) == (["Был"], ())


def test_replaced_caption_is_told_as_a_pair() -> None:
    (change,) = compared(seeing("Выйти", "Подключить"), seeing("Выйти", "Связать")).changed
    assert change.screen.heading == "Сообщения"
    assert change.captions == (Caption("кнопка", "Подключить", "Связать"),)


def test_changed_caption_is_shown_where_it_is_to_be_seen() -> None:
    def told(caption: str) -> Scenario:
        first = step(
            press("Сообщения", DESK), sees=LETTERS, labels={"buttons": ["Выйти"]}, picture="evidence/1.jpg"
        )
        second = step(sees=LETTERS, labels={"buttons": ["Выйти", caption]}, picture=f"evidence/{caption}.jpg")
        return scenario("С", first, second)

    (change,) = compared(told("Подключить"), told("Связать")).changed
    pictures = [shot.picture.url for shot in (change.pair.before, change.pair.after) if shot]
    assert pictures == ["evidence/Подключить.jpg", "evidence/Связать.jpg"]


def test_captions_that_only_came_or_went_are_told_apart() -> None:
    (change,) = compared(seeing("А", "Б"), seeing("В", "Г", "Д")).changed
    gone, came = (
        [one.before for one in change.captions if one.before],
        [one.after for one in change.captions if one.after],
    )
    assert (sorted(gone), sorted(came)) == (["А", "Б"], ["В", "Г", "Д"])


def test_text_of_one_scenario_may_be_a_name_and_is_not_compared() -> None:
    assert compared(seeing("Анна Котова", kind="texts"), seeing("Пётр Сомов", kind="texts")).same
    before = [
        seeing("Профиль", "Анна", name="1", kind="texts"),
        seeing("Профиль", "Ольга", name="2", kind="texts"),
    ]
    after = [
        seeing("Аккаунт", "Пётр", name="1", kind="texts"),
        seeing("Аккаунт", "Иван", name="2", kind="texts"),
    ]
    (change,) = compared(run(*before), run(*after)).changed
    assert change.captions == (Caption("надпись", "Профиль", "Аккаунт"),)


def test_what_followed_the_step_that_fails_now_has_not_changed() -> None:
    """The same screen comes again later, with other buttons, in the run that got so far."""
    begins = step(sees=DESK, labels={"buttons": ["Сообщения"]})
    ends = [step(press("Сообщения", DESK), sees=DESK, labels={"buttons": ["Выйти"]}), step(sees=CODE)]
    fell = step(kind="Action", sees=DESK, status="failed", labels={"buttons": ["Сообщения"]})
    found = compared(scenario("С", begins, *ends), scenario("С", begins, fell, step(status="not_run")))
    assert (found.changed, found.gone, found.appeared) == ((), (), ())
    assert len(found.failing) == 1


def test_captions_a_scenario_did_not_get_to_have_not_changed() -> None:
    fell = scenario(
        "С", step(press("Сообщения", DESK), sees=DESK, labels={"buttons": ["Сообщения"]}, status="failed")
    )
    other = seeing("Выйти", name="Другой")
    found = compared(run(seeing("Подключить"), other), run(fell, other))
    assert found.changed == ()


def test_new_and_lost_screens_are_told_with_their_scenarios() -> None:
    found = compared(good(), scenario("С", step(press("Сообщения", DESK), sees=PHONE)))
    assert [(one.screen.heading, one.scenarios[0].place.name) for one in found.appeared] == [("Вход", "С")]
    assert [one.screen.heading for one in found.gone] == ["Сообщения"]


def test_screens_of_new_scenarios_are_not_new_screens() -> None:
    found = compared(run(good()), run(good(), seeing(name="Новый", screen=CODE)))
    assert found.appeared == ()


def test_failing_step_is_shown_in_both_runs() -> None:
    (turn,) = compared(good(picture="evidence/old.jpg"), bad(picture="evidence/new.jpg")).failing
    assert turn.pair.before is not None
    assert turn.pair.after is not None
    assert (turn.pair.before.picture.url, turn.pair.after.picture.url) == (
        "evidence/old.jpg",
        "evidence/new.jpg",
    )


@pytest.mark.parametrize("kind", ["Action", "Context"])
def test_step_that_fails_now_is_shown_on_the_screen_it_began_on_then(kind: str) -> None:
    seen = step(sees=DESK, picture="evidence/old.jpg")
    went = step(press("Дальше", DESK), kind=kind, sees=LETTERS, picture="evidence/later.jpg")
    before = scenario("С", seen, went)
    after = scenario(
        "С",
        step(sees=DESK, picture="evidence/new.jpg"),
        step(kind=kind, sees=DESK, status="failed", says="Когда Дальше"),
    )
    (turn,) = compared(before, after).failing
    assert turn.pair.before is not None
    assert turn.pair.after is not None
    assert turn.pair.before.picture.url == "evidence/old.jpg"
    assert turn.pair.after.picture.url == "evidence/new.jpg"


def test_step_that_was_written_otherwise_then_has_no_picture_of_then() -> None:
    before = scenario("С", step(press("Сообщения", DESK), sees=LETTERS, picture="evidence/old.jpg"))
    (turn,) = compared(before, bad(picture="evidence/new.jpg")).failing
    assert turn.pair.before is None


def test_page_holds_the_earlier_picture_itself(tmp_path: Path) -> None:
    (tmp_path / "evidence").mkdir()
    (tmp_path / "evidence" / "old.jpg").write_bytes(b"jpeg")
    earlier = Earlier(run(good(picture="evidence/old.jpg")), tmp_path)
    html = page(run(bad(picture="evidence/new.jpg")), earlier)
    assert 'src="data:image/jpeg;base64,anBlZw=="' in html
    assert 'src="../evidence/new.jpg"' in html


def test_page_without_the_earlier_pictures_says_so(tmp_path: Path) -> None:
    earlier = Earlier(run(good(picture="evidence/old.jpg")), tmp_path)
    assert "Снимка нет" in page(run(bad(picture="evidence/new.jpg")), earlier)


def test_page_tells_each_difference_under_its_heading(tmp_path: Path) -> None:
    before = run(good("Падает"), bad("Чинится"), seeing("Подключить", name="Меняется"), good("Исчез"))
    after = run(bad("Падает"), good("Чинится"), seeing("Связать", name="Меняется"), good("Новый"))
    text = re.sub(r"<[^>]+>|\s+", " ", page(after, Earlier(before, tmp_path)))
    headings = ("Перестали проходить", "Починились", "На экранах другие надписи", "Новые сценарии", "Удалены")
    for heading, told in zip(
        headings, ("Падает", "Чинится", "было «Подключить», стало «Связать»", "Новый", "Исчез"), strict=True
    ):
        assert re.search(rf"{heading}: 1 .*{told}", text)


def test_page_of_equal_runs_says_that_nothing_changed(tmp_path: Path) -> None:
    later = replace(run(good()), started=1_700_009_000.0)
    assert "Ничего не изменилось" in page(later, Earlier(run(good()), tmp_path))


def test_report_without_an_earlier_run_has_no_such_page() -> None:
    assert list(view.pages(model(run(good()), instruction("t.v1.1")))) == []


def page(later: Run, earlier: Earlier) -> str:
    told = model(later, instruction("t.v1.1"), earlier=earlier)
    (only,) = view.pages(told)
    return Layout(told, []).render(only)
