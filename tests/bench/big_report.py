"""The report of a big run, how long it takes, how heavy it is, how soon it is shown.

`python -m tests.bench.big_report [SCENARIOS]`
"""

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from fixtures.browser import launch, launch_arguments
from reports.command import read_model
from reports.record.clauses import load_instructions
from reports.single_file import write_single_file
from reports.site import write_site
from tests.bench.figures import Figure, table, verdict
from tests.bench.synthetic_run import write_run

SCENARIOS = 1_000
PICTURE_KILOBYTES = 30
OPENED = 5
# When the page was there with all it needs, and when something of it was first painted; in ms since it was asked for.
SHOWN = """async () => {
    const painted = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
    while (!painted() || !performance.getEntriesByType('navigation')[0].loadEventEnd)
        await new Promise(next => requestAnimationFrame(next));
    return [painted(), performance.getEntriesByType('navigation')[0].loadEventEnd];
}"""


def main(scenarios: int) -> int:
    """Writes a run into a folder of its own, makes its report, prints what that took; 1 when a limit is not kept."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_run(folder, load_instructions(), scenarios, kilobytes=PICTURE_KILOBYTES)
        print(f"сценариев {scenarios}, записи {megabytes([folder / 'messages.ndjson']):.2f} МБ")
        figures = measured(folder)
    print(table(figures))
    print(verdict(figures))
    return 0 if all(figure.holds for figure in figures) else 1


def measured(folder: Path) -> list[Figure]:
    """Makes the report of the run in the folder, both ways, opens it and returns what was measured."""
    began = time.perf_counter()
    model = read_model(folder)
    read = time.perf_counter()
    first = write_site(model)
    written = time.perf_counter()
    single = write_single_file(model)
    with sync_playwright() as driver:
        browser = launch(driver, launch_arguments(None))
        painted, loaded = shown(browser, first)
        single_painted, _ = shown(browser, single)
        browser.close()
    return [
        Figure("read", "записи прочитаны", read - began, "с"),
        Figure("written", "отчёт записан", written - read, "с"),
        Figure("first", "первая страница", megabytes([first]), "МБ", digits=3),
        Figure("pages", "все страницы", megabytes(list(first.parent.rglob("*.html"))), "МБ"),
        Figure("painted", "первая страница: первое на экране", painted, "мс", 1_000, strict=True, digits=0),
        Figure("loaded", "первая страница: загружена вся", loaded, "мс", 1_000, strict=True, digits=0),
        Figure("single", "один файл", megabytes([single]), "МБ", 20, strict=True),
        Figure("single_painted", "один файл: первое на экране", single_painted, "мс", digits=0),
    ]


def shown(browser: Browser, file: Path) -> tuple[float, float]:
    """Opens a page several times, each as if for the first time; returns when it was painted and loaded, in ms."""
    times = [opened(browser, file) for _ in range(OPENED)]
    return median(painted for painted, _ in times), median(loaded for _, loaded in times)


def opened(browser: Browser, file: Path) -> tuple[float, float]:
    """Opens a page in a context that has never seen it."""
    context = browser.new_context(viewport={"width": 1280, "height": 1024})
    page = context.new_page()
    page.goto(file.as_uri())
    painted, loaded = page.evaluate(SHOWN)
    context.close()
    return painted, loaded


def megabytes(files: list[Path]) -> float:
    """Returns the size of the files."""
    return sum(file.stat().st_size for file in files) / 1e6


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else SCENARIOS))
