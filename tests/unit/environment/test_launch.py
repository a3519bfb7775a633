"""Handing a command over to another process: exit code, streams, Ctrl-C, and the death of the launcher."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from fixtures.environment.launch import relay

ROOT = Path(__file__).parents[3]
LAUNCHER = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a run in the background ignores it otherwise
from fixtures.environment.launch import relay
sys.exit(relay([sys.executable, "-c", sys.argv[1]]))
"""
CHILD = """
import os, sys, threading
from fixtures.environment.launch import follow_launcher
follow_launcher()
print(os.getpid(), flush=True)
try:
    threading.Event().wait(60)
except KeyboardInterrupt:
    print("interrupted", flush=True)
    sys.exit(130)
"""
TWICE = CHILD.replace('print("interrupted"', 'os.kill(os.getpid(), 2); print("interrupted"')
DEAF = CHILD.replace("try:", "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\ntry:")

posix_signals = pytest.mark.skipif(sys.platform == "win32", reason="a signal to one process is POSIX")


def launcher(child):
    """A launcher with this child, in a group of its own so that a signal reaches the launcher alone."""
    return subprocess.Popen(
        [sys.executable, "-c", LAUNCHER, child],
        cwd=ROOT,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
    )


@pytest.mark.parametrize("code", [0, 1, 2, 3, 64, 130])
def test_exit_code_is_passed_on(code):
    assert relay([sys.executable, "-c", f"raise SystemExit({code})"]) == code


@posix_signals
def test_child_ended_by_a_signal_gives_the_number_of_a_shell():
    assert relay([sys.executable, "-c", "import os; os.kill(os.getpid(), 9)"]) == 137


def test_input_and_output_are_the_launchers_own():
    said, _ = launcher("print(input()[::-1])").communicate("авизол\n", timeout=30)

    assert said == "лозива\n"


def test_child_speaks_utf8_whatever_the_system_is_set_to(monkeypatch):
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")

    with launcher("print('ёлочка')") as started:
        assert started.stdout.read() == "ёлочка\n"


@posix_signals
@pytest.mark.parametrize("child", [CHILD, TWICE], ids=["told once", "told twice at once"])
def test_interrupt_of_the_launcher_alone_ends_both(child):
    with launcher(child) as started:
        started.stdout.readline()
        started.send_signal(signal.SIGINT)

        assert started.stdout.read() == "interrupted\n"
        assert started.wait(timeout=10) == 130


@posix_signals
@pytest.mark.parametrize("child", [CHILD, DEAF], ids=["orderly", "deaf to interrupts"])
@pytest.mark.parametrize("how", ["SIGKILL", "SIGTERM"])
def test_child_goes_soon_after_its_launcher(child, how):
    started = launcher(child)
    number = int(started.stdout.readline())
    started.send_signal(getattr(signal, how))  # Windows has no SIGKILL to name above
    try:
        started.communicate(timeout=20)  # the pipe ends when its last writer, the child, is gone
    except subprocess.TimeoutExpired:
        os.kill(number, signal.SIGKILL)
        started.communicate()
        pytest.fail("the child outlived its launcher")
