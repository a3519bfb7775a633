"""The page of Cucumber's own formatter, opened from disk: it shows the record, and asks nobody for anything."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, expect

from fixtures.browser import launch, launch_arguments
from reports.cucumber import write_cucumber
from reports.record.clauses import load_instructions
from reports.record.folder import write_whole
from reports.record.messages import encode, read
from tests.bench.synthetic_run import write_run

PERM = {"perm": load_instructions()["perm"]}
SCENARIOS = 3
NASTY = "</script><script>document.title = 'взломано'</script>"


@pytest.fixture(scope="module")
def browser(driver: Playwright) -> Iterator[Browser]:
    launched = launch(driver, launch_arguments(None))
    yield launched
    launched.close()


@pytest.fixture(scope="module")
def cucumber(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a record in which a scenario's name tries to end the script."""
    folder = tmp_path_factory.mktemp("out")
    write_run(folder, PERM, SCENARIOS)
    messages = list(read(folder / "messages.ndjson"))
    feature = next(each["gherkinDocument"]["feature"] for each in messages if "gherkinDocument" in each)
    feature["description"] = NASTY
    write_whole(folder / "messages.ndjson", map(encode, messages))
    return write_cucumber(folder)


def test_page_shows_the_record_and_asks_nobody(browser: Browser, cucumber: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(cucumber.as_uri())
    expect(page.get_by_text(f"({SCENARIOS} / {SCENARIOS}) passed")).to_be_visible()
    page.get_by_text(".feature").first.click()
    expect(page.get_by_text("Сценарий").first).to_be_visible()
    page.locator("summary", has_text="экран.png").first.click()
    picture = page.locator("details[open] img").first
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.complete && image.naturalWidth") > 1
    assert page.title() == "Связка: отчёт Cucumber"
    page.close()
    assert errors == []
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []


def test_facts_of_our_own_are_left_out_of_the_page(cucumber: Path) -> None:
    record = (cucumber.parent / "messages.ndjson").read_text(encoding="utf-8")
    assert "application/vnd.svyazka." in record
    assert "application/vnd.svyazka." not in cucumber.read_text(encoding="utf-8")
