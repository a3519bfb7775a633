"""An error of the simulator's own: the page owns up to it, so that a run can tell it from a finding."""

import pytest

from fixtures.control import FAILURE
from sim_server.mailbox import app as mailbox
from tests.http.browser import Browser


def test_page_owns_up_to_it_and_says_what_happened(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(_world: object, *, letters: bool) -> list[str]:
        raise LookupError("ящики потеряны")

    monkeypatch.setattr(mailbox, "addresses_reached", break_down)
    page = browser.open("https://mail.svyazka.test/")
    assert (browser.status, page.heading) == (500, FAILURE)
    assert "LookupError: ящики потеряны" in page.text
