"""What a screen tells: in Russian, with what was there instead; and nothing passes because a page was not there yet."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from fixtures.browser import Chromium, Device
from fixtures.control import Control, SimulatorDied
from fixtures.mismatch import Mismatch
from fixtures.stand import load_stand
from fixtures.world import World
from steps.screens.screen import Screen, ScreenUnnamed

SHORT_PATIENCE_MS = 300
PAGE = """
<title>Т</title><h1>Вход</h1>
<label for=l>Логин</label><input id=l value=ivanova>
<label for=s>Пол</label><select id=s><option>Женский<option selected>Мужской</select>
<p role=alert>Неверный пароль</p><p>Два слова</p><p hidden>Тайна</p>
<button>Войти</button><button>Отмена</button><button>Отмена</button><a href=#>Назад</a>
"""


@pytest.fixture
def device(chromium: Chromium) -> Iterator[Device]:
    made = Device("d1", chromium.context("Svyazka/none.d1"))
    made.context.set_default_timeout(SHORT_PATIENCE_MS)
    yield made
    made.context.close()


@pytest.fixture
def screen(device: Device) -> Screen:
    device.page.set_content(PAGE)
    return Screen(device, lambda: None)


MISMATCHES: list[tuple[Callable[[Screen], None], str]] = [
    (
        lambda screen: screen.press("Привязать"),
        "на экране «Вход» нет кнопки «Привязать»; есть: «Войти», «Отмена», «Назад»",
    ),
    (lambda screen: screen.press("войти"), "на экране «Вход» нет кнопки «войти»"),
    (lambda screen: screen.press("Отмена"), "на экране «Вход» из кнопки «Отмена» не выбрать: их 2"),
    (lambda screen: screen.see_button("Выйти"), "на экране «Вход» нет кнопки «Выйти»; есть: «Войти»"),
    (lambda screen: screen.fill("Пароль", "x"), "на экране «Вход» нет поля «Пароль»; есть: «Логин», «Пол»"),
    (
        lambda screen: screen.see("Два"),
        "на экране «Вход» нет надписи «Два»; есть: «Неверный пароль», «Два слова»",
    ),
    (lambda screen: screen.see("Тайна"), "на экране «Вход» нет надписи «Тайна»"),
    (lambda screen: screen.see_message("Два слова"), "на экране «Вход» нет сообщения «Два слова»"),
    (lambda screen: screen.see_countdown("Через"), "на экране «Вход» нет отсчёта «Через …»"),
    (lambda screen: screen.see_once("Отмена"), "на экране «Вход» надпись «Отмена» видна не один раз, а 2"),
    (
        lambda screen: screen.see_value("Логин", "petrova"),
        "на экране «Вход» в поле «Логин» стоит «ivanova», а не",
    ),
    (
        lambda screen: screen.see_choice("Пол", "Женский"),
        "на экране «Вход» в поле «Пол» выбрано не «Женский»",
    ),
    (
        lambda screen: screen.see_at_top_right("Войти"),
        "на экране «Вход» значок «Войти» не в правом верхнем углу",
    ),
    (
        lambda screen: screen.prove("Выход"),
        "открыт экран «Вход», а не «Выход»; на нём: «Неверный пароль», «Два слова»",
    ),
    (lambda screen: screen.open("https://nowhere.test/"), "адрес https://nowhere.test/ не открывается"),
]


@pytest.mark.parametrize(("look", "sentence"), MISMATCHES, ids=[sentence for _, sentence in MISMATCHES])
def test_mismatch_says_what_was_there_instead(screen: Screen, look, sentence):
    with pytest.raises(Mismatch) as mismatch:
        look(screen)
    assert str(mismatch.value).startswith(sentence)


def test_what_is_there_is_seen(screen: Screen):
    screen.prove("Вход")
    screen.see("Неверный пароль")
    screen.see_message("Неверный пароль")
    screen.see_button("Назад")
    screen.see_value("Логин", "ivanova")
    screen.see_choice("Пол", "Мужской")
    screen.miss("Тайна")
    screen.miss_button("Неверный пароль")


def test_present_text_is_not_missed(screen: Screen):
    screen.prove("Вход")
    with pytest.raises(Mismatch, match="на экране «Вход» видна надпись «Два слова»"):
        screen.miss("Два слова")
    with pytest.raises(Mismatch, match="на экране «Вход» есть кнопка «Назад»"):
        screen.miss_button("Назад")


def test_nothing_is_missed_on_a_screen_that_was_not_named(screen: Screen):
    with pytest.raises(ScreenUnnamed, match="Сначала скажите, на каком экране"):
        screen.miss("Чего нет")


def test_screen_has_to_be_named_again_after_an_action(screen: Screen):
    screen.prove("Вход")
    screen.press("Войти")
    with pytest.raises(ScreenUnnamed):
        screen.miss("Чего нет")


def test_dead_stand_is_not_the_scenarios_failure(device: Device):
    def die() -> None:
        raise SimulatorDied("нет его")

    device.page.set_content(PAGE)
    with pytest.raises(SimulatorDied):
        Screen(device, die).press("Привязать")


def test_screen_name_is_asked_for_anew_only_after_an_action(device: Device):
    device.page.set_content("<h1>Вход</h1>")
    assert device.screen_name() == "Вход"
    device.page.set_content("<h1>Другой</h1>")
    assert device.screen_name() == "Вход"
    device.acted()
    assert device.screen_name() == "Другой"


COUNTDOWN = """
<h1>Отсчёт</h1><p id=left></p><script>
const deadline = Date.now() + 120_000;
setInterval(() => { left.textContent = Math.round((deadline - Date.now()) / 1000) + " с" }, 20);
</script>
"""


@pytest.fixture
def world(chromium: Chromium, control: Control) -> Iterator[World]:
    made = World(load_stand("sim"), control, chromium, 1)
    yield made
    made.end()


def test_page_that_counts_to_a_deadline_sees_the_worlds_clock_jump(world: World):
    page = world.device("me").page
    page.set_content(COUNTDOWN)
    page.get_by_text("120 с").wait_for()
    world.advance(timedelta(seconds=90))
    page.get_by_text("30 с").or_(page.get_by_text("29 с")).wait_for()
    world.advance(timedelta(seconds=20))
    page.get_by_text("10 с").or_(page.get_by_text("9 с", exact=True)).wait_for()


def test_computer_bought_after_a_jump_has_the_worlds_time(world: World):
    before = world.device("me").page.evaluate("Date.now()")
    world.advance(timedelta(days=1))
    after = world.device("colleague").page.evaluate("Date.now()")
    assert after - before >= timedelta(days=1).total_seconds() * 1000


def test_world_is_made_once_with_everybody_who_was_mentioned(world: World):
    world.person("me")
    first = world.id
    world.person("colleague")
    assert world.id == first
    assert set(world.people) == {"me", "colleague"}
