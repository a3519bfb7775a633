"""What only a browser can make of a page: a PDF, and the pictures of a video."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Error, sync_playwright

FRAME = (1280, 720)


# Gives a browser of this machine and the switches it needs; raises an error with a Russian message where there is none.
Lend = Callable[[], tuple[Path, Sequence[str]]]


class NotPrinted(RuntimeError):
    """A browser could not be had, or has failed; the message is Russian."""


def write_pdf(page: Path, pdf: Path, lend: Lend) -> None:
    """Print a page that lies on disk; raise NotPrinted."""
    with _browser(lend) as browser:
        sheet = browser.new_page()
        sheet.goto(page.resolve().as_uri())
        sheet.pdf(path=pdf, prefer_css_page_size=True, print_background=True, outline=True, tagged=True)


def write_frames(frames: Sequence[str], folder: Path, lend: Lend) -> list[Path]:
    """Draw each of these pages into a picture in the folder; raise NotPrinted."""
    written = []
    with _browser(lend) as browser:
        sheet = browser.new_page(viewport={"width": FRAME[0], "height": FRAME[1]})
        for number, frame in enumerate(frames):
            sheet.set_content(frame)
            written.append(folder / f"{number:03}.png")
            sheet.screenshot(path=written[-1])
    return written


@contextmanager
def _browser(lend: Lend) -> Iterator[Browser]:
    try:
        path, switches = lend()
    except Exception as problem:  # whoever lends knows why there is none, and says it in Russian
        raise NotPrinted(str(problem)) from problem
    try:
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=path, args=list(switches))
            try:
                yield browser
            finally:
                browser.close()
    except Error as error:
        raise NotPrinted(f"браузер не справился: {error.message.splitlines()[0]}") from error
