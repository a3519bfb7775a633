"""Ctrl-C and lost parents: runs that end early, and leave nothing behind."""

import os
import signal
import sys
import time

import psutil
import pytest

from reports.record.facts import RepeatTold
from reports.record.folder import Folder
from reports.record.messages import read
from reports.record.run import read_run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals to a process group are POSIX's")

STEPS = """
import threading

@then(sentence("жду"))
def wait():
    Path(f"waiting-{os.getpid()}").touch()
    threading.Event().wait(60)

@pytest.hookimpl
def pytest_svyazka_scenario_finished(item, status, reason):
    with open("ended.txt", "a", encoding="utf-8") as file:
        file.write(f"{item.name}: {status}\\n")
"""
FEATURE = """
Функция: Долго
  Сценарий: Первый
    Тогда жду
    И жду
  Сценарий: Второй
    Тогда жду
  Сценарий: Третий
    Тогда жду
"""
ENGLISH = ("Keyboard", "Interrupt", "Traceback", "worker", "node", "!!!")


@pytest.fixture
def sample(project):
    project.conftest(STEPS)
    project.feature(FEATURE)
    return project


def until(claim, seconds=60.0):
    """Wait for something to become true, as short as may be."""
    deadline = time.monotonic() + seconds
    while not claim():
        assert time.monotonic() < deadline, "не дождались"
        time.sleep(0.05)  # another process is awaited, there is nothing to wait on


def waiting(sample):
    return [int(path.name.removeprefix("waiting-")) for path in sample.path.glob("waiting-*")]


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("send", [os.killpg, os.kill], ids=["to everyone", "to the controller"])
def test_ctrl_c_ends_cleanly(sample, workers, send):
    run = sample.start_svyazka("sample.feature", "-n", str(workers))
    until(lambda: len(waiting(sample)) == workers)
    send(run.pid, signal.SIGINT)
    text, _ = run.communicate(timeout=40)
    assert run.returncode == 130
    assert "Прогон прерван. Завершено 0 из 3." in text
    assert not [word for word in ENGLISH if word in text], text
    ended = (sample.path / "ended.txt").read_text(encoding="utf-8").splitlines()
    assert len(ended) == workers
    assert all(line.endswith(": interrupted") for line in ended)
    assert not [pid for pid in waiting(sample) if alive(pid)]


def test_ctrl_c_under_plain_pytest(sample):
    run = sample.start("-m", "pytest", "sample.feature")
    until(lambda: waiting(sample))
    os.killpg(run.pid, signal.SIGINT)
    run.communicate(timeout=40)
    assert run.returncode == 130


def test_workers_leave_when_the_controller_is_killed(sample):
    run = sample.start_svyazka("sample.feature", "-n", "2")
    until(lambda: len(waiting(sample)) == 2)
    run.kill()
    until(lambda: not any(alive(pid) for pid in waiting(sample)), seconds=20)


BROWSER = """
from playwright.sync_api import sync_playwright
from fixtures.browser import launch, launch_arguments

@pytest.fixture
def page():
    with sync_playwright() as playwright:
        browser = launch(playwright, launch_arguments(None))
        yield browser.new_page()
        browser.close()

@then(sentence("жду в браузере"))
def wait_in_browser(page):
    Path(f"waiting-{os.getpid()}").touch()
    page.wait_for_selector("text=никогда", timeout=60_000)
"""


@pytest.fixture
def browsing(sample):
    sample.conftest(BROWSER)
    sample.feature(FEATURE.replace("жду", "жду в браузере"))
    return sample


def family(run):
    found = [process.pid for process in psutil.Process(run.pid).children(recursive=True)]
    assert len(found) > 2
    return found


@pytest.mark.parametrize("workers", [1, 2])
def test_ctrl_c_closes_the_browser_without_a_word(browsing, workers):
    run = browsing.start_svyazka("sample.feature", "-n", str(workers))
    until(lambda: len(waiting(browsing)) == workers)
    everyone = family(run)
    os.killpg(run.pid, signal.SIGINT)
    text, _ = run.communicate(timeout=40)
    assert run.returncode == 130
    assert not [word for word in ENGLISH if word in text], text
    until(lambda: not [pid for pid in everyone if alive(pid)], seconds=20)


def test_killed_controller_takes_the_browsers_along(browsing):
    run = browsing.start_svyazka("sample.feature", "-n", "2")
    until(lambda: len(waiting(browsing)) == 2)
    everyone = family(run)
    run.kill()
    until(lambda: not [pid for pid in everyone if alive(pid)], seconds=20)


@pytest.mark.parametrize("workers", [1, 2])
def test_run_that_is_told_to_end_from_outside_gives_no_verdict_and_leaves_nothing_running(browsing, workers):
    browsing.conftest('pytest_plugins.append("reports.recorder")')
    out = browsing.path / "out"
    out.mkdir()
    verdicts = [out / name for name in ("messages.ndjson", "junit.xml")]
    for file in verdicts:
        file.write_text("of the run before", encoding="utf-8")
    run = browsing.start_svyazka("sample.feature", "-n", str(workers), "--out", "out")
    until(lambda: len(waiting(browsing)) == workers)
    everyone = family(run)
    run.terminate()
    run.communicate(timeout=40)
    assert run.returncode == -signal.SIGTERM  # a shell says 143
    assert [file for file in verdicts if file.exists()] == []
    until(lambda: not [pid for pid in everyone if alive(pid)], seconds=20)
    following = Folder(out, "0a1b2c3d")
    following.claim()  # it is free
    following.release()


def alive(pid):
    """Say whether a process still does something; the dead that nobody has buried do not."""
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


FOUND = """
pytest_plugins.extend(["reports.recorder", "steps.runner.repeat"])
TIMES = []

@pytest.fixture
def kettle():
    yield
    if WHEN == "in the clean-up":
        raise KeyboardInterrupt

@then(sentence("чайник кипит"))
def boils(kettle):
    TIMES.append("чайник")
    if WHEN == "in the repeat" and len(TIMES) > 1:
        raise KeyboardInterrupt
    assert False, "чайник молчит"
"""
TEA = """
# language: ru
Функция: Чай
  Сценарий: Пью
    Тогда чайник кипит
"""


@pytest.mark.parametrize("when", ["in the clean-up", "in the repeat"])
def test_what_was_found_before_ctrl_c_stays_found_for_every_reader(project, when):
    project.conftest(f"WHEN = {when!r}")
    project.conftest(FOUND)
    project.feature(TEA)
    outcome = project.svyazka("sample.feature", "-n", "1", "--out", "out")
    record, junit, report = (
        project.path / "out" / name for name in ("messages.ndjson", "junit.xml", "report/scenarios.html")
    )
    (scenario,) = read_run(read(record)).scenarios
    assert outcome.code == 130
    assert "[1/1] не прошёл" in outcome.text
    assert "Завершено 1 из 1." in outcome.text
    assert scenario.status == "failed"
    assert [one.status for one in scenario.facts(RepeatTold)] == (
        ["interrupted"] if when == "in the repeat" else []
    )
    assert "неустойчив" not in outcome.text
    assert 'failures="1" errors="0"' in junit.read_text(encoding="utf-8")
    assert 'data-verdict="failed"' in report.read_text(encoding="utf-8")


LOST = """
pytest_plugins.extend(["reports.recorder", "steps.runner.repeat"])
TIMES = []

@then(sentence("чайник кипит"))
def boils():
    TIMES.append("чайник")
    if len(TIMES) == INTERRUPTED_AT:
        try:
            signal.raise_signal(signal.SIGINT)
        finally:
            raise LookupError("вкладка уже закрыта")
    assert False, "чайник молчит"
"""


@pytest.mark.parametrize(
    ("at", "status", "repeats"), [(1, "interrupted", []), (2, "failed", ["interrupted"])]
)
def test_error_that_comes_of_an_interruption_says_nothing_of_the_scenario(project, at, status, repeats):
    project.conftest(f"INTERRUPTED_AT = {at}")
    project.conftest(LOST)
    project.feature(TEA)
    outcome = project.svyazka("sample.feature", "-n", "1", "--out", "out")
    (scenario,) = read_run(read(project.path / "out" / "messages.ndjson")).scenarios
    assert (outcome.code, scenario.status) == (130, status)
    assert [one.status for one in scenario.facts(RepeatTold)] == repeats
    assert "неустойчив" not in outcome.text


@pytest.mark.parametrize("workers", [1, 2])
def test_run_whose_time_is_over_ends_in_order_as_an_incomplete_one(sample, workers):
    outcome = sample.svyazka("sample.feature", "-n", str(workers), "--max-time", "20")
    assert outcome.code == 3
    assert "Время вышло: прогону дано 20 с (--max-time). Завершено 0 из 3." in outcome.text
    assert "В этот миг шли:\n" in outcome.text
    assert "  sample.feature::Первый\n" in outcome.text
    assert not [word for word in ENGLISH if word in outcome.text], outcome.text
    ended = (sample.path / "ended.txt").read_text(encoding="utf-8").splitlines()
    assert ended
    assert all(line.endswith(": interrupted") for line in ended)


def test_run_that_ends_in_time_is_not_stopped(project):
    project.conftest(
        """
        @then(sentence("пью"))
        def drink():
            pass
        """
    )
    project.feature(FEATURE.replace("жду", "пью"))
    assert project.svyazka("sample.feature", "-n", "1", "--max-time", "50").code == 0


def test_ctrl_c_names_a_test_that_was_in_flight(project):
    (project.path / "test_tea.py").write_text(
        "import threading\nfrom pathlib import Path\n"
        "def test_tea():\n    Path('waiting-0').touch()\n    threading.Event().wait(60)\n",
        encoding="utf-8",
    )
    run = project.start("-m", "pytest", "-p", "steps.runner.terminal", "-q", "test_tea.py")
    until(lambda: (project.path / "waiting-0").exists())
    os.killpg(run.pid, signal.SIGINT)
    text, _ = run.communicate(timeout=40)
    assert "В этот миг шли:\n  test_tea.py::test_tea" in text
