"""A person decides on a page opened from disk: it outlives the page, goes into a file, and the next report shows it."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from fixtures.browser import launch, launch_arguments
from fixtures.environment.arguments import ArgumentParser
from reports.command import main
from reports.record.clauses import load_instructions
from reports.record.knowledge import Decision, Known, Source, read_ledger, write_ledger
from tests.bench.synthetic_run import Look, write_run

PERM = {"perm": load_instructions()["perm"]}
CLAUSE = "perm.in.2.3"
PLACE = f'[id="{CLAUSE}"] .decide'


FORMER = Known(CLAUSE, "differs", "на симуляторе", date(2026, 11, 20), Source.PERSON, "учитель", Decision.LATER,
               PERM["perm"].clauses[6].fingerprints, "на экране «Далее»")  # fmt: skip


def report(folder: Path, *more: str) -> int:
    return main(["--out", str(folder), "--known", str(folder / "known.ndjson"), *more], ArgumentParser)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report of a run in which a button is called otherwise than when somebody decided on it."""
    folder = tmp_path_factory.mktemp("out")
    write_run(folder, PERM, 1, {(0, CLAUSE): Look("failed", expected="Войти", nearest="Вход")})
    write_ledger(folder / "known.ndjson", [FORMER])
    report(folder)
    return folder


@pytest.fixture(scope="module")
def browser(driver: Playwright) -> Iterator[Browser]:
    launched = launch(driver, launch_arguments(None))
    yield launched
    launched.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def open_page(page: Page, folder: Path, name: str = "report/perm.html") -> None:
    page.goto((folder / name).as_uri())


def choose(page: Page, side: str) -> None:
    page.locator(PLACE).get_by_role("button", name=side, exact=True).click()


def saved_by(page: Page, folder: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name="Сохранить в файл").click()
    assert download.value.suggested_filename.startswith("решения-")
    download.value.save_as(folder / "решения.ndjson")
    return folder / "решения.ndjson"


def test_decision_is_kept_delivered_and_shown(
    page: Page, out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    open_page(page, out)
    expect(page.locator(PLACE)).to_contain_text("Оно было о другом: на экране «Далее». Решите заново.")
    expect(page.locator(f"{PLACE} [aria-pressed=true]")).to_have_count(0)
    choose(page, "позже")
    expect(page.get_by_label("не решено")).to_be_visible()
    choose(page, "права система")
    expect(page.locator(f'[id="{CLAUSE}"]')).to_have_attribute("data-state", "decided")
    expect(page.get_by_label("не решено")).to_be_hidden()  # it was the only one
    expect(page.locator(".chip", has_text="решено 1")).to_be_visible()
    open_page(page, out, "report/index.html")  # the browser remembers it, on every page
    expect(page.locator(".decided").first).to_contain_text("права система (не в файле)")
    file = saved_by(page, tmp_path)
    capsys.readouterr()
    assert report(out, "--decisions", str(file)) == 0
    assert "Решений принято из решения.ndjson: 1" in capsys.readouterr().out
    former, decided = read_ledger(out / "known.ndjson")
    assert (former, decided.clause, decided.decision) == (FORMER, CLAUSE, Decision.SYSTEM)
    open_page(page, out, "report/map.html")  # also where nothing is to be decided
    expect(page.get_by_role("button", name="Сохранить в файл")).to_be_hidden()
    open_page(page, out)
    expect(page.locator(PLACE)).not_to_contain_text("Прежнее решение")
    told = f"Решено {decided.date:%d.%m.%Y}: права система"
    expect(page.locator(f"{PLACE} .decided")).to_have_text(told)
    expect(page.get_by_role("button", name="Сохранить в файл")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(f"{PLACE} .decided")).to_be_visible()
    expect(page.locator(f"{PLACE} button").first).to_be_hidden()
    assert report(out, "--single-file") == 0
    open_page(page, out, "report.html")
    expect(page.locator(f"{PLACE} .decided")).to_have_text(told)


def test_decision_the_browser_keeps_is_not_applied_to_what_has_changed(page: Page, out: Path) -> None:
    open_page(page, out)
    choose(page, "прав документ")
    text = (out / "report/perm.html").read_text(encoding="utf-8")
    (out / "report/changed.html").write_text(text.replace("на экране «Вход»", "на экране «Зайти»"), "utf-8")
    open_page(page, out, "report/changed.html")
    expect(page.locator(".undelivered")).to_contain_text("1 решение не в файле")
    expect(page.locator(PLACE)).not_to_contain_text("прав документ (не в файле)")


def test_decision_of_another_report_stays_in_that_report(page: Page, out: Path, tmp_path: Path) -> None:
    shutil.copytree(out / "report", tmp_path / "report")
    open_page(page, tmp_path)
    choose(page, "прав документ")
    open_page(page, out)
    expect(page.locator(".undelivered")).to_be_hidden()
    expect(page.locator(PLACE)).not_to_contain_text("(не в файле)")
    open_page(page, tmp_path)
    expect(page.locator(".undelivered")).to_contain_text("1 решение не в файле")


def test_wrong_file_of_decisions_is_refused_and_nothing_kept(
    out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = read_ledger(out / "known.ndjson")
    assert report(out, "--decisions", str(tmp_path / "нет.ndjson")) == 2
    assert "Файла с решениями нет" in capsys.readouterr().err
    seen = '{"clause": "a", "verdict": "b", "place": "c", "date": "2026-11-20", "source": "run"}\n'
    (tmp_path / "чужое.ndjson").write_text(seen, encoding="utf-8")
    assert report(out, "--decisions", str(tmp_path / "чужое.ndjson")) == 2
    assert "запись 1: это не решение человека" in capsys.readouterr().err
    assert read_ledger(out / "known.ndjson") == kept


def test_words_of_the_document_are_found(page: Page, out: Path, tmp_path: Path) -> None:
    told = "# Вход\n\nПридумайте кодовое слово.\n\nНажмите «Вход для педагогов»."
    (tmp_path / PERM["perm"].file.replace("*", "x")).write_text(told, encoding="utf-8")
    (tmp_path / "messages.ndjson").write_bytes((out / "messages.ndjson").read_bytes())
    assert report(tmp_path, "--sources", str(tmp_path)) == 0
    open_page(page, tmp_path, "report/document/perm.html")
    spoken = page.locator(".spoken:visible")
    expect(spoken.filter(has_text="Придумайте кодовое слово.").first).to_be_visible()
    page.get_by_label("Найти").fill("кодовые слова")
    expect(spoken.filter(has_text="Нажмите")).to_have_count(0)
    expect(spoken.filter(has_text="Придумайте кодовое слово.")).not_to_have_count(0)
    open_page(page, tmp_path)
    page.get_by_label("Найти").fill("педагоги")
    expect(page.locator(".clause:visible").first.locator(".source").last).to_contain_text(
        "Вход для педагогов"
    )


def test_decisions_are_kept_even_where_there_is_nothing_to_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_ledger(tmp_path / "решения.ndjson", [FORMER])
    assert report(tmp_path, "--decisions", str(tmp_path / "решения.ndjson")) == 2
    assert "Решений принято из решения.ndjson: 1" in capsys.readouterr().out
    assert read_ledger(tmp_path / "known.ndjson") == (FORMER,)
