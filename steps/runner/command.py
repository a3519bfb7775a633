"""The command `run`: Russian arguments in, pytest underneath, one exit code out."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence

import pytest

from fixtures.environment.arguments import WRONG_ARGUMENTS, ArgumentParser
from steps.runner.exit_codes import BROKEN, INTERRUPTED

SCENARIOS = "features"
# Faker's and anyio's plugins offer fixtures nobody here asks for, and cost every process half a second.
QUIET = ["-p", "steps.runner.terminal", "-p", "no:faker", "-p", "no:anyio", "-q"]


def arguments() -> ArgumentParser:
    """Describe what `run` takes."""
    parser = ArgumentParser(prog="svyazka.py run", description="Прогоняет сценарии.")
    parser.add_argument(
        "paths", nargs="*", default=[SCENARIOS], metavar="ПУТЬ", help="файлы и папки, иначе все"
    )
    parser.add_argument("-n", type=workers, dest="workers", metavar="N", help="сколько сразу, иначе по ядрам")
    parser.add_argument("-m", dest="tags", metavar="ТЕГИ", help="отбор по тегам: «критично and not perm»")
    parser.add_argument("-k", dest="names", metavar="СЛОВА", help="отбор по словам в названии")
    parser.add_argument("--out", metavar="ПАПКА", help="куда писать записи, иначе reports/out")
    parser.add_argument("--headed", action="store_true", help="показать окно браузера")
    parser.add_argument("--slow", type=int, metavar="МС", help="пауза после каждого действия, мс")
    parser.add_argument(
        "--evidence",
        choices=("every-step", "on-failure", "off"),
        metavar="КОГДА",
        help="снимки: every-step — после каждого шага (так обычно), on-failure — при неудаче, off — никогда",
    )
    parser.add_argument("--debug", action="store_true", help="показать место ошибки в коде")
    parser.add_argument(
        "--timeout", type=seconds, metavar="С", help="сколько секунд сценарий может ждать браузер, иначе 60"
    )
    parser.add_argument(
        "--max-time", type=seconds, metavar="С", help="через сколько секунд остановить весь прогон"
    )
    parser.add_argument("--seed", type=int, metavar="N", help="повторить с этим зерном")
    return parser


def workers(text: str) -> int:
    """Read a number of workers: 1 and more."""
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"нужно число от 1, а не «{text}»")
    return int(text)


def seconds(text: str) -> float:
    """Read a length of time that is more than none."""
    try:
        span = float(text.replace(",", "."))
    except ValueError:
        span = 0
    if not 0 < span < float("inf"):
        raise argparse.ArgumentTypeError(f"нужно число секунд больше нуля, а не «{text}»")
    return span


def cores() -> int:
    """Return how many processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):  # not on Windows and macOS
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def main(argv: Sequence[str]) -> int:
    """Run the scenarios and return the exit code."""
    return guarded(lambda: _run(argv))


def _run(argv: Sequence[str]) -> int:
    return int(pytest.main(pytest_arguments(arguments().parse_intermixed_args(list(argv)))))


def pytest_arguments(chosen: argparse.Namespace) -> list[str]:
    """Translate what was asked for into pytest's arguments."""
    number = chosen.workers or (1 if chosen.headed else cores())
    valued = {
        "-m": chosen.tags,
        "-k": chosen.names,
        "--out": chosen.out,
        "--evidence": chosen.evidence,
        "--slow": chosen.slow,
        "--seed": chosen.seed,
        "--browser-timeout": chosen.timeout,
        "--max-time": chosen.max_time,
    }
    options = [
        f"{key}={value}" if key[1] == "-" else f"{key}{value}"
        for key, value in valued.items()
        if value is not None
    ]
    window = ["--headed"] if chosen.headed else []
    detail = ["--verbosity=2"] if chosen.debug else []  # pytest's own --debug writes a log of its inner life
    return [*QUIET, *distribution(number), *options, *window, *detail, "--", *chosen.paths]


def distribution(number: int) -> list[str]:
    """Spread over workers one by one, for scenarios are few and slow; one worker needs no second process."""
    return ["-n", str(number), "--maxschedchunk=1"] if number > 1 else ["-n", "0"]


def guarded(work: Callable[[], int]) -> int:
    """Turn the ways to leave early into exit codes."""
    try:
        code = work()
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else BROKEN
    except KeyboardInterrupt:
        return INTERRUPTED
    return WRONG_ARGUMENTS if code == pytest.ExitCode.USAGE_ERROR else code
