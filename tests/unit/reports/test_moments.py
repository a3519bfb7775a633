"""Which picture shows a step: what was there before an action, with its control, and what was there after."""

import json
from typing import Any

import pytest

from reports.moments import Frame, Moment, Shot, moments
from reports.record.facts import ActionDone, Box, PictureTaken, ScreenSeen
from reports.record.outline import ScenarioPlace
from reports.record.run import Attached, Scenario, Step

PLACE = ScenarioPlace("features/t.feature", "Ф", "", "С", (), 1, "С")
WINDOW = {"viewport": {"width": 1000, "height": 800}, "scroll": {"x": 0, "y": 400}}
BOX = {"x": 100, "y": 80, "width": 200, "height": 40}


def fact(media_type: str, /, **facts: Any) -> Attached:
    return Attached(media_type, json.dumps(facts), None, None)


def picture(number: int, device: str = "d1", height: int = 800, kind: str = "screen") -> list[Attached]:
    url = f"evidence/{number}.jpg"
    told = {"url": url, "device": device, "screen": f"Э{number}", "width": 1000, "height": height}
    return [Attached("image/jpeg", "", url, None), fact(PictureTaken.MEDIA_TYPE, **told, kind=kind)]


def step(*attached: Attached, kind: str = "Action", status: str = "passed") -> Step:
    return Step("Когда …", 3, status, "", 0.1, attached, (), kind)


def at(device: str = "d1") -> Attached:
    return fact(ScreenSeen.MEDIA_TYPE, screen="Э", address="", device=device)


def pressed(device: str = "d1", screen: str = "", **more: Any) -> Attached:
    return fact(
        ActionDone.MEDIA_TYPE,
        device=device,
        before={"screen": screen},
        **{"verb": "press", "box": BOX, **WINDOW, **more},
    )


def played(*steps: Step) -> list[Moment]:
    return moments(Scenario(PLACE, "passed", "", steps, 0, 0, "main"))


def url(shot: Shot | None) -> str:
    return shot.picture.url.removeprefix("evidence/").removesuffix(".jpg") if shot else ""


def test_action_is_shown_on_the_screen_before_it() -> None:
    first, second = played(step(at(), *picture(1)), step(at(), pressed(), *picture(2)))
    assert (url(first.telling), url(second.telling), url(second.after)) == ("1", "1", "2")
    assert (first.is_told_before, second.is_told_before) == (False, True)


def filled(top: int = 80, verb: str = "fill") -> Attached:
    return pressed(verb=verb, box={**BOX, "y": top}, scroll={"x": 0, "y": 0})


def test_what_is_filled_in_is_shown_filled_in_and_so_is_the_press_after_it() -> None:
    _, typed, press = played(
        step(at(), *picture(1)),
        step(at(), filled(80), filled(160, "choose"), *picture(2)),
        step(at(), pressed(), *picture(3)),
    )
    assert (url(typed.telling), typed.is_filled, typed.is_told_before) == ("2", True, False)
    assert typed.telling is not None
    assert typed.telling.frame == Frame(10, 10, 20, 15)
    assert (url(press.telling), press.is_told_before) == ("2", True)


def test_what_was_filled_in_without_a_picture_is_shown_on_the_screen_before() -> None:
    _, typed = played(step(at(), *picture(1)), step(at(), filled()))
    assert (url(typed.telling), typed.is_filled, typed.is_told_before) == ("1", False, True)


def test_who_also_pressed_has_only_filled_in_nothing() -> None:
    _, both = played(step(at(), *picture(1)), step(at(), filled(), pressed(), *picture(2)))
    assert (url(both.telling), both.is_filled) == ("1", False)


def test_expectation_and_failed_action_are_shown_on_the_screen_after_them() -> None:
    _, seen, failed = played(
        step(at(), *picture(1)),
        step(at(), *picture(2), kind="Outcome"),
        step(at(), *picture(3), status="failed"),
    )
    assert (url(seen.telling), url(failed.telling)) == ("2", "3")


def test_screen_that_did_not_change_keeps_its_picture() -> None:
    _, second = played(step(at(), *picture(1)), step(at(), kind="Outcome"))
    assert (url(second.telling), second.taken) == ("1", ())


def test_each_device_has_its_own_latest_picture() -> None:
    _, _, back = played(
        step(at("d1"), *picture(1, "d1")),
        step(at("d2"), *picture(2, "d2")),
        step(at("d1"), pressed("d1")),
    )
    assert url(back.telling) == "1"


def test_picture_of_the_phone_shows_its_own_step_and_no_other() -> None:
    _, read, then = played(
        step(at(), *picture(1)),
        step(at(), *picture(2, kind="phone"), kind="Outcome"),
        step(at(), kind="Outcome"),
    )
    assert (url(read.telling), url(then.telling)) == ("2", "1")


def test_code_that_was_read_on_the_phone_is_shown_where_it_was_typed() -> None:
    (typed,) = played(step(at(), filled(), *picture(1), *picture(2, kind="phone")))
    assert url(typed.telling) == "1"


def test_step_that_did_not_run_shows_nothing() -> None:
    _, after = played(step(at(), *picture(1)), step(status="not_run"))
    assert after.telling is None


def test_picture_nothing_is_said_about_is_shown_all_the_same() -> None:
    (only,) = played(step(at(""), Attached("image/png", "", "evidence/9.png", None), status="failed"))
    assert only.telling == Shot(PictureTaken("evidence/9.png"))


@pytest.mark.parametrize(
    ("height", "top"),
    [(800, 10.0), (1600, 30.0)],  # the window; the whole page, which was scrolled down by 400
)
def test_control_is_framed_where_it_was(height: int, top: float) -> None:
    _, second = played(step(at(), *picture(1, height=height)), step(at(), pressed()))
    assert second.before
    assert second.before.frame == Frame(10.0, top, 20.0, 40 / height * 100)


@pytest.mark.parametrize(
    "action",
    [pressed(box=None), pressed(screen="Другой"), pressed(viewport={}), pressed(box={**BOX, "y": 9000})],
    ids=["no box", "another screen", "no window", "outside"],
)
def test_control_that_is_not_on_the_picture_is_not_framed(action: Attached) -> None:
    _, second = played(step(at(), *picture(1)), step(at(), action))
    assert second.before == Shot(PictureTaken("evidence/1.jpg", "Э1", "d1", 1000, 800))


QUOTED = [{"label": "Дальше", "box": BOX}, {"label": "Назад", "box": {**BOX, "x": 500}}]


def quoting(**more: Any) -> Attached:
    return fact(ScreenSeen.MEDIA_TYPE, screen="Э", address="", device="d1", quoted=QUOTED, **more)


def test_expectation_has_the_first_caption_it_quotes_outlined():
    _, expected = played(step(at(), *picture(1)), step(quoting(), kind="Outcome"))
    assert expected.telling == Shot(
        PictureTaken("evidence/1.jpg", "Э1", "d1", 1000, 800), Frame(10.0, 10.0, 20.0, 5.0)
    )


def test_action_that_failed_has_outlined_what_stands_there_instead():
    (failed,) = played(step(quoting(), *picture(1), status="failed"))
    assert failed.telling == Shot(
        PictureTaken("evidence/1.jpg", "Э1", "d1", 1000, 800), Frame(10.0, 10.0, 20.0, 5.0)
    )


@pytest.mark.parametrize(
    ("outcome", "taken"),
    [("Action", picture(1)), ("Outcome", picture(1, kind="phone"))],
    ids=["action", "phone"],
)
def test_nothing_is_outlined_after_an_action_or_on_a_phone_beside(outcome: str, taken: list[Attached]):
    (moment,) = played(step(quoting(), *taken, kind=outcome))
    assert moment.after is not None
    assert moment.after.frame is None


def test_content_of_a_picture_is_told():
    told = {"url": "evidence/1.jpg", "device": "d1", "screen": "Э1", "width": 1000, "height": 800}
    taken = (
        Attached("image/jpeg", "", "evidence/1.jpg", None),
        fact(PictureTaken.MEDIA_TYPE, **told, content=BOX),
    )
    (moment,) = played(step(at(), *taken))
    assert moment.after is not None
    assert moment.after.picture.content == Box(100, 80, 200, 40)
