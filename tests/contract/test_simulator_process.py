"""A run's simulator comes with the run and goes with it, and its death is told as what it is."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from textwrap import dedent

import pytest

from fixtures import simulator
from fixtures.control import Control, SimulatorDied
from fixtures.simulator import Simulator

PATIENCE_SECONDS = 20.0


@pytest.fixture
def started() -> Iterator[Simulator]:
    made = Simulator()
    yield made
    made.stop()


def test_simulator_answers_at_its_address_and_is_gone_after_stop(started: Simulator):
    control = Control(started.address.control)
    control.prove_alive()
    started.stop()
    with pytest.raises(SimulatorDied, match="Симулятор не отвечает"):
        control.prove_alive()
    control.close()


def test_simulator_that_dies_in_the_middle_is_told(started: Simulator):
    control = Control(started.address.control)
    world = control.create_world(1, [])
    started._process.kill()
    started._process.wait(PATIENCE_SECONDS)
    with pytest.raises(SimulatorDied, match="Симулятор не отвечает"):
        control.drop_world(world.id)
    control.close()


def test_simulator_that_does_not_start_is_quoted(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(simulator, "COMMAND", (sys.executable, "-c", "raise SystemExit('порт занят')"))
    failing = Simulator()
    with pytest.raises(SimulatorDied, match="Симулятор не запустился: порт занят"):
        _ = failing.address
    failing.stop()


@pytest.mark.skipif(sys.platform == "win32", reason="там нет SIGKILL; то же самое делает TerminateProcess")
def test_simulator_goes_when_its_run_is_killed():
    script = dedent("""
        from fixtures.simulator import Simulator
        print(Simulator().address.control, flush=True)
        input()
    """)
    run = subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    control = Control(run.stdout.readline().strip())
    control.prove_alive()
    run.send_signal(signal.SIGKILL)
    run.communicate()
    with pytest.raises(SimulatorDied):
        ask_for_a_while(control)
    control.close()


def ask_for_a_while(control: Control) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        control.prove_alive()
