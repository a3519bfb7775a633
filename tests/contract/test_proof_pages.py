"""The pages about known defects, in a browser: Stryker's component shows the matrix and asks nobody for anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, expect

from fixtures.browser import launch, launch_arguments
from reports.command import read_model
from reports.record.clauses import load_instructions
from reports.record.matrix import write_matrix
from reports.site import write_site
from reports.views import proof
from tests.bench.synthetic_run import write_run
from tests.unit.reports.tried_defects import example


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("proof")
    write_run(folder, {"perm": load_instructions()["perm"]}, 2, {})
    write_matrix(folder / "defects.json", example())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(proof, "MATRIX", folder / "defects.json")
        yield write_site(read_model(folder)).parent


@pytest.fixture(scope="module")
def browser(driver: Playwright) -> Iterator[Browser]:
    launched = launch(driver, launch_arguments(None))
    yield launched
    launched.close()


def test_page_names_what_was_not_noticed_and_that_it_is_stale(site: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.goto((site / "proof.html").as_uri())
    expect(page.get_by_role("heading", name="Не замечены: 1")).to_be_visible()
    expect(page.get_by_text("Пароль подбирают <без конца>.")).to_be_visible()
    expect(page.get_by_text("Итог устарел.").first).to_be_visible()
    expect(page.get_by_role("link", name="Дефекты", exact=True)).to_have_attribute("aria-current", "page")
    page.close()


def test_component_of_stryker_shows_the_matrix_without_a_request_to_anywhere(
    site: Path, browser: Browser
) -> None:
    page = browser.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto((site / "mutants.html").as_uri())
    expect(page.get_by_role("link", name="perm.toml")).to_be_visible()
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    assert complaints == []
    page.close()


def test_without_a_matrix_there_is_no_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proof, "MATRIX", tmp_path / "none.json")
    assert list(proof.pages(None)) == []  # type: ignore[arg-type]  # nothing is asked of the run
