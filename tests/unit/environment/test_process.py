"""Tools run quietly: their lines are heard, their end is known, and none is left behind."""

import os
import sys

import pytest

from fixtures.environment.process import run_tool


def python(code, **options):
    """Run some Python as a tool."""
    return run_tool([sys.executable, "-c", code], dict(os.environ), **options)


def test_lines_of_both_streams_are_heard():
    heard = []

    outcome = python("import sys; print('a', flush=True); sys.stderr.write('b')", on_line=heard.append)

    assert (outcome.succeeded, heard) == (True, ["a", "b"])


def test_failure_keeps_code_and_last_lines():
    outcome = python("print(*range(100), sep='\\n'); raise SystemExit(7)")

    assert outcome.code == 7
    assert outcome.tail.splitlines()[0] == "88"
    assert outcome.tail.splitlines()[-1] == "99"


def test_missing_tool_is_a_failure_like_any_other():
    outcome = run_tool(["/no/such/tool"], {})

    assert not outcome.succeeded
    assert "/no/such/tool" in outcome.tail


def test_silent_tool_is_given_up():
    outcome = python("import threading; threading.Event().wait(60)", silence=0.5)

    assert not outcome.succeeded
    assert "молчание" in outcome.tail


def test_interruption_takes_the_tool_and_its_children_along():
    """The child of the tool holds the pipe too: that it closes proves that both are gone."""
    reading, writing = os.pipe()
    os.set_inheritable(writing, True)
    code = (
        "import subprocess, sys, threading; "
        "subprocess.Popen([sys.executable, '-c', 'import threading; threading.Event().wait(60)'], close_fds=False); "
        "print('started', flush=True); threading.Event().wait(60)"
    )

    def interrupt(_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_tool([sys.executable, "-c", code], dict(os.environ), on_line=interrupt)
    os.close(writing)
    with os.fdopen(reading, "rb") as end:
        assert end.read() == b""
