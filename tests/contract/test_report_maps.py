"""The map of screens and the page of differences in a real browser: readable, reachable, one instruction at a time."""

from pathlib import Path
from urllib.parse import unquote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from reports.model import Earlier
from reports.single_file import write_single_file
from reports.site import write_site
from tests.contract.test_accessibility import problems_of
from tests.contract.test_report import CONTRAST, SMALL, axe, browser, opened, page  # noqa: F401  fixtures
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

PAGES = ("map.html", "map/journal.html", "map/vk_id.html", "against.html")
LINKING = (
    step(Did("open", "https://journal.test", ""), sees=DESK, picture="evidence/desk.jpg"),
    step(press("Сообщения", DESK), sees=LETTERS, clauses=["t.v1.1"]),
    step(press("Привязать учебный профиль VK ID", LETTERS), sees=PHONE, clauses=["u.v1.1"]),
    step(press("Дальше", PHONE), sees=CODE),
    step(press("Ещё раз", CODE), sees=CODE),
)
SHORT = scenario("Короткий путь", step(press("Дальше", PHONE), sees=CODE, clauses=["t.v2.1"]))
FAILED = scenario(
    "Упал", step(press("Выйти", DESK), sees=DESK, status="failed", labels={"buttons": ["Связать"]})
)
PASSED = scenario("Упал", step(press("Выйти", DESK), sees=DESK, labels={"buttons": ["Подключить"]}))
LOST = scenario("Был", step(says="Тогда вижу экран «Никто не видел»", status="not_run"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    way = scenario("Весь путь", *LINKING)
    earlier = Earlier(
        run(way, PASSED, scenario("Был", step(press("Выйти", DESK), sees="journal/Прощание"))), folder
    )
    instructions = instruction("t.v1.1", "t.v2.1"), instruction("u.v1.1", name="u")
    told = model(run(way, SHORT, FAILED, LOST), *instructions, folder=folder, earlier=earlier)
    write_single_file(told)
    return write_site(told).parent


@pytest.mark.parametrize("name", PAGES)
def test_page_is_accessible_and_fits(page: Page, site: Path, axe: Axe, name: str):  # noqa: F811  fixtures
    problems = problems_of(opened(page, site, name), axe)
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("name", PAGES)
def test_page_can_be_read_in_the_dark(page: Page, site: Path, axe: Axe, name: str):  # noqa: F811  fixtures
    page.emulate_media(color_scheme="dark")
    violations = axe.run(opened(page, site, name), options=CONTRAST).response["violations"]
    assert not violations, [node["html"][:120] for one in violations for node in one["nodes"]]


@pytest.mark.parametrize("name", PAGES)
def test_targets_are_big_enough_for_a_finger(page: Page, site: Path, name: str):  # noqa: F811  fixtures
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, site, name)
    assert page.locator("a, button, input, select, summary").evaluate_all(SMALL) == []


def test_ways_of_one_instruction_are_shown_at_a_time(page: Page, site: Path):  # noqa: F811  fixtures
    opened(page, site, "map/vk_id.html")
    shown = page.locator("svg .badge:visible")
    assert set(shown.evaluate_all("all => all.map(one => one.dataset.way)")) == {"t"}
    page.get_by_role("radio", name="Инструкция").nth(1).check()
    assert set(shown.evaluate_all("all => all.map(one => one.dataset.way)")) == {"u"}
    page.get_by_role("radio", name="Без путей").check()
    expect(shown).to_have_count(0)


def test_keyboard_alone_leads_from_a_card_to_its_words(page: Page, site: Path):  # noqa: F811  fixtures
    opened(page, site, "map/vk_id.html")
    page.get_by_role("link", name="Экран «Код», читать словами").focus()
    page.keyboard.press("Enter")
    words = page.locator(":target")
    expect(words.get_by_role("heading")).to_have_text("Код")
    expect(words).to_be_in_viewport()


def test_text_stays_inside_its_card(page: Page, site: Path):  # noqa: F811  fixtures
    opened(page, site, "map/journal.html")
    cards = page.locator("svg .screencard").all()
    assert cards
    for card in cards:
        frame = card.locator(".back").bounding_box()
        assert frame
        texts = card.locator("text").all()
        assert texts
        for text in texts:
            box = text.bounding_box()
            assert box
            assert frame["x"] <= box["x"]
            assert box["x"] + box["width"] <= frame["x"] + frame["width"]
            assert box["y"] + box["height"] <= frame["y"] + frame["height"]


def test_screen_nobody_saw_is_named(page: Page, site: Path):  # noqa: F811  fixtures
    opened(page, site, "map.html")
    expect(page.get_by_role("region", name="Не открыл ни один сценарий")).to_contain_text("«Никто не видел»")
    opened(page, site, "map/journal.html")
    expect(page.get_by_role("link", name="Экран «Прощание», читать словами")).to_be_visible()


def test_map_and_differences_print(page: Page, site: Path):  # noqa: F811  fixtures
    for name in PAGES:
        assert opened(page, site, name).pdf(format="A4").startswith(b"%PDF")


def test_every_anchor_of_the_single_file_is_there_once(page: Page, site: Path):  # noqa: F811  fixtures
    opened(page, site, "../report.html")
    ids = page.locator("[id]").evaluate_all("all => all.map(one => one.id)")
    assert len(ids) == len(set(ids))
    aimed = page.locator("a[href^='#'], use").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert {unquote(one[1:]) for one in aimed} <= set(ids)
