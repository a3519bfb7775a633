"""The form in a browser: what is answered outlives the page, is saved as a table, and the report shows it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from fixtures.browser import launch, launch_arguments
from fixtures.environment.arguments import ArgumentParser
from reports.checklist.command import main as checklist
from reports.command import main as report
from reports.record.clauses import load_instructions
from tests.bench.synthetic_run import write_run

PERM = {"perm": load_instructions()["perm"]}


@pytest.fixture(scope="module")
def browser(driver: Playwright) -> Iterator[Browser]:
    launched = launch(driver, launch_arguments(None))
    yield launched
    launched.close()


def answer(page: Page, clause: str, word: str, seen: str = "") -> None:
    row = page.locator(f'tr[data-clause="{clause}"]')
    row.get_by_label(word, exact=True).check()
    row.locator("textarea").fill(seen)


def test_walk_is_filled_in_saved_taken_and_shown(
    browser: Browser, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    known = ("--known", str(tmp_path / "known.ndjson"))
    checklist(["perm", "--out", str(tmp_path)], ArgumentParser)
    page = browser.new_page()
    page.goto((tmp_path / "perm.html").as_uri())
    page.get_by_role("button", name="Сохранить ответы").click()
    expect(page.get_by_text("Не сохранено. Впишите: Дата, Место.")).to_be_visible()
    for name, value in (("Дата", "20.11.2026"), ("Место", "Пермский край"), ("Роль", "учитель")):
        page.get_by_label(name).fill(value)
    answer(page, "perm.in.1.1", "так")
    answer(page, "perm.in.2.1", "не так", 'поле "Имя"; пусто\nи серое')
    page.reload()
    expect(page.get_by_text("Отвечено: 2 из")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Сохранить ответы").click()
    download.value.save_as(tmp_path / "perm.csv")
    assert checklist(["perm", "--take", str(tmp_path / "perm.csv"), *known], ArgumentParser) == 0
    assert (
        "Принято: 2 ответа (20.11.2026, Пермский край, учитель): так 1, не так 1" in capsys.readouterr().out
    )
    write_run(tmp_path, PERM, 1)
    report(["--out", str(tmp_path), *known], ArgumentParser)
    page.goto((tmp_path / "report/index.html").as_uri())
    expect(page.locator(".walks")).to_contain_text(
        "Видел человек, 20.11.2026, Пермский край, учитель: так 1, не так 1"
    )
    disputed = page.get_by_role("region", name="Человек видел другое, чем на симуляторе")
    expect(disputed).to_contain_text("видел человек: не так, 20.11.2026, Пермский край")
    expect(disputed).to_contain_text('поле "Имя"; пусто и серое')
    page.goto((tmp_path / "report/perm.html").as_uri())
    page.get_by_label("смотрел человек").check(force=True)
    expect(page.locator(".clause:visible")).to_have_count(2)
    page.close()
