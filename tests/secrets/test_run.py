"""A run on a stand whose people stand in a file leaves none of their secrets anywhere: searched through and through."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import pytest

from fixtures.residents.reading import Resident, read_people
from reports.record.tables import TableUnsound
from tests.secrets.searching import Process, Secrets, pictures, search

ROOT = Path(__file__).parents[2]
SIGNS_IN = "features/perm/choice.feature:19"  # login, passwords, a number and a code are typed
FAILS = "--defect", "caption:Выберите учебный профиль"  # what is written of a failure is searched too
LOOK_EVERY_SECONDS = 0.2
LOOKS = 3  # at each process: the first may come before it has become what it is

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="окружение чужих процессов видно только в Linux"
)


@dataclass
class Witness:
    """Looks, while a run goes on, at its processes, and reads the people whom it has made for itself."""

    run: subprocess.Popen[str]
    folder: Path
    processes: dict[tuple[int, str], Process] = field(default_factory=dict)
    people: tuple[Resident, ...] = ()
    looked_at: Counter[int] = field(default_factory=Counter)

    def look(self) -> None:
        """Look once."""
        with suppress(psutil.Error):
            for one in psutil.Process(self.run.pid).children(recursive=True):
                if self.looked_at[one.pid] == LOOKS:
                    continue
                self.looked_at[one.pid] += 1
                with suppress(psutil.Error):
                    arguments = " ".join(one.cmdline())
                    environment = " ".join(f"{name}={value}" for name, value in one.environ().items())
                    self.processes[one.pid, arguments] = Process(one.name(), arguments, environment)
        for file in () if self.people else self.folder.glob("svyazka-*/people.toml"):
            with suppress(TableUnsound):
                self.people = read_people(file)


@contextmanager
def witnessed(run: subprocess.Popen[str], folder: Path) -> Iterator[Witness]:
    witness, over = Witness(run, folder), threading.Event()

    def watch() -> None:
        while not over.wait(LOOK_EVERY_SECONDS):
            witness.look()

    watching = threading.Thread(target=watch)
    watching.start()
    try:
        yield witness
    finally:
        over.set()
        watching.join()


def test_nothing_that_a_run_leaves_or_starts_has_a_secret(tmp_path: Path):
    out, folder = tmp_path / "out", tmp_path / "temporary"
    folder.mkdir()
    words = "run", "--stand", "wild", "-n", "1", "--out", str(out), *FAILS, SIGNS_IN
    run = subprocess.Popen(
        (sys.executable, "svyazka.py", *words),
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    with witnessed(run, folder) as witness:
        said, _ = run.communicate()
    assert run.returncode == 1, said
    assert any("chrom" in one.name for one in witness.processes.values())
    assert witness.people, "whose secrets are searched for"
    assert [*pictures(out)] != [], "pictures on which something is hidden"
    assert search(out, Secrets.of(witness.people), witness.processes.values(), said).places == set()
