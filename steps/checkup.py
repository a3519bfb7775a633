"""The command `test`: everything of ours, part by part, and the worst of their exit codes."""

from __future__ import annotations

import datetime
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from fixtures.environment.arguments import ArgumentParser
from fixtures.postgres import PostgresMissing, own_server
from reports.record.facts import USUAL_STAND
from steps.labels.command import OUT, compare_after
from steps.runner.command import QUIET, by_pytest, guarded, workers
from steps.runner.command import main as run
from steps.runner.cores import cores
from steps.runner.dearest import Dearest
from steps.runner.exit_codes import BROKEN, FAILED, INTERRUPTED, PASSED, worst
from steps.runner.failed import Failed

OWN_TESTS = "tests"
SAMPLE = "features/across"
ON_OURS = ("--stand", USUAL_STAND)  # whatever the environment would add: no test ever acts on another stand
FRONT_DOOR = Path(__file__).parents[1] / "svyazka.py"


def main(argv: Sequence[str]) -> int:
    """Check the code and the features, run our own tests and then the scenarios; the worst of them decides."""
    return guarded(lambda: _test(argv))


def _test(argv: Sequence[str]) -> int:
    from fixtures.environment.check import main as check

    parser = ArgumentParser(
        prog="svyazka.py test",
        description="Проверяет код, сценарии без браузера, свои тесты, сценарии в браузере, дефекты дня и ворота.",
    )
    parser.add_argument("-n", type=workers, dest="workers", metavar="N", help="сколько сразу, иначе по ядрам")
    database = "всё на этой базе: адрес PostgreSQL или own — свой сервер; иначе на PostgreSQL только проба"
    parser.add_argument("--database", metavar="АДРЕС", help=database)
    servers = "с --database: сколько процессов симулятора отвечают вместе"
    parser.add_argument("--servers", type=workers, metavar="N", help=servers)
    said = parser.parse_args(list(argv))
    number = cores() if said.workers is None else said.workers
    own = number + number // 2 if said.workers is None else number  # they wait for most of their time
    keys = [f"--{key}={value}" for key in ("database", "servers") if (value := getattr(said, key))]
    dearest, failed = Dearest(), Failed()
    code = all_of(
        (
            ("Проверка кода", lambda: check([])),
            ("Сценарии без браузера", lambda: apart("lint", "--strict")),
            (
                "Свои тесты",
                lambda: by_pytest(
                    [*QUIET, *ON_OURS, *file_by_file(own), _of_today(), *keys, OWN_TESTS],
                    [dearest, failed],
                ),
            ),
            ("Сценарии", lambda: counted(run([*ON_OURS, "-n", str(number), *keys]), dearest)),
            *(() if said.database else (("Проба на PostgreSQL", lambda: sample_on_postgresql(number)),)),
            ("Дефекты дня", lambda: apart("defects", "--today")),
            ("Дефект дня на втором лице", lambda: apart("defects", "--wild", "--today")),
            ("Надписи экранов", lambda: compare_after(OUT)),
            ("Ворота", lambda: apart("gate", OUT.as_posix())),
        )
    )
    print("\n".join(["", *dearest.lines(), *([""] if failed.lines() else []), *failed.lines()]), flush=True)
    return code


def counted(code: int, dearest: Dearest) -> int:
    """Add the scenarios that have just been carried out to what may be dear; return how they ended."""
    if code in (PASSED, FAILED, BROKEN):  # otherwise the record may be an earlier one's
        dearest.add_record(OUT)
    return code


def sample_on_postgresql(number: int) -> int:
    """Carry out one folder of scenarios on a PostgreSQL of its own, by two processes; where there is none, say so."""
    try:
        with own_server() as address, TemporaryDirectory(prefix="svyazka-") as out:
            whole = ("--database", address, "--servers", "2", "--evidence", "off", "--out", out)
            return apart("run", *ON_OURS, SAMPLE, "-n", str(number), *whole)
    except PostgresMissing as missing:
        print(f"На PostgreSQL не проверено. {missing}", flush=True)
        return PASSED


def _of_today() -> str:
    """Show the consequences of some defects only, others each day: the night shows all."""
    return f"--consequences-of={datetime.date.today()}"


def file_by_file(number: int) -> list[str]:
    """Keep the tests of a file in one worker: what a file prepares is made once. The short ones come last."""
    return ["-n", str(number), "--dist", "loadfile", "--no-loadscope-reorder"] if number > 1 else ["-n", "0"]


def apart(*words: str) -> int:
    """Carry out a command in a process of its own: the definitions it imports would be in pytest's way here."""
    return subprocess.run([sys.executable, FRONT_DOOR, *words], check=False).returncode  # noqa: S603 - our own


def all_of(parts: Sequence[tuple[str, Callable[[], int]]]) -> int:
    """Carry out every part, also after one that failed, unless Ctrl-C ends it; return the worst of their codes.

    At the end the parts stand together, each with its verdict and what it took.
    """
    codes, together = [], []
    for name, part in parts:
        print(f"\n{name}", flush=True)
        begun = time.monotonic()
        codes.append(guarded(part))
        verdict = "порядок" if codes[-1] == PASSED else f"не порядок, код {codes[-1]}"
        print(f"{name}: {verdict}", flush=True)
        minutes, seconds = divmod(round(time.monotonic() - begun), 60)
        together.append(f"{minutes:>4} мин {seconds:02d} с  {name}: {verdict}")
        if codes[-1] == INTERRUPTED:
            break
    print("\n".join(["", "Всё вместе:", *together]), flush=True)
    return worst(codes)
