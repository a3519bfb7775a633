"""A whole way is gone on the screens, unless the stand arranges it; what it could not do is done on the screens."""

from types import SimpleNamespace
from typing import Any

import pytest

from fixtures.control import Carried
from steps.catalogue.definitions import known_definitions
from steps.language.sentence import is_arranged
from steps.screens.actor import Actor
from steps.ways.carrying import carry_out
from steps.ways.errand import Errand, filled, move

LOGIN, DESK = "https://journal/login", "https://journal/desk"
SIGN_IN = Errand(LOGIN, (move("Войти", filled("Логин", "anna")),), end="Стол")
WALK = Errand(answers={"Телефон": move("Далее"), "Пароль": move("Войти")}, until="Код", end="Код")
ON_FOOT = [("open", LOGIN), ("fill", "Логин", "anna"), ("press", "Войти"), ("prove", "Стол")]


class Screen:
    """The screens of a way one after the other; tells what was done."""

    def __init__(self, *titles: str) -> None:
        self.done: list[tuple[str, ...]] = []
        self._titles = [*titles]

    @property
    def title(self) -> str:
        return self._titles[0]

    def title_after(self, answered: Any, expected: Any, last: str = "") -> str:
        return self.title

    def press(self, label: str) -> None:
        self.done.append(("press", label))
        self._titles = self._titles[1:] or self._titles

    def __getattr__(self, verb: str) -> Any:
        return lambda *told: self.done.append((verb, *told))


def somebody(screen: Screen, carried: Carried | None = None, at: str = "") -> Any:
    """Who stands before the screens; by what the stand has carried out, if it arranges."""
    comings: list[Any] = []
    device = SimpleNamespace(
        whereabouts=at,
        come_later=lambda address, coming: comings.append((address, coming)),
        windows=SimpleNamespace(arrive=lambda: comings[-1][1]()),
    )
    world = SimpleNamespace(carry_out=lambda _device, _errand: carried)
    return SimpleNamespace(
        screen=screen, device=device, world=world, arranges=carried is not None, comings=comings
    )


def carried(address: str, heading: str, moves: int = 0, *answered: str) -> Carried:
    return Carried(address, heading, moves, [*answered], {}, "", [])


def test_way_is_gone_on_the_screens() -> None:
    screen = Screen("Вход", "Стол")
    carry_out(somebody(screen), SIGN_IN)
    assert screen.done == ON_FOOT


def test_what_is_arranged_is_not_looked_at_before_somebody_does() -> None:
    screen = Screen("Вход")
    actor = somebody(screen, carried(DESK, "Стол", 1))
    carry_out(actor, SIGN_IN)
    [(address, coming)] = actor.comings
    assert (address, screen.done) == (DESK, [])
    coming()
    assert screen.done == [("arrive", DESK), ("prove", "Стол")]


def test_what_is_arranged_at_one_computer_is_proven_there_when_the_person_sits_at_another() -> None:
    here, elsewhere = Screen("Вход"), Screen("пустая страница")
    actor = somebody(here, carried(DESK, "Стол", 1))
    carry_out(actor, SIGN_IN)
    actor.screen = elsewhere
    [(_, coming)] = actor.comings
    coming()
    assert (here.done[-1], elsewhere.done) == (("prove", "Стол"), [])


def test_what_the_stand_could_not_do_is_done_on_the_screen_it_stopped_at() -> None:
    screen = Screen("Вход", "Стол")
    carry_out(somebody(screen, carried(LOGIN, "Вход")), SIGN_IN)
    assert screen.done == ON_FOOT[1:]


def test_another_end_than_is_meant_is_complained_of_on_the_screen() -> None:
    screen = Screen("Нет доступа")
    carry_out(somebody(screen, carried(DESK, "Нет доступа", 1)), SIGN_IN)
    assert screen.done == [("prove", "Стол")]


def test_way_goes_on_from_where_one_is() -> None:
    screen = Screen("Телефон", "Пароль", "Код")
    carry_out(somebody(screen, carried("https://vk/2", "Пароль", 0, "Телефон"), at="https://vk/1"), WALK)
    assert ("press", "Далее") in screen.done  # the screen of the fake is still the first
    assert ("prove", "Код") in screen.done


def test_screen_that_comes_again_is_complained_of() -> None:
    screen = Screen("Пароль")
    carry_out_again = somebody(screen, carried("https://vk/1", "Пароль", 0, "Пароль"), at="https://vk/1")
    screen.complain = lambda words: pytest.fail(words)  # type: ignore[method-assign]
    with pytest.raises(pytest.fail.Exception, match="не пускает дальше"):
        carry_out(carry_out_again, WALK)


def test_another_site_is_looked_at_at_once() -> None:
    screen = Screen("")
    carry_out(
        somebody(screen, carried("https://journal/callback", "", 0, "Телефон"), at="https://vk/1"), WALK
    )
    assert ("arrive", "https://journal/callback") in screen.done


def test_nobody_who_is_nowhere_is_brought_anywhere() -> None:
    screen = Screen("Код")
    carry_out(somebody(screen, carried("", "")), WALK)
    assert screen.done == [("prove", "Код")]


def test_only_what_holds_before_is_arranged() -> None:
    kinds = {each.kind: 0 for each in known_definitions()}
    for each in known_definitions():
        kinds[each.kind] += is_arranged(each.context.step_func)
    assert kinds["given"] > 10
    assert kinds["when"] == kinds["then"] == 0


@pytest.mark.parametrize("arranges", [True, False])
def test_stand_arranges_while_it_is_said_what_holds_before(arranges: bool) -> None:
    world: Any = SimpleNamespace(arranges=arranges)
    actor = Actor(world)
    with actor.arranging():
        assert actor.arranges is arranges
    assert not actor.arranges
