"""At the very hands: a button that does more than a stand allows is not pressed, and nothing strange is typed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from fixtures.browser import Chromium
from fixtures.conduct.deeds import HARMLESS
from fixtures.conduct.guard import Conduct, NotAllowed
from fixtures.sight.device import Device
from steps.screens.screen import Screen

PAGE = """<h1>Кабинет</h1><button onclick="this.textContent = 'Удалено'">Удалить VK ID</button>
<button onclick="this.textContent = 'Открыто'">Открыть</button><label>Телефон <input></label>"""


@pytest.fixture
def screen(chromium: Chromium) -> Iterator[tuple[Screen, Page]]:
    context = chromium.context("Svyazka/none.d1")
    device = Device("d1", context, conduct=Conduct("live", HARMLESS))
    device.page.set_content(PAGE)
    yield Screen(device, lambda: None), device.page
    context.close()


def test_what_is_not_allowed_is_not_done_and_all_else_is(screen: tuple[Screen, Page]) -> None:
    seen, page = screen
    with pytest.raises(NotAllowed, match="не позволяет удалять: «Удалить VK ID»"):
        seen.press("Удалить VK ID")
    with pytest.raises(NotAllowed, match="не позволяет удалять"):
        seen.press_twice("Удалить VK ID")
    with pytest.raises(NotAllowed, match="чужим людям ничего не шлют"):
        seen.fill("Телефон", "+7 199 111-11-12")
    seen.press("Открыть")
    assert page.get_by_role("button").all_inner_texts() == ["Удалить VK ID", "Открыто"]
    assert page.get_by_label("Телефон").input_value() == ""
