"""What is laid over the pages of VK ID, told as data: the server decides, and the way goes on as the domain has it."""

from __future__ import annotations

import re
from typing import Any

import pytest

from sim_server.wild.face import WildFace
from sim_server.wild.people import WITH_PROFILE
from tests.http.wild.conftest import Asking
from tests.http.wild.test_face import PERM, VK_ID, form_of, sign_in

MESSENGER = "https://web-vk-me.svyaz.test"
PHONE = "https://phone-svyazka-test.svyaz.test"
Json = dict[str, Any]


def somebody(people: list[Json], **wanted: object) -> Json:
    """Somebody of Perm with a study profile that nothing is linked with."""
    return next(
        one
        for one in people
        if one["journal"] == "perm"
        and one["situations"] == [WITH_PROFILE]
        and all(one[key] == value for key, value in wanted.items())
    )


def from_messenger(asking: Asking) -> Json:
    """The first screen of VK ID on the way into the messenger."""
    return asking.tell(asking.tell(f"{MESSENGER}/sign-in/vk")["leave"])


def from_journal(asking: Asking, person: Json) -> Json:
    """The first screen of VK ID on the way of linking."""
    sign_in(asking, person)
    form = form_of(asking.tell(f"{PERM}/messages"))
    return asking.tell(asking.tell(PERM + form["action"], dict(form["sent"]))["leave"])


def answered(asking: Asking, told: Json, **typed: str) -> Json:
    """What comes after the screen's form, filled in so."""
    form = form_of(told)
    return asking.tell(VK_ID + form["action"], {**dict(form["sent"]), **typed})


def code_for(asking: Asking, phone: str) -> str:
    """The last code that the phone's page shows."""
    shown = asking.fetch(f"{PHONE}/{phone.lstrip('+')}").text
    return re.findall(r"\b\d{6}\b", shown)[0]


def test_outside_the_journals_a_qr_code_comes_first(asking: Asking) -> None:
    told = from_messenger(asking)
    assert told["tree"]["title"] == "Вход в VK ID"
    assert told["ways"] == {"qr": True}


def test_in_a_journal_s_window_the_screens_come_as_the_instruction_has_them(
    asking: Asking, people: list[Json]
) -> None:
    me = somebody(people, robot_check=False)
    told = from_journal(asking, me)
    assert told["ways"] == {}
    assert answered(asking, told, phone=me["phone"])["tree"]["title"] == "Введите пароль"


def test_journals_open_vk_id_in_all_ways_there_are(face: WildFace) -> None:
    ways = face._ways
    opened = {ways._opened(f"{VK_ID}/authorize?client_id={name}") for name in ways.journals}
    assert opened == {"page", "frame", "window"}
    assert ways._opened(f"{VK_ID}/authorize?client_id=messenger") == "page"
    assert ways._opened(f"{MESSENGER}/") == "page"


def test_code_before_the_password_proves_as_much(asking: Asking, people: list[Json]) -> None:
    me = somebody(people, robot_check=False)
    told = answered(asking, from_messenger(asking), phone=me["phone"])
    assert told["tree"]["title"] == "Введите пароль"  # the other way, which the page keeps at hand
    code_first = {"tree": told["ways"]["code_first"]}
    assert code_first["tree"]["title"] == "Введите код из СМС"

    refused = answered(asking, code_first, code="000000")
    assert "Неверный код" in str(refused["ways"]["code_first"])
    assert "Неверный код" not in str(
        asking.tell(VK_ID + form_of(code_first)["action"].replace("/-/code", ""))
    )

    after = answered(asking, code_first, code=code_for(asking, me["phone"]))
    assert after["leave"].startswith(MESSENGER)


def test_password_is_still_a_way(asking: Asking, people: list[Json]) -> None:
    me = somebody(people, robot_check=False)
    told = answered(asking, from_messenger(asking), phone=me["phone"])
    after = answered(asking, told, password=me["vk_password"])
    assert after.get("leave") or after["tree"]["title"] == "Подтвердите вход"


def test_suspected_number_is_checked_until_it_has_passed(asking: Asking, people: list[Json]) -> None:
    me = next(one for one in people if one["robot_check"])
    told = answered(asking, from_messenger(asking), phone=me["phone"])
    check = told["ways"]["robot"]
    walk = check.removesuffix("/-/robot")
    assert "robot" in asking.tell(VK_ID + walk)["ways"]  # reloading does not pass it
    assert "robot" not in asking.tell(VK_ID + check, {})["ways"]


@pytest.mark.parametrize("wish", ["-/robot", "-/code"])
def test_wish_of_nobody_s_sign_in_changes_nothing(asking: Asking, wish: str) -> None:
    assert asking.fetch(f"{VK_ID}/signin/unknown/{wish}", {"code": "1"}).json == {"go": "/signin/unknown"}
