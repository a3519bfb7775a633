"""The command `run`: Russian arguments in, pytest underneath, one exit code out."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from fixtures.environment.arguments import WRONG_ARGUMENTS, ArgumentParser
from fixtures.operators import WAYS
from steps.runner.exit_codes import BROKEN, INTERRUPTED, refuse
from steps.runner.split import USUAL_DURATIONS, shard

SCENARIOS = "features"
BY_ITSELF = "auto"  # as many workers as there are cores and scenarios asked for: `choosing` counts them
QUIET = ["-p", "steps.runner.terminal", "-q"]


def arguments() -> ArgumentParser:
    """Describe what `run` takes."""
    parser = ArgumentParser(prog="svyazka.py run", description="Прогоняет сценарии.")
    parser.add_argument(
        "asked_for", nargs="*", metavar="ЧТО", help="файл, папка, ФАЙЛ:СТРОКА, «название сценария»; иначе все"
    )
    _choice(parser.add_argument_group("что выполнить"))
    _way(parser.add_argument_group("как выполнить"))
    _look(parser.add_argument_group("что показать и сохранить"))
    return parser


Group = argparse._ArgumentGroup


def _choice(group: Group) -> None:
    group.add_argument("-m", dest="tags", metavar="ТЕГИ", help="отбор по тегам: «критично and not perm»")
    group.add_argument("-k", dest="names", metavar="СЛОВА", help="отбор по словам в названии")
    group.add_argument("--failed", action="store_true", help="только не прошедшие в прошлый раз")
    share = "только часть K из N, для нескольких машин; --seed, если он есть, у всех частей один"
    group.add_argument("--shard", type=part, metavar="K/N", help=share)
    lasting = f"по каким длительностям делить: файл или папка с записями, иначе {USUAL_DURATIONS}"
    group.add_argument("--split-by", metavar="ОТКУДА", help=lasting)


def _way(group: Group) -> None:
    number = "сколько сразу, иначе по ядрам; 0 и 1 — по одному"
    group.add_argument("-n", type=workers, dest="workers", metavar="N", help=number)
    group.add_argument("-x", action="store_true", dest="first", help="остановиться на первой неудаче")
    binding = "только связать шаги с предложениями, без браузера"
    group.add_argument("--dry", action="store_true", help=binding)
    walking = "идти по экранам и в «Дано», а не готовить их без браузера"
    group.add_argument("--walk", action="store_true", help=walking)
    saving = "следить за файлами и повторять то, что меняет сохранённый"
    group.add_argument("--watch", action="store_true", help=saving)
    stand = "на каком стенде идти (docs/stands.md), иначе sim — наш симулятор"
    group.add_argument("--stand", metavar="ИМЯ", help=stand)
    group.add_argument("--seed", type=int, metavar="N", help="повторить с этим зерном")
    defect = "идти по симулятору с этим дефектом (какие есть, покажет defects --list)"
    group.add_argument("--defect", action="append", metavar="ID", help=defect)
    patience = "сколько секунд сценарий может ждать браузер, иначе сколько сказано у стенда, на sim 60"
    group.add_argument("--timeout", type=seconds, metavar="С", help=patience)
    asking = "кто скажет, какой код пришёл: terminal, browser (страница) или none (docs/stands.md)"
    group.add_argument("--operator", choices=WAYS, metavar="КТО", help=asking)
    told = "куда записать адрес страницы оператора, если отвечает программа"
    group.add_argument("--operator-file", metavar="ФАЙЛ", help=told)
    again = "сколько раз повторить непройденный сценарий; прошедший тогда — «нестабилен»"
    group.add_argument("--retries", type=workers, default=0, metavar="N", help=again)
    allowing = "с --retries: политика, в которой сказано, сколько нестабильных допустимо, иначе gate.toml"
    group.add_argument("--policy", type=Path, metavar="ФАЙЛ", help=allowing)
    database = "на какой базе работает симулятор: адрес PostgreSQL или own — свой сервер на время прогона"
    group.add_argument("--database", metavar="АДРЕС", help=database)
    servers = "сколько процессов симулятора отвечают вместе; больше одного — только с PostgreSQL"
    group.add_argument("--servers", type=workers, metavar="N", help=servers)
    limit = "через сколько секунд остановить весь прогон"
    group.add_argument("--max-time", type=seconds, metavar="С", help=limit)


def _look(group: Group) -> None:
    group.add_argument("--headed", action="store_true", help="показать окно браузера")
    group.add_argument("--slow", type=int, metavar="МС", help="пауза после каждого действия, мс")
    stop = "показать окно и при неудаче ждать, пока человек не нажмёт «Дальше»"
    group.add_argument("--pause-at-failure", action="store_true", dest="pause", help=stop)
    pictures = (
        "снимки: screens — каждого экрана раз за прогон и у каждого пункта (так обычно), every-step — после каждого "
        "шага, on-failure — при неудаче, off — никогда"
    )
    choices = ("screens", "every-step", "on-failure", "off")
    group.add_argument("--evidence", choices=choices, metavar="КОГДА", help=pictures)
    group.add_argument("--out", metavar="ПАПКА", help="куда писать записи, иначе reports/out")
    results = "сделать и результаты для Allure, в эту папку"
    group.add_argument("--allure", metavar="ПАПКА", help=results)
    page = "сделать и отчёт Cucumber, рядом с записями"
    group.add_argument("--cucumber", action="store_true", help=page)
    group.add_argument("--debug", action="store_true", help="показать место ошибки в коде")


def part(text: str) -> str:
    """Read which part of how many is meant."""
    try:
        shard(text)
    except ValueError as problem:
        raise argparse.ArgumentTypeError(str(problem)) from None
    return text


def workers(text: str) -> int:
    """Read a number of workers; 0 is the same as 1, no process beside the leading one."""
    if not text.isdigit():
        raise argparse.ArgumentTypeError(f"нужно число от 0, а не «{text}»")
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


def main(argv: Sequence[str]) -> int:
    """Run the scenarios and return the exit code."""
    return guarded(lambda: _run(argv))


def _run(argv: Sequence[str]) -> int:
    parser = arguments()
    chosen = parser.parse_intermixed_args(list(argv))
    if not chosen.watch:
        return by_pytest(pytest_arguments(chosen))
    if chosen.failed:
        parser.error("ключи --watch и --failed вместе не работают: назовите файл, ФАЙЛ:СТРОКУ или название")
    from steps.runner.watch import watch  # not for every run: what watches files takes its time to load

    return watch(chosen, SCENARIOS, pytest_arguments)


def pytest_arguments(chosen: argparse.Namespace) -> list[str]:
    """Translate what was asked for into pytest's arguments."""
    alone = chosen.headed or chosen.pause or chosen.dry
    number = ("1" if alone else BY_ITSELF) if chosen.workers is None else str(chosen.workers)
    detail = ["--verbosity=2"] if chosen.debug else []  # pytest's own --debug writes a log of its inner life
    options, flags = _options(chosen), _flags(chosen)
    return [*QUIET, *distribution(number), *options, *flags, *detail, *_whereabouts(chosen)]


def _options(chosen: argparse.Namespace) -> Iterator[str]:
    """Yield what was said with a value."""
    valued = {
        "-m": chosen.tags,
        "-k": chosen.names,
        "--out": chosen.out,
        "--evidence": chosen.evidence,
        "--slow": chosen.slow,
        "--stand": chosen.stand,
        "--seed": chosen.seed,
        "--browser-timeout": chosen.timeout,
        "--max-time": chosen.max_time,
        "--retries": chosen.retries or None,
        "--unstable": _unstable_allowed(chosen),
        "--shard": chosen.shard,
        "--allure": chosen.allure,
        "--split-by": chosen.split_by,
        "--database": chosen.database,
        "--servers": chosen.servers,
        "--operator": chosen.operator,
        "--operator-file": chosen.operator_file,
    }
    yield from (f"--defect={each}" for each in chosen.defect or ())
    for key, value in valued.items():
        if value is not None:
            yield f"{key}={value}" if key[1] == "-" else f"{key}{value}"


def _flags(chosen: argparse.Namespace) -> Iterator[str]:
    """Yield what was said by itself."""
    said = {
        "--headed": chosen.headed or chosen.pause,
        "--pause-at-failure": chosen.pause,
        "--failed": chosen.failed,
        "-x": chosen.first,
        "--dry": chosen.dry,
        "--cucumber": chosen.cucumber,
        "--walk": chosen.walk,
    }
    yield from (flag for flag, is_said in said.items() if is_said)


def _unstable_allowed(chosen: argparse.Namespace) -> int | None:
    """Return how many unstable scenarios the policy allows, None where nothing is retried."""
    if not chosen.retries:
        return None
    from reports.record.policy import POLICY, read_policy  # not for every run: it costs its start some time
    from reports.record.tables import TableUnsound

    try:
        return read_policy(chosen.policy or POLICY).policy.unstable
    except TableUnsound as problem:
        refuse(str(problem))


def _whereabouts(chosen: argparse.Namespace) -> list[str]:
    """Leave files and folders to pytest; what else was named may be a line of a file, or a scenario."""
    paths = [each for each in chosen.asked_for if Path(each.partition("::")[0]).exists()]
    others = [f"--only={each}" for each in chosen.asked_for if each not in paths]
    everything = [] if others or chosen.failed else [SCENARIOS]
    return [*others, "--", *(paths or everything)]


def distribution(number: str) -> list[str]:
    """Spread over workers one by one, for scenarios are few and slow; one worker needs no second process."""
    return ["-n", "0"] if number in ("0", "1") else ["-n", number, "--maxschedchunk=1"]


def guarded(work: Callable[[], int]) -> int:
    """Turn the ways to leave early into exit codes."""
    try:
        return work()
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else BROKEN
    except KeyboardInterrupt:
        return INTERRUPTED


def by_pytest(words: Sequence[str], plugins: Sequence[object] = ()) -> int:
    """Let pytest carry out what is asked for; its own code for wrong arguments is another one of ours."""
    code = int(pytest.main(list(words), list(plugins)))
    return WRONG_ARGUMENTS if code == pytest.ExitCode.USAGE_ERROR else code
