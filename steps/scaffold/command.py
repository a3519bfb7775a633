"""`svyazka.py new-scenario`: asks a few questions, or takes the answers as options, and writes a sound scenario."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from fixtures.environment.arguments import WRONG_ARGUMENTS, ArgumentParser
from steps.scaffold.answers import BEFORE, STARTS
from steps.scaffold.interview import Interview, answers
from steps.scaffold.project import Project
from steps.scaffold.question import Unanswered
from steps.scaffold.writing import Unfit, draft, write

ROOT = Path(__file__).parents[2]
DONE, BROKEN = 0, 2
OPTIONS = {
    "folder": "инструкция: имя папки в features",
    "file": "файл в этой папке: есть — сценарий добавится в конец, нет — появится",
    "title": "строка «Функция: …» нового файла",
    "role": "роль в новом файле: учитель, родитель, ученик или нет",
    "name": "название сценария",
    "who": "кто этот человек: «учитель МЭШ», «родитель» …",
    "before": f"что есть до начала: {', '.join(BEFORE)}",
    "start": f"откуда начинает: {', '.join(STARTS)} или адрес",
    "see": "заголовок экрана, который он видит в конце",
    "severity": "критично, важно или прочее",
}


def main(argv: Sequence[str], root: Path = ROOT) -> int:
    """Write the scenario and say how to run it; 64 where an answer is missing or unfit, and then nothing is written."""
    given = vars(_arguments().parse_args(list(argv)))
    interview = Interview(given, asker(), print)
    project = Project(root)
    try:
        made = draft(answers(interview, project), project)
        write(made)
    except (Unanswered, Unfit) as problem:
        print(f"Ошибка: {problem}", file=sys.stderr)
        return WRONG_ARGUMENTS
    except OSError as error:
        print(f"Файл не записан: {error.strerror or error} ({error.filename})", file=sys.stderr)
        return BROKEN
    place, python = f"{made.uri}:{made.line}", "py" if sys.platform == "win32" else "python3"
    print(f"\nЗаписано: {place}")
    print(f"  выполнить:            {python} svyazka.py run {place}")
    print(f"  посмотреть, не спеша: {python} svyazka.py run {place} --headed --slow 500")
    return DONE


def _arguments() -> ArgumentParser:
    parser = ArgumentParser(
        prog="svyazka.py new-scenario",
        description="Заводит сценарий: спрашивает, о чём он, и пишет его так, что прогон его примет. "
        "На вопрос можно ответить и ключом.",
    )
    for key, meaning in OPTIONS.items():
        parser.add_argument(f"--{key}", metavar="ОТВЕТ", help=meaning)
    parser.add_argument(
        "--press", action="append", metavar="НАДПИСЬ", help="что он нажимает; можно несколько раз, по порядку"
    )
    return parser


def asker() -> Callable[[str], str] | None:
    """Return how to ask whoever sits at the terminal; None where nobody does."""
    return _answer if sys.stdin.isatty() else None


def _answer(prompt: str) -> str:
    try:
        return input(prompt)
    except EOFError:  # Ctrl-D
        raise KeyboardInterrupt from None
