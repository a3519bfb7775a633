"""The operator is asked again only if the page goes on asking; what is in the way is pressed if that is allowed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from fixtures.conduct.deeds import HARMLESS
from fixtures.conduct.guard import Conduct, NotAllowed
from fixtures.operator.operator import AskedInVain
from fixtures.sight.eyes.eyes import Eyes
from steps.screens.tolerance.detours import DONE_AT_MOST, POINTS_AT_MOST, Detours

WORDS = "Подтвердите, что вы не робот"
PATIENCE_MS = 8_000


class Ground:
    """Gives back by which words something is looked for."""

    def get_by_text(self, words: str, exact: bool) -> Any:  # noqa: ARG002
        return SimpleNamespace(filter=lambda visible: words)

    def get_by_role(self, role: str, name: str, exact: bool) -> str:  # noqa: ARG002
        return name


class Page:
    """A page with these words on it; some go a while after the operator has answered so often."""

    def __init__(self, *words: str, answers: int = 1, takes_seconds: float = 0.5) -> None:
        self.words, self.seconds, self.pressed, self.asked = {*words}, 0.0, list[str](), list[float]()
        self._answers, self._takes = answers, takes_seconds
        self._goes_at: float | None = None

    def answered(self) -> None:
        self.asked.append(self.seconds)
        if len(self.asked) == self._answers:
            self._goes_at = self.seconds + self._takes

    def sees(self, sought: Callable[[Ground], str]) -> bool:
        gone = self._goes_at is not None and self.seconds >= self._goes_at
        return sought(Ground()) in self.words and not gone

    def seen(self, sought: Callable[[Ground], str]) -> Iterator[Any]:
        label = sought(Ground())
        if label in self.words:
            yield SimpleNamespace(first=SimpleNamespace(click=lambda timeout: self.pressed.append(label)))

    def look_later(self) -> None:
        self.seconds += 0.1


def detours(page: Page, is_done: bool = True, **eyes: Any) -> Detours:
    def have_done(*_told: str) -> bool:
        page.answered()
        return is_done

    seeing = Eyes(tolerant=True, have_done=have_done, **eyes)
    seeing.now = lambda: page.seconds  # type: ignore[method-assign]
    conduct = Conduct("live", HARMLESS)
    prove = lambda verb, label: conduct.about_to(verb, label, None)  # noqa: E731
    device: Any = SimpleNamespace(eyes=seeing, patience_ms=PATIENCE_MS, prove_allowed=prove)
    finding: Any = page
    return Detours(device, finding)


def test_operator_is_not_asked_again_while_the_page_takes_it_in() -> None:
    page = Page(WORDS, takes_seconds=5)
    assert detours(page, asks={WORDS: "robot"}).take()
    assert page.asked == [0.0]
    assert page.seconds >= 5
    assert not detours(page, asks={WORDS: "robot"}).take()


def test_after_a_press_on_the_picture_the_next_one_comes_soon() -> None:
    page = Page(WORDS, answers=3)
    assert detours(page, is_done=False, asks={WORDS: "robot"}).take()
    assert len(page.asked) == 3
    assert page.seconds < PATIENCE_MS / 1000


@pytest.mark.parametrize(("is_done", "times"), [(True, DONE_AT_MOST), (False, POINTS_AT_MOST)])
def test_page_that_goes_on_asking_does_so_not_for_ever(is_done: bool, times: int) -> None:
    page = Page(WORDS, answers=999)
    with pytest.raises(AskedInVain, match=f"страница всё ещё просит «{WORDS}»"):
        detours(page, is_done, asks={WORDS: "robot"}).take()
    assert len(page.asked) == times


def test_page_is_waited_for_anew_once_however_often_it_has_asked() -> None:
    page = Page(WORDS, answers=3)
    made = detours(page, is_done=False, asks={WORDS: "robot"})
    made.take()
    once = Page(WORDS, answers=1)
    other = detours(once, asks={WORDS: "robot"})
    other.take()
    waited = [round(each._device.eyes.waited_seconds) for each in (made, other)]
    assert waited[0] == waited[1] == 8


def test_what_is_in_the_way_is_pressed_away_and_remarked_on() -> None:
    page = Page("Что нового", "Понятно")
    made = detours(page, detours={"Что нового": ("Понятно",)})
    assert made.take()
    assert page.pressed == ["Понятно"]
    assert "«Понятно»" in made._device.eyes.take()[0]


def test_guard_is_asked_before_it_is_pressed() -> None:
    page = Page("Устаревший профиль", "Удалить")
    with pytest.raises(NotAllowed, match="не позволяет удалять: «Удалить»"):
        detours(page, detours={"Устаревший профиль": ("Удалить",)}).take()
    assert page.pressed == []
