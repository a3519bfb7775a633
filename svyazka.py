"""The front door: prepares the environment and hands each command to its module; nothing else lives here.

This file itself must be readable for an old Python, which is told politely that it is too old.
"""

import importlib
import os
import shutil
import subprocess
import sys
import sysconfig
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

if sys.version_info < (3, 11):  # noqa: UP036 - exactly the reader this message is for
    sys.stderr.write("Нужен Python 3.11 или новее, а это " + sys.version.split()[0] + ". ")
    sys.stderr.write("Поставьте свежий Python с python.org и повторите команду с ним.\n")
    sys.exit(2)

from fixtures.environment.arguments import WRONG_ARGUMENTS, ArgumentParser, maybe
from fixtures.environment.console import Progress, speak_utf8
from fixtures.environment.launch import INTERRUPTED, follow_launcher, relay
from fixtures.environment.problem import SetupFailed
from fixtures.environment.venv import Environment, environment_for, is_current, is_outdated, prepare

ROOT = Path(__file__).resolve().parent
UNPREPARED = 2
WITHOUT_BROWSER = {"-h", "--help", "--dry"}
WITH_WINDOW = {"--headed", "--pause-at-failure"}


AUTHOR, METHODIST, RELEASE, DEVELOPER = "Автору", "Методисту", "Выпуску", "Разработчику"
WIDEST = 100  # longer lines are hard to read


class Command(NamedTuple):
    """Where a command lives, and how much must be prepared before it is called."""

    module: str
    function: str
    help: str
    needs_browser: bool = False
    copes_unprepared: bool = False
    takes_parser: bool = (
        False  # simulator and reports stand alone: they are handed the Russian argument parser
    )
    takes_browser: bool = False  # it prints pages, where there is a browser: it is handed how to get one
    takes_ways: bool = False  # it asks what the simulator shows: it is handed how
    readers: tuple[str, ...] = (DEVELOPER,)


# In the order in which they are listed, those of each reader together.
COMMANDS = {
    "run": Command(
        "steps.runner.command",
        "main",
        "выполнить сценарии в браузере и вынести вердикт",
        needs_browser=True,
        readers=(AUTHOR, METHODIST, RELEASE),
    ),
    "new-scenario": Command(
        "steps.scaffold.command",
        "main",
        "завести сценарий: ответить на вопросы и получить готовый файл",
        readers=(AUTHOR,),
    ),
    "draft": Command(
        "steps.draft.command",
        "main",
        "составить черновик сценариев по тексту инструкции",
        readers=(AUTHOR,),
    ),
    "steps": Command(
        "steps.catalogue.command",
        "main",
        "показать предложения для сценариев, найти нужное",
        readers=(AUTHOR,),
    ),
    "faults": Command(
        "steps.catalogue.mishaps",
        "main",
        "показать, что можно сломать, и номера для людей",
        readers=(AUTHOR, DEVELOPER),
    ),
    "lint": Command(
        "steps.lint.command",
        "main",
        "проверить сценарии без браузера и исправить мелочи",
        readers=(AUTHOR,),
    ),
    "record": Command(
        "steps.recording.command",
        "main",
        "записать сценарий, делая всё руками в браузере",
        readers=(AUTHOR,),
    ),
    "serve": Command(
        "sim_server.serve",
        "main",
        "запустить симулятор, чтобы пройти всё руками",
        takes_parser=True,
        readers=(AUTHOR, METHODIST),
    ),
    "trace": Command(
        "reports.trace",
        "main",
        "посмотреть запись каждого шага непройденного сценария",
        takes_parser=True,
        readers=(AUTHOR,),
    ),
    "vscode": Command("steps.editor.vsix", "main", "собрать расширение для VS Code", readers=(AUTHOR,)),
    "report": Command(
        "reports.command",
        "main",
        "сделать отчёт методиста из записей прогона",
        takes_parser=True,
        readers=(METHODIST,),
    ),
    "instruct": Command(
        "reports.instruct.command",
        "main",
        "сделать инструкцию для людей из прогона, в котором прошло всё",
        takes_parser=True,
        takes_browser=True,
        readers=(METHODIST,),
    ),
    "review": Command(
        "reports.review.command",
        "main",
        "разобрать свой документ: что в нём проверено, изменено, новое",
        takes_parser=True,
        readers=(METHODIST,),
    ),
    "checklist": Command(
        "reports.checklist.command",
        "main",
        "напечатать пункты для обхода системы человеком и принять ответы",
        takes_parser=True,
        readers=(METHODIST,),
    ),
    "observe": Command(
        "steps.observing.command",
        "main",
        "пройти систему руками в браузере и записать, что на экранах",
        readers=(METHODIST,),
    ),
    "propose": Command(
        "reports.proposals.command",
        "main",
        "показать, что поправить, если надпись на экране другая",
        takes_parser=True,
        readers=(METHODIST,),
    ),
    "confirm": Command(
        "reports.instructions.confirm",
        "main",
        "подтвердить пункты, источник которых изменился",
        takes_parser=True,
        readers=(METHODIST,),
    ),
    "new-stand": Command(
        "steps.scaffold.stand.command",
        "main",
        "завести стенд: сказать, где настоящая или проверочная система",
        readers=(METHODIST,),
    ),
    "doctor": Command(
        "fixtures.environment.doctor",
        "main",
        "показать, что готово к работе и чего не хватает",
        needs_browser=True,
        copes_unprepared=True,
        readers=(RELEASE,),
    ),
    "defects": Command(
        "steps.proof.command",
        "main",
        "испортить симулятор и увидеть, замечают ли это сценарии",
        needs_browser=True,
        readers=(RELEASE,),
    ),
    "merge": Command(
        "reports.shards.command",
        "main",
        "соединить части прогона с нескольких машин и вынести вердикт",
        takes_parser=True,
        readers=(RELEASE,),
    ),
    "gate": Command(
        "reports.gate.command",
        "main",
        "решить по записям прогона, можно ли выпускать",
        takes_parser=True,
        readers=(RELEASE,),
    ),
    "flakes": Command(
        "reports.flakes.command",
        "main",
        "посчитать по прогонам, какие сценарии то проходят, то нет",
        takes_parser=True,
        readers=(RELEASE,),
    ),
    "ledger": Command(
        "reports.releases.command",
        "main",
        "вести книгу выпусков: вердикт каждого пункта в каждом",
        takes_parser=True,
        readers=(RELEASE,),
    ),
    "compare": Command(
        "reports.comparing.command",
        "main",
        "сравнить: увиденное с инструкцией и симулятором или два прогона",
        takes_parser=True,
        takes_ways=True,
        readers=(METHODIST, RELEASE),
    ),
    "conformance": Command(
        "tests.conformance.command",
        "main",
        "пустить в VK ID симулятора чужие клиенты и записать, кто прошёл",
    ),
    "test": Command("steps.checkup", "main", "проверить всё: свои тесты, затем сценарии", needs_browser=True),
    "check": Command("fixtures.environment.check", "main", "проверить код: ruff, mypy, import-linter"),
    "labels": Command(
        "steps.labels.command", "main", "составить список надписей всех экранов по записям прогона"
    ),
    "new-site": Command(
        "sim_server.new_site.command",
        "main",
        "завести новую область: журнал и первый сценарий",
        takes_parser=True,
    ),
    "bench": Command(
        "tests.bench.command", "main", "измерить скорость сценариев и симулятора", needs_browser=True
    ),
    "lsp": Command("steps.editor.command", "main", "помогать редактору: подсказки и ошибки при вводе"),
}


def main(argv: list[str] | None = None) -> int:
    """Carry out one command line and return its exit code."""
    speak_utf8()
    arguments = sys.argv[1:] if argv is None else list(argv)
    if not arguments or arguments[0] in ("-h", "--help"):
        print(overview())
        return 0
    if arguments[0] not in COMMANDS:
        print(f"Нет команды «{arguments[0]}». {_instead_of(arguments[0])}", file=sys.stderr)
        return WRONG_ARGUMENTS
    try:
        return prepare_and_carry_out(arguments)
    except KeyboardInterrupt:
        print("Прервано.", file=sys.stderr)
        return INTERRUPTED


def _instead_of(unknown: str) -> str:
    guess = maybe(unknown, COMMANDS)
    return f"{guess} Все команды: python3 svyazka.py --help" if guess else f"Вот что есть:\n\n{overview()}"


def overview() -> str:
    """Return the commands by their readers, one line for each, more where the terminal is narrow."""
    parts = ["«Связка»: привязка школьных журналов к учебному профилю, в настоящем браузере."]
    parts.append("Вызов: python3 svyazka.py КОМАНДА [ключи]")
    for reader in (AUTHOR, METHODIST, RELEASE, DEVELOPER):
        lines = [
            line for name, one in COMMANDS.items() if reader in one.readers for line in _listed(name, one)
        ]
        parts.append("\n".join([f"{reader}:", *lines]))
    parts.append("Ключи команды покажет: python3 svyazka.py КОМАНДА --help")
    return "\n\n".join(parts)


def _listed(name: str, command: Command) -> list[str]:
    width = max(map(len, COMMANDS)) + 4
    room = min(shutil.get_terminal_size().columns, WIDEST)
    begin, further = f"  {name}".ljust(width), " " * width
    return textwrap.wrap(command.help, room, initial_indent=begin, subsequent_indent=further)


def prepare_and_carry_out(arguments: list[str]) -> int:
    """Carry the command out in the prepared environment, making that first where it is missing."""
    environment = environment_for(ROOT, os.environ)
    if is_current(environment) or installed_here():
        return carry_out(arguments, environment)
    try:
        prepare(environment, Progress("Готовим окружение, это бывает один раз.", 3))
    except SetupFailed as problem:
        print(problem, file=sys.stderr)
        return carry_out(arguments, environment) if COMMANDS[arguments[0]].copes_unprepared else UNPREPARED
    return relay([environment.python, ROOT / "svyazka.py", *arguments])


def installed_here() -> bool:
    """Tell whether this Python needs no set-up: started as an installed command, or from such an environment."""
    scripts = Path(sysconfig.get_path("scripts"))
    in_scripts = any((scripts / name).exists() for name in ("svyazka", "svyazka.exe"))
    return __name__ != "__main__" or (sys.prefix != sys.base_prefix and in_scripts)


def carry_out(arguments: list[str], environment: Environment) -> int:
    """Call the command's module, with a browser at hand if it needs one."""
    follow_launcher()
    name, *rest = arguments
    command = COMMANDS[name]
    if is_current(environment) and is_outdated(environment):
        print("Зависимости изменились. Обновить их: python3 svyazka.py doctor", file=sys.stderr)
    if command.needs_browser and not WITHOUT_BROWSER.intersection(rest):
        problem = browser_problem(headed=bool(WITH_WINDOW.intersection(rest)))
        if problem and not command.copes_unprepared:
            print(problem, file=sys.stderr)
            return UNPREPARED
    if str(ROOT) not in sys.path:  # started as an installed command: `bench` is no part of what is installed
        sys.path.insert(0, str(ROOT))
    function: Callable[..., int] = getattr(importlib.import_module(command.module), command.function)
    lent: list[object] = [ArgumentParser] if command.takes_parser else []
    lent += [lend_browser] if command.takes_browser else []
    lent += [lend_ways] if command.takes_ways else []
    return function(rest, *lent)


def lend_browser() -> tuple[Path, tuple[str, ...]]:
    """Return the browser of this machine and the switches it needs here; raise SetupFailed where there is none."""
    browsers = importlib.import_module("fixtures.environment.browsers")  # later: it costs some milliseconds
    return browsers.find_browser(headed=False).path, browsers.sandbox_arguments()


def lend_ways(journal: str) -> str:
    """Return what the simulator shows on the ways of a journal, as JSON; raise ValueError with what is wrong."""
    asked = (sys.executable, "-m", "sim_server", "--ways", journal)
    told = subprocess.run(asked, cwd=ROOT, capture_output=True, encoding="utf-8")  # noqa: S603 - our own module
    if told.returncode:
        raise ValueError(told.stderr.strip() or "Симулятор не ответил, что показывает.")
    return told.stdout


def browser_problem(headed: bool) -> str | None:
    """Find a browser, or fetch one; return what stands in the way, if anything does."""
    setup = importlib.import_module("fixtures.environment.browser_setup")  # later: it costs some milliseconds
    try:
        setup.ensure_browser(headed)
    except SetupFailed as problem:
        return str(problem)
    return None


if __name__ == "__main__":
    sys.exit(main())
