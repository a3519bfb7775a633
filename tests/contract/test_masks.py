"""What is covered in the record is covered on a page too, and nothing else: both read the same patterns."""

import pytest

from fixtures.browser import Chromium
from tests.unit.reports.record.test_masks import KNOWN, TEXTS

COVERED = "([pattern, texts]) => texts.map(text => text.replace(new RegExp(pattern, 'gu'), '••••'))"


@pytest.fixture
def page(chromium: Chromium):
    context = chromium.context("Svyazka/masks.d1")
    yield context.new_page()
    context.close()


def test_page_covers_what_the_record_covers(page):
    assert page.evaluate(COVERED, [KNOWN.pattern, list(TEXTS)]) == list(TEXTS.values())
