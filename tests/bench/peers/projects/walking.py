"""What the Python peers do in a browser: plain Playwright calls, as in `bare_side`; they need nothing of ours."""

from __future__ import annotations

import json
import os
import re
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Playwright, expect

PLAN: dict[str, Any] = json.loads(Path(os.environ["BENCH_PLAN"]).read_text(encoding="utf-8"))
SENTENCES: dict[str, str] = json.loads((Path(__file__).parent / "sentences.json").read_text(encoding="utf-8"))


def stamp(what: str) -> None:
    """Tell the bench that this has happened just now."""
    with Path(PLAN["stamps"]).open("a", encoding="utf-8") as stamps:
        stamps.write(f"{what} {os.getpid()} {time.time()}\n")


def launch(driver: Playwright) -> Browser:
    """Start the browser that all peers use."""
    return driver.chromium.launch(executable_path=PLAN["executable"], args=PLAN["arguments"])


class Walk:
    """One scenario: a context of its own, a page, and the person who walks."""

    def __init__(self, browser: Browser, scenario: str) -> None:
        self.person: dict[str, Any] = PLAN["people"][scenario]
        agent = f"{PLAN['agent']} {self.person['token']}"
        self.context = browser.new_context(
            user_agent=agent, ignore_https_errors=True, locale="ru-RU", viewport=PLAN["window"]
        )
        self.page = self.context.new_page()
        self.code = ""

    def end(self) -> None:
        self.context.close()

    def nothing(self, _what: str) -> None:
        """The bench has prepared the person already."""

    def open(self, address: str) -> None:
        stamp("acted")
        self.page.goto(address, wait_until="domcontentloaded")

    def press(self, name: str) -> None:
        self._control(name).click()

    def fill_own(self, what: str, label: str) -> None:
        self.fill(self.person[what], label)

    def fill(self, value: str, label: str) -> None:
        self.page.get_by_label(label, exact=True).fill(value)

    def read_code(self) -> None:
        phone = self.context.new_page()
        phone.goto(f"https://phone.svyazka.test/{self.person['number']}", wait_until="domcontentloaded")
        found = re.search(r"\d{6}", phone.get_by_role("listitem").all_inner_texts()[0])
        assert found is not None
        self.code = found[0]

    def fill_code(self, label: str) -> None:
        self.fill(self.code, label)

    def see_at_top_right(self, name: str) -> None:
        icon = self._control(name)
        expect(icon).to_be_visible()
        box = icon.bounding_box()
        assert box is not None
        assert box["x"] > PLAN["window"]["width"] * 0.75
        assert box["y"] < PLAN["window"]["height"] * 0.25

    def see_screen(self, title: str) -> None:
        expect(self.page.get_by_role("heading", level=1, name=title, exact=True)).to_be_visible()

    def see_control(self, name: str) -> None:
        expect(self._control(name)).to_be_visible()

    def see(self, text: str) -> None:
        expect(self.page.get_by_text(text, exact=True).first).to_be_visible()

    def see_own_name(self, words: str) -> None:
        self.see(f"{words} {self.person['name']}")

    def see_own_data(self) -> None:
        for label, value in self.person["data"].items():
            expect(self.page.get_by_label(label, exact=True)).to_have_value(value)

    def fill_in_own_data(self) -> None:
        for label, value in self.person["data"].items():
            field = self.page.get_by_label(label, exact=True)
            if label == "Пол":
                field.select_option(value)
            else:
                field.fill(value)

    def _control(self, name: str) -> Any:
        page: Page = self.page
        return page.get_by_role("link" if name in PLAN["links"] else "button", name=name, exact=True)
