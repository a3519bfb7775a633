"""A run's simulator comes with the run and goes with it, and its death is told as what it is."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest

from fixtures import simulator
from fixtures.control import Control, SimulatorDied
from fixtures.simulator import Simulator
from sim_server.journal.site_file import SITES

PATIENCE_SECONDS = 20.0


@pytest.fixture
def started() -> Iterator[Simulator]:
    made = Simulator()
    yield made
    made.stop()


def test_simulator_answers_at_its_address_and_is_gone_after_stop(started: Simulator):
    control = Control(started.address.control, tries=0)
    control.prove_alive()
    started.stop()
    with pytest.raises(SimulatorDied, match="Симулятор не отвечает"):
        control.prove_alive()
    control.close()


def test_simulator_that_dies_is_started_again_where_it_was_and_its_scenario_is_told(started: Simulator):
    control = Control(started.address.control)
    world = control.create_world(1, [])
    died = started.pid
    os.kill(died, signal.SIGKILL)
    with pytest.raises(SimulatorDied, match="Симулятор (умер посреди сценария|не отвечает)"):
        control.prove_unbroken(world.id)
    again = control.create_world(2, [])
    control.prove_unbroken(again.id)
    assert again.id != world.id, "the scenario that goes on must not meet another one's world"
    assert started.pid != died
    control.close()
    assert [death.partition(":")[0] for death in started.deaths] == [
        "Симулятор умер (код -9) и запущен снова"
    ]


def test_simulator_that_cannot_live_is_not_started_for_ever(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(simulator, "COMMAND", (sys.executable, "-c", DIES_AT_ONCE))
    dying = Simulator()
    _ = dying.address
    dying.keeper.join(PATIENCE_SECONDS)
    assert len(dying.deaths) == simulator.DEATHS_AT_MOST
    dying.stop()


def test_worlds_go_with_a_run_whether_the_simulator_was_killed_or_not(started: Simulator):
    _ = started.address
    kept = Path(started._worlds)
    assert kept.is_dir()
    os.kill(started.pid, signal.SIGKILL)
    started.stop()
    assert not kept.exists()


DIES_AT_ONCE = """
print('{"control": "http://127.0.0.1:9", "tls_port": 9, "hosts": []}', flush=True)
raise SystemExit("базы нет")
"""


def test_simulator_that_does_not_start_is_quoted(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(simulator, "COMMAND", (sys.executable, "-c", "raise SystemExit('порт занят')"))
    failing = Simulator()
    with pytest.raises(SimulatorDied, match="Симулятор не запустился: порт занят"):
        _ = failing.address
    failing.stop()


SAYS_NOTHING = "import sys; sys.stderr.write('думаю'); sys.stderr.flush(); sys.stdin.read()"


def test_simulator_that_never_says_where_it_listens_is_not_awaited_for_ever(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(simulator, "COMMAND", (sys.executable, "-c", SAYS_NOTHING))
    monkeypatch.setattr(simulator, "START_SECONDS", 0.2)
    silent = Simulator()
    with pytest.raises(SimulatorDied, match="Симулятор не запустился за 0 с"):
        _ = silent.address
    assert silent._process.poll() is not None
    silent.stop()


UNSTARTABLE = {
    "another database": (
        {"SVYAZKA_DATABASE_URL": "mysql://u@h/d"},
        "работает с SQLite и PostgreSQL, а здесь «mysql»",
    ),
    "no database": ({"SVYAZKA_DATABASE_URL": "sqlite:////no/such.sqlite"}, "не открыть: unable to open"),
    "no host": ({"SVYAZKA_SITES": "https://school.test"}, "faces.0.host"),
    "one host twice": (
        {"SVYAZKA_SITES": "id.vk.com"},
        "faces.0.host: адрес «id.vk.com» занят: это Кабинет VK ID",
    ),
}


@pytest.mark.parametrize("case", UNSTARTABLE)
def test_simulator_that_cannot_start_says_why_and_is_gone(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    environment, words = UNSTARTABLE[case]
    for name, value in environment.items():
        monkeypatch.setenv(name, value if name.endswith("URL") else str(a_journal_at(value, tmp_path)))
    failing = Simulator()
    with pytest.raises(SimulatorDied) as death:
        _ = failing.address
    assert words in str(death.value)
    assert "Traceback" not in str(death.value)
    assert failing._process.returncode == 2
    failing.stop()


def a_journal_at(host: str, folder: Path) -> Path:
    text = (SITES / "perm/site.toml").read_text(encoding="utf-8")
    (folder / "perm").mkdir()
    (folder / "perm/site.toml").write_text(text.replace("school.permkrai.ru", host), encoding="utf-8")
    return folder


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
    control = Control(run.stdout.readline().strip(), tries=0)
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
