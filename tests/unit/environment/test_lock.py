"""Two real processes and one lock."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from fixtures.environment.lock import exclusive

ROOT = Path(__file__).parents[3]
OTHER = """
import sys
from pathlib import Path
from fixtures.environment.lock import exclusive
with exclusive(Path(sys.argv[1]), lambda: print("waits", flush=True)):
    print("has it", flush=True)
    sys.stdin.readline()
"""


WORKER = """
import sys
from pathlib import Path
from fixtures.environment.lock import exclusive
from fixtures.environment.process import run_tool
TOOL = "import os, threading; print(os.getpid(), flush=True); threading.Event().wait(60)"
with exclusive(Path(sys.argv[1])):
    run_tool([sys.executable, "-c", TOOL], {}, on_line=lambda line: print(line, flush=True))
"""


def another_process(lock, code=OTHER):
    """A process that takes the lock and keeps it until a line is written to it."""
    return subprocess.Popen(
        [sys.executable, "-c", code, str(lock)],
        cwd=ROOT,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )


def test_second_process_says_that_it_waits_and_then_goes_on(tmp_path):
    lock = tmp_path / "lock"

    with exclusive(lock):
        other = another_process(lock)
        assert other.stdout.readline() == "waits\n"
        assert other.poll() is None
    said, _ = other.communicate("done\n", timeout=30)

    assert said == "has it\n"
    assert other.returncode == 0


def test_lock_of_a_killed_process_is_free(tmp_path):
    lock = tmp_path / "lock"
    with another_process(lock) as other:
        assert other.stdout.readline() == "has it\n"
        other.kill()

    waits = []
    with exclusive(lock, lambda: waits.append(True)):
        assert waits == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ties a lock to one process")
def test_tool_of_a_killed_process_keeps_the_lock_until_it_ends(tmp_path):
    lock = tmp_path / "lock"
    with another_process(lock, WORKER) as worker:
        tool = int(worker.stdout.readline())
        worker.kill()

    waits = []

    def end_tool():
        waits.append(True)
        os.kill(tool, signal.SIGKILL)

    with exclusive(lock, end_tool):
        assert waits == [True]
