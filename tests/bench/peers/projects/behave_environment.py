"""behave's hooks: a browser for the run, a walk for the scenario."""

from typing import Any

from playwright.sync_api import sync_playwright
from walking import Walk, launch, stamp


def before_all(context: Any) -> None:
    context.driver = sync_playwright().start()
    context.browser = launch(context.driver)


def before_scenario(context: Any, scenario: Any) -> None:
    stamp("begun")
    context.walk = Walk(context.browser, scenario.name)


def after_scenario(context: Any, scenario: Any) -> None:
    context.walk.end()
    stamp("ended")


def after_all(context: Any) -> None:
    context.browser.close()
    context.driver.stop()
