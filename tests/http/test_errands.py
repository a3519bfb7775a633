"""An errand goes as far as a person could go, and no farther; what is left is told."""

from typing import Any

import pytest

from sim_server.simulator import Simulator
from tests.http.ways import GO_ON, JOURNAL, LINK
from tests.http.world import World
from tests.people import ANNA, EVERYBODY, PASSWORD

Json = dict[str, Any]
NUMBER = {"labels": ["Телефон"], "text": ANNA["phone"]}
SECRET = {"labels": ["Введите пароль"], "text": PASSWORD}
CODE = {"labels": ["Введите код"], "source": "sms", "place": ANNA["phone"]}
ANSWERS = {
    "Вход в VK ID": {"press": GO_ON, "typed": [NUMBER]},
    "Введите пароль": {"press": GO_ON, "typed": [SECRET]},
    "Подтвердите вход": {"press": GO_ON, "typed": [CODE]},
}


@pytest.fixture
def world(simulator: Simulator) -> World:
    return World(simulator, EVERYBODY)


def carry_out(world: World, **errand: Any) -> Json:
    answer = world.api.post(f"{world.path}/devices/d1/errands", json=errand)
    assert answer.status_code == 200, answer.text
    return dict(answer.json)


def sign_in(password: str = "") -> Json:
    account = ANNA["journal_accounts"][0]
    typed = [
        {"labels": ["Логин"], "text": account["login"]},
        {"labels": ["Пароль"], "text": password or account["password"]},
    ]
    return {"press": "Войти", "typed": typed}


def linking(world: World, answers: Json, **more: Any) -> Json:
    """Signed in to the journal and gone to VK ID; each errand has the cookies of those before it."""
    cookies = carry_out(world, address=f"{JOURNAL}/login", moves=[sign_in()])["cookies"]
    begun = carry_out(world, address=f"{JOURNAL}/messages", moves=[{"press": LINK}], cookies=cookies)
    cookies = [*cookies, *begun["cookies"]]
    return carry_out(world, address=begun["address"], answers=answers, cookies=cookies, **more)


def test_signs_in_and_gives_the_cookie_and_the_address(world: World) -> None:
    carried = carry_out(world, address=f"{JOURNAL}/login", moves=[sign_in()])
    [cookie] = carried["cookies"]
    assert (cookie["host"], cookie["name"], cookie["http_only"]) == ("school.permkrai.ru", "sid", True)
    browser = world.browser()
    browser.client.set_cookie("sid", cookie["value"], domain=cookie["host"])
    assert browser.open(carried["address"]).heading == carried["heading"] != ""


def test_wrong_password_signs_nobody_in(world: World) -> None:
    carried = carry_out(world, address=f"{JOURNAL}/login", moves=[sign_in("не тот"), {"press": LINK}])
    assert carried["moves"] == 1
    assert carried["address"] == f"{JOURNAL}/login"


@pytest.mark.parametrize(
    "move",
    [
        {"press": "Кнопка, которой нет"},
        {"press": "Войти", "on": "Другой экран"},
        {"press": "Войти", "typed": [{"labels": ["Поле, которого нет"], "text": "а"}]},
    ],
)
def test_what_a_person_would_not_find_is_left_undone(world: World, move: Json) -> None:
    carried = carry_out(world, address=f"{JOURNAL}/login", moves=[move, sign_in()])
    assert (carried["moves"], carried["address"]) == (0, f"{JOURNAL}/login")


def test_answers_screens_up_to_the_one_that_is_meant(world: World) -> None:
    carried = linking(world, ANSWERS, until="Подтвердите вход")
    assert carried["answered"] == ["Вход в VK ID", "Введите пароль"]
    assert carried["heading"] == "Подтвердите вход"
    assert carried["read"] == {}


def test_code_is_the_one_that_has_come_and_counts_as_read(world: World) -> None:
    carried = linking(world, ANSWERS)
    assert carried["answered"] == list(ANSWERS)
    assert carried["read"] == {ANNA["phone"]: len(world.messages(ANNA["phone"]))}


def test_without_a_new_code_it_stops_at_the_screen_that_asks_for_it(world: World) -> None:
    world.disturb("phone", "sms", "lost", times=None)
    carried = linking(world, ANSWERS)
    assert carried["answered"] == ["Вход в VK ID", "Введите пароль"]
    assert carried["heading"] == "Подтвердите вход"


def test_screen_that_does_not_let_through_is_answered_once(world: World) -> None:
    wrong = {"press": GO_ON, "typed": [{**SECRET, "text": "не тот"}]}
    carried = linking(world, {**ANSWERS, "Введите пароль": wrong})
    assert carried["answered"] == ["Вход в VK ID", "Введите пароль"]
    assert carried["heading"] == "Введите пароль"


def test_disturbed_system_is_disturbed_for_an_errand_too(world: World) -> None:
    world.disturb("journal", "page", "error", times=None)
    carried = carry_out(world, address=f"{JOURNAL}/login", moves=[sign_in()])
    assert (carried["moves"], carried["heading"]) == (0, "Сервис временно недоступен")


def test_who_stays_is_not_led_to_another_site(world: World) -> None:
    to_the_end = {
        **ANSWERS,
        "Выберите учебный профиль": {"press": "Продолжить в учебном профиле"},
        "Информация о себе": {"press": GO_ON},
    }
    left = linking(world, to_the_end, stays=True)
    assert left["address"].startswith(f"{JOURNAL}/vk/callback?")
    assert (left["heading"], "anna" in world.links) == ("", False)
    linking(world, to_the_end)
    assert "anna" in world.links


def test_errand_in_a_world_that_is_none_is_refused(world: World) -> None:
    assert world.api.post("/worlds/none/devices/d1/errands", json={"address": JOURNAL}).status_code == 404
