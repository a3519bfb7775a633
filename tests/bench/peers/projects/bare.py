"""The bare peer: a script of Playwright calls, scenario after scenario; STEPS is written by the bench."""

import json
from pathlib import Path

from playwright.sync_api import sync_playwright
from walking import Walk, launch, stamp

STEPS = json.loads((Path(__file__).parent / "steps.json").read_text(encoding="utf-8"))

with sync_playwright() as driver:
    browser = launch(driver)
    for scenario, steps in STEPS.items():
        stamp("begun")
        walk = Walk(browser, scenario)
        for deed, words in steps:
            getattr(walk, deed)(*words)
        walk.end()
        stamp("ended")
    browser.close()
