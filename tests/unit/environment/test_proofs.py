"""A browser is tried once, and again when its file has changed or everything had failed."""

import sys
from pathlib import Path

import pytest

from fixtures.environment.proofs import Proofs, try_to_start


@pytest.fixture
def browser(tmp_path):
    """The file of an invented browser."""
    file = tmp_path / "chrome"
    file.write_text("version 1", encoding="utf-8")
    return file


@pytest.fixture
def attempts():
    """The list of tried files, and the function that fills it; every attempt fails."""
    tried = []

    def attempt(path):
        tried.append(path)
        return "не хватает libnss3.so"

    return tried, attempt


def test_result_is_remembered_by_the_next_process(tmp_path, browser, attempts):
    tried, attempt = attempts

    first = Proofs(tmp_path / "proofs.json", attempt).failure(browser)
    second = Proofs(tmp_path / "proofs.json", attempt).failure(browser)

    assert first == second == "не хватает libnss3.so"
    assert tried == [browser]


def test_changed_browser_is_tried_again(tmp_path, browser, attempts):
    tried, attempt = attempts
    proofs = Proofs(tmp_path / "proofs.json", attempt)
    proofs.failure(browser)

    browser.write_text("version 1.1", encoding="utf-8")
    proofs.failure(browser)

    assert tried == [browser, browser]


def test_only_failures_are_forgotten(tmp_path, browser):
    good = tmp_path / "good"
    good.touch()
    tried = []

    def attempt(path):
        tried.append(path)
        return None if path == good else "сломан"

    proofs = Proofs(tmp_path / "proofs.json", attempt)
    proofs.failure(good)
    assert not proofs.forget_failures()

    proofs.failure(browser)
    assert proofs.forget_failures()

    assert (proofs.failure(good), proofs.failure(browser)) == (None, "сломан")
    assert tried == [good, browser, browser]


def test_folder_that_cannot_be_written_only_costs_the_memory(tmp_path, browser, attempts):
    _, attempt = attempts

    assert Proofs(tmp_path / "no such folder" / "proofs.json", attempt).failure(browser) is not None


def test_spoilt_memory_counts_as_none(tmp_path, browser, attempts):
    _, attempt = attempts
    (tmp_path / "proofs.json").write_text("{half", encoding="utf-8")

    assert Proofs(tmp_path / "proofs.json", attempt).failure(browser) == "не хватает libnss3.so"


@pytest.mark.parametrize("program", [sys.executable, "/no/such/browser"])
def test_program_that_opens_no_page_is_no_browser(program):
    assert try_to_start(Path(program))
