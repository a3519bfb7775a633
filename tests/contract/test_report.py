"""The report in a real browser: opened from disk, read in light and dark, on a phone, with the keyboard alone."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pdfplumber
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Playwright, expect

from fixtures.browser import launch, launch_arguments
from reports.command import read_model
from reports.model import ROLES
from reports.record.clauses import load_instructions
from reports.single_file import write_single_file
from reports.site import write_site
from steps.language.tags import TAGS_FILE
from tests.bench.synthetic_run import Look, write_run
from tests.contract.test_accessibility import OVERHANG, RULES

KNOWN = load_instructions()
INSTRUCTIONS = {name: KNOWN[name] for name in ("paragraf", "perm")}
CLAUSES = {clause.id for instruction in KNOWN.values() for clause in instruction.clauses}
SCENARIOS = 8
FIRST_OF_PERM = 4
# The first of the four ways through Perm meets a button of another name, the second breaks.
LOOKS = {
    (FIRST_OF_PERM, "perm.in.2.3"): Look("failed", expected="Войти", nearest="Вход"),
    (FIRST_OF_PERM + 1, "perm.v1.1"): Look("broken"),
}
PAGES = (
    *("index.html", "perm.html", "sferum.html", "contradictions.html"),
    *("map.html", "map/vk_id.html", "scenarios.html", "sentences.html"),
)
ADDRESSES = "links => links.map(link => new URL(link.getAttribute('href'), document.baseURI).href)"
# The places that lead to a clause: a side of a contradiction, the clause itself, its opponent, a step, what differs.
CLAUSE_LINKS = (
    ".statement p:first-child a",
    ".clause .id a",
    ".opponent a",
    ".carried a",
    ".matter > div:first-child > a",
)
PALE = 235  # what is paler than that is paper
CONTRAST = {"runOnly": ["color-contrast"], "resultTypes": ["violations"]}
SMALL = """targets => targets
  .filter(one => one.getClientRects().length && !one.closest("p, li, figcaption, h3, dd"))
  .filter(one => Math.min(one.getBoundingClientRect().width, one.getBoundingClientRect().height) < 24)
  .map(one => one.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    write_run(folder, INSTRUCTIONS, SCENARIOS, LOOKS)
    model = read_model(folder)
    write_single_file(model)
    return write_site(model).parent


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole report in one file takes axe long on a busy machine."""
    monkeypatch.setattr("fixtures.sight.patience.QUESTION_SECONDS", 90.0)


@pytest.fixture(scope="session")
def axe() -> Axe:
    return Axe()


@pytest.fixture(scope="session")
def browser(driver: Playwright) -> Iterator[Browser]:
    launched = launch(driver, launch_arguments(None))
    yield launched
    launched.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 844})
    yield context.new_page()
    context.close()


def opened(page: Page, site: Path, name: str) -> Page:
    page.goto((site / name).as_uri())
    return page


@cache
def anchors_of(address: str) -> set[str]:
    """The anchors of a page, as its file tells them."""
    text = Path(unquote(address.removeprefix("file://"))).read_text("utf-8")
    return set(re.findall(r'\bid="([^"]+)"', text))


def told(violations: list[Any]) -> list[str]:
    return [f"{one['help']}: {node['html'][:120]}" for one in violations for node in one["nodes"]]


def failed_scenario(site: Path) -> str:
    pages = (site / "scenario").glob("*.html")
    return next(f"scenario/{one.name}" for one in pages if "на экране «Вход»" in one.read_text("utf-8"))


def every_page(site: Path) -> list[str]:
    whole = next(f"clause/{one.name}" for one in (site / "clause").glob("*.html"))
    return [*PAGES, failed_scenario(site), whole, "../report.html"]


def test_every_page_is_accessible(page: Page, site: Path, axe: Axe):
    for name in every_page(site):
        violations = axe.run(opened(page, site, name), options=RULES).response["violations"]
        assert not violations, f"{name}: {told(violations)}"


def test_every_page_fits_a_phone(page: Page, site: Path, axe: Axe):
    page.set_viewport_size({"width": 390, "height": 844})
    for name in every_page(site):
        assert opened(page, site, name).evaluate(OVERHANG) <= 0, name
    violations = axe.run(opened(page, site, "perm.html"), options=RULES).response["violations"]
    assert not violations, told(violations)


def test_every_page_can_be_read_in_the_dark(page: Page, site: Path, axe: Axe):
    page.emulate_media(color_scheme="dark")
    for name in every_page(site):
        violations = axe.run(opened(page, site, name), options=CONTRAST).response["violations"]
        assert not violations, f"{name}: {told(violations)}"


def test_targets_are_big_enough_for_a_finger(page: Page, site: Path):
    page.set_viewport_size({"width": 390, "height": 844})
    for name in every_page(site):
        opened(page, site, name)
        assert page.locator("a, button, input, select, summary").evaluate_all(SMALL) == [], name


def test_nothing_is_fetched_from_anywhere_but_this_folder(page: Page, site: Path):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for name in every_page(site):
        opened(page, site, name).wait_for_load_state("load")
    assert asked
    assert {url for url in asked if not url.startswith(("file://", "data:"))} == set()


def test_every_link_of_the_site_leads_somewhere(site: Path, page: Page):
    for name in every_page(site):
        opened(page, site, name)
        ways = page.locator("a").evaluate_all(ADDRESSES)
        for way in {way.partition("#")[0] for way in ways}:
            assert Path(way.removeprefix("file://")).is_file(), f"{name}: {way}"


def test_anchor_of_every_link_is_there(site: Path, page: Page):
    for name in every_page(site):
        for way in opened(page, site, name).locator("a").evaluate_all(ADDRESSES):
            file, _, anchor = way.partition("#")
            assert not anchor or unquote(anchor) in anchors_of(file), f"{name}: {way}"


def test_every_link_to_a_clause_leads_to_the_clause_itself(site: Path, page: Page):
    ways: dict[str, set[str]] = {place: set() for place in CLAUSE_LINKS}
    for name in every_page(site):
        opened(page, site, name)
        for place, found in ways.items():
            found.update(page.locator(place).evaluate_all(ADDRESSES))
    assert all(ways.values()), [place for place, found in ways.items() if not found]
    for file, _, anchor in (way.partition("#") for found in ways.values() for way in found):
        assert anchor in CLAUSES, f"{file}#{anchor}"
        assert anchor in anchors_of(file), f"{file}#{anchor}"


def test_difference_is_told_in_words_beside_its_clause(page: Page, site: Path):
    clause = opened(page, site, "perm.html").locator("[id='perm.in.2.3']")
    expect(clause.get_by_text("расходится на симуляторе")).to_be_visible()
    expect(clause.get_by_text("в инструкции «Войти», на экране «Вход»").first).to_be_visible()
    expect(
        opened(page, site, "index.html").get_by_text("в инструкции «Войти», на экране «Вход»")
    ).to_be_visible()


def test_clause_behind_a_failure_says_why_it_is_unchecked(page: Page, site: Path):
    clause = opened(page, site, "perm.html").locator("[id='perm.in.3.1']")
    expect(clause.get_by_text("не проверен", exact=False).first).to_be_visible()
    expect(clause.get_by_text("раньше не прошёл шаг «Когда нажимаю «Войти»»").first).to_be_visible()


def test_control_is_outlined_where_it_was(page: Page, site: Path):
    shot = opened(page, site, "perm.html").locator("[id='perm.in.1.2'] .shot a").first
    shot.scroll_into_view_if_needed()
    whole, control = shot.bounding_box(), shot.locator(".control").bounding_box()
    assert whole
    assert control
    assert whole["x"] <= control["x"] < control["x"] + control["width"] <= whole["x"] + whole["width"]
    assert whole["y"] <= control["y"] < control["y"] + control["height"] <= whole["y"] + whole["height"]


def test_filters_and_search_narrow_the_clauses(page: Page, site: Path):
    opened(page, site, "perm.html")
    shown = page.locator(".clause:not([hidden])")
    everything = shown.count()
    page.get_by_role("checkbox", name="расходится").check()
    expect(shown).to_have_count(1)
    expect(page.get_by_role("status")).to_have_text(f"показан 1 из {everything}")
    page.get_by_role("button", name="Показать всё").click()
    expect(shown).to_have_count(everything)
    page.get_by_role("combobox", name="Вариант").select_option("v3")
    assert set(shown.evaluate_all("all => all.map(one => one.dataset.variant)")) == {"v3"}
    page.get_by_role("button", name="Показать всё").click()
    page.get_by_role("searchbox", name="Найти").fill("личных СООБЩЕНИЙ")
    expect(shown.first).to_contain_text("личных сообщений")
    assert 0 < shown.count() < everything


def test_sentence_is_found_in_any_case_by_its_other_words_and_by_its_keyword(page: Page, site: Path):
    opened(page, site, "sentences.html")
    shown = page.locator(".phrase:not([hidden]) h3")
    page.get_by_role("searchbox", name="Найти").fill("галочку")
    expect(shown.first).to_have_text("Дано, Когда отмечаю «надпись»")
    page.get_by_role("searchbox", name="Найти").fill("кнопок")
    page.get_by_role("checkbox", name="Тогда").check()
    expect(page.get_by_role("heading", name="Тогда вижу кнопку «надпись»", exact=True)).to_be_visible()
    expect(shown.filter(has_not_text=re.compile("^Тогда"))).to_have_count(0)


def test_sentence_leads_to_where_the_run_said_it(page: Page, site: Path):
    opened(page, site, "sentences.html")
    page.locator("[id='нажимаю-надпись'] a").click()
    expect(page.locator(".step:target")).to_contain_text("Когда нажимаю «")


def test_link_to_a_hidden_clause_shows_it(page: Page, site: Path):
    opened(page, site, "perm.html")
    page.get_by_role("checkbox", name="расходится").check()
    page.evaluate("location.hash = '#perm.v3.5'")
    expect(page.locator("[id='perm.v3.5']")).to_be_in_viewport()


def test_keyboard_alone_filters_and_opens_a_scenario(page: Page, site: Path):
    opened(page, site, "perm.html")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="К содержанию")).to_be_focused()
    page.keyboard.press("Enter")
    chip = page.get_by_role("checkbox", name="расходится")
    for _ in range(30):
        page.keyboard.press("Tab")
        if chip.evaluate("chip => chip === document.activeElement"):
            break
    page.keyboard.press("Space")
    expect(page.locator(".clause:not([hidden])")).to_have_count(1)
    scenario = page.locator(".clause:not([hidden]) figcaption a").first
    scenario.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("perm, путь 1")


def test_without_scripts_everything_is_shown(browser: Browser, site: Path):
    context = browser.new_context(java_script_enabled=False)
    page = opened(context.new_page(), site, "perm.html")
    expect(page.locator(".clause").last).to_be_visible()
    expect(page.locator("form")).to_be_hidden()
    context.close()


def test_scenario_shows_what_was_not_run_and_how_to_repeat_it(page: Page, site: Path):
    opened(page, site, failed_scenario(site))
    expect(page.get_by_text("в инструкции «Войти», на экране «Вход»")).to_be_visible()
    expect(page.locator(".step.not_run").first).to_contain_text("не выполнялся")
    expect(page.get_by_text("svyazka.py run features/perm/synthetic.feature")).to_be_visible()


def test_single_file_holds_its_pictures(page: Page, site: Path):
    opened(page, site, "../report.html")
    drawn = page.locator("[id='perm.in.1.2'] svg.drawn use")
    expect(drawn).to_have_count(1)
    assert drawn.evaluate("use => use.getBBox().width") == 640


def test_single_file_narrows_the_clauses_of_all_instructions(page: Page, site: Path):
    opened(page, site, "../report.html")
    shown = page.locator(".clause:not([hidden])")
    everything = shown.count()
    page.get_by_role("combobox", name="Инструкция, вариант").select_option("perm.v3")
    ids = shown.evaluate_all("all => all.map(one => one.id)")
    assert ids
    assert all(one.startswith("perm.v3.") for one in ids)
    expect(page.get_by_role("heading", name=INSTRUCTIONS["paragraf"].title, level=2)).to_be_hidden()
    page.get_by_role("button", name="Показать всё").click()
    page.get_by_role("checkbox", name="расходится").check()
    page.get_by_role("searchbox", name="Найти").fill("вход")
    expect(shown).to_have_count(1)
    page.evaluate("location.hash = '#paragraf'")
    expect(page.get_by_role("heading", name=INSTRUCTIONS["paragraf"].title, level=2)).to_be_in_viewport()
    expect(shown).to_have_count(everything)


def test_single_file_has_the_map(page: Page, site: Path):
    opened(page, site, "../report.html")
    page.locator(".mapof summary").first.click()
    card = page.get_by_role("link", name="Экран «Экран 0», читать словами")
    assert card.locator("use").evaluate("use => use.getBBox().width") == 640
    card.click()
    expect(page.locator(":target").get_by_role("heading")).to_have_text("Экран 0")
    expect(page.locator(":target")).to_be_in_viewport()


def test_report_prints(page: Page, site: Path):
    assert opened(page, site, "perm.html").pdf(format="A4").startswith(b"%PDF")
    page.emulate_media(media="print")
    expect(page.locator("form")).to_be_hidden()
    expect(page.locator(".clause").last).to_be_visible()


@pytest.mark.parametrize("name", ["index.html", "perm.html", "map/vk_id.html", "scenarios.html"])
def test_no_page_on_paper_but_the_last_is_less_than_half_filled(page: Page, site: Path, name: str):
    printed = opened(page, site, name).pdf(format="A4", print_background=True)
    assert [number for number, filled in enumerate(fillings(printed)[:-1], start=1) if filled < 1 / 2] == []


def fillings(printed: bytes) -> list[float]:
    """How far down something stands on each page, from 0 to 1."""
    with pdfplumber.open(BytesIO(printed)) as document:
        drawn = [each.to_image(resolution=36).original.convert("L") for each in document.pages]
    boxes = [(each.point(lambda shade: 255 * (shade < PALE)).getbbox(), each.height) for each in drawn]
    return [box[3] / height if box else 0.0 for box, height in boxes]


def test_roles_to_filter_by_are_those_of_the_tags():
    assert set(ROLES) == set(tomllib.loads(TAGS_FILE.read_text("utf-8"))["role"])
