"""`svyazka.py lint`: what is wrong with features, told without a browser."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from fixtures.environment.arguments import WRONG_ARGUMENTS, ArgumentParser
from reports.record.tables import TableUnsound
from steps.catalogue.definitions import ROOT
from steps.lint.formats import FORMATS
from steps.lint.gathering import NothingThere, sources
from steps.lint.known import NotLoaded, known_to
from steps.lint.linting import lint
from steps.lint.mending import mend
from steps.lint.pages import explained, listed
from steps.lint.report import Report

CLEAN, REMARKS, BROKEN, NOTHING_LOOKED_AT = 0, 1, 2, 3
FEATURES = "features"
NO_LABELS = "Надписи не проверены: нет списка надписей экранов. Его составит «python3 svyazka.py labels»."


def main(argv: Sequence[str]) -> int:
    """Print what is wrong with the features; 1 if it is more than advice."""
    chosen = _arguments().parse_intermixed_args(list(argv))
    if chosen.rules:
        print(listed())
        return CLEAN
    if chosen.explain:
        return _explain(chosen.explain)
    try:
        report = check([Path(path) for path in chosen.paths or [ROOT / FEATURES]], fix=chosen.fix)
    except NothingThere as problem:
        print(f"Ошибка: {problem}", file=sys.stderr)
        return WRONG_ARGUMENTS
    except (NotLoaded, TableUnsound) as problem:
        print(problem, file=sys.stderr)
        return BROKEN
    if not report.files:
        print("Проверять нечего: по этому пути нет ни одного файла .feature.", file=sys.stderr)
        return NOTHING_LOOKED_AT
    if written := FORMATS[chosen.form](report):
        print(written)
    return CLEAN if report.is_clean(chosen.strict) else REMARKS


def check(paths: Sequence[Path], root: Path = ROOT, fix: bool = False) -> Report:
    """Check the features in these files and folders, mending first what is mechanical, if asked to.

    Raises NothingThere for a path that leads nowhere, NotLoaded if there is no telling which sentences exist.
    """
    found, known = sources(paths, root), known_to(root)
    mended: tuple[str, ...] = ()
    with _nothing_thrown_away():
        if fix:
            mended = mend(found, known)
            found = sources(paths, root)
        findings = tuple(lint(found, known))
    return Report(findings, len(found), mended, () if known.labels else (NO_LABELS,))


@contextmanager
def _nothing_thrown_away() -> Iterator[None]:
    """Spare Python the search for garbage among documents that are all needed: a quarter of the time of 2,000 files."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _explain(name: str) -> int:
    if page := explained(name):
        print(page)
        return CLEAN
    print(f"Ошибка: нет правила «{name}». Все правила: python3 svyazka.py lint --rules", file=sys.stderr)
    return WRONG_ARGUMENTS


def _arguments() -> ArgumentParser:
    parser = ArgumentParser(
        prog="svyazka.py lint",
        description="Проверяет сценарии без браузера. Код 0 — замечаний нет, 1 — есть.",
    )
    parser.add_argument("paths", nargs="*", metavar="ПУТЬ", help="файлы и папки, иначе все сценарии")
    parser.add_argument(
        "--fix", action="store_true", help="исправить отступы, таблицы, концы строк: смысл не меняется"
    )
    parser.add_argument(
        "--format",
        dest="form",
        choices=tuple(FORMATS),
        default="text",
        help="в каком виде: text — для чтения (так обычно), json, sarif — для программ, github, gitlab — для них",
    )
    parser.add_argument("--strict", action="store_true", help="считать замечаниями и советы")
    parser.add_argument(
        "--explain", metavar="ПРАВИЛО", help="рассказать о правиле: что, почему, неверно, верно"
    )
    parser.add_argument("--rules", action="store_true", help="перечислить все правила")
    return parser
