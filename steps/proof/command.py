"""The command `defects`: what the scenarios notice of a product with known defects."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Sequence
from dataclasses import fields
from functools import partial
from pathlib import Path

from fixtures.control import ControlRefused, SimulatorDied
from fixtures.environment.arguments import WRONG_ARGUMENTS, ArgumentParser
from reports.record.matrix import MATRIX, read_matrix
from reports.record.revision import ROOT
from reports.record.tables import TableUnsound
from steps.proof.elsewhere import Elsewhere, ScenarioGone, of_the_day, samples
from steps.proof.session import NothingToTry, carried_out
from steps.proof.trial import A_DAY, DefectUnknown, Trial, Wish
from steps.proof.trying import NotStarted
from steps.runner.command import SCENARIOS, guarded, part
from steps.runner.exit_codes import BROKEN, FAILED, NOTHING_RAN, PASSED
from steps.runner.split import shard

OUT = Path("reports/out/defects")
SEED = 17
UNUSABLE = (NotStarted, NothingToTry, SimulatorDied, ControlRefused, TableUnsound, ScenarioGone, OSError)


def arguments() -> ArgumentParser:
    """Describe what `defects` takes."""
    parser = ArgumentParser(
        prog="svyazka.py defects",
        description="Портит симулятор известными дефектами, по одному, и смотрит, заметят ли это сценарии. "
        f"Итог испытания всех дефектов сохраняет в {MATRIX.relative_to(ROOT).as_posix()}.",
    )
    parser.add_argument("--list", action="store_true", help="только показать, какие есть дефекты")
    parser.add_argument("--only", nargs="+", default=(), metavar="ID", help="только эти дефекты")
    today = f"{A_DAY} дефектов дня и немного безвредных изменений, как в test"
    parser.add_argument("--today", action="store_true", help=today)
    harmless = "только безвредные изменения: все сценарии со всеми сразу"
    parser.add_argument("--harmless", action="store_true", help=harmless)
    whole = "все сценарии для каждого дефекта, а не до первого, кто заметил"
    parser.add_argument("--whole", action="store_true", help=whole)
    share = "только часть K из N; записи частей складывают в одну папку"
    parser.add_argument(
        "--shard", type=lambda text: shard(part(text)), default=(1, 1), metavar="K/N", help=share
    )
    behind = "за страницами второго лица (стенд wild): список дефектов — steps/proof/sample.toml; с --today только один"
    parser.add_argument("--wild", action="store_true", help=behind)
    notes = f"где записи испытаний, иначе {OUT.as_posix()}"
    parser.add_argument("--out", type=Path, default=OUT, metavar="ПАПКА", help=notes)
    changed = "только новые и изменённые сценарии и дефекты; о прочих верить сохранённому итогу"
    parser.add_argument("--changed", action="store_true", help=changed)
    parser.add_argument("--anew", action="store_true", help="не продолжать, а начать испытания заново")
    return parser


def main(argv: Sequence[str]) -> int:
    """Try what was asked for; 0 when all is noticed and nothing else, 1 when not, 2 when it could not be tried."""
    return guarded(partial(_try, argv))


def _try(argv: Sequence[str]) -> int:
    chosen = arguments().parse_args(list(argv))
    if chosen.wild:
        return _try_elsewhere(chosen.only, chosen.today)
    wish = Wish(**{each.name: getattr(chosen, each.name) for each in fields(Wish)})
    trial = Trial(wish, read_matrix(), SEED, partial(print, flush=True))
    try:
        carried_out(trial.tell if chosen.list else trial.work, [SCENARIOS], SEED)
    except DefectUnknown as unknown:
        print(unknown, file=sys.stderr)
        return WRONG_ARGUMENTS
    except NothingToTry as problem:
        print(problem, file=sys.stderr)
        return NOTHING_RAN
    except UNUSABLE as problem:
        print(f"Испытать не удалось: {problem}", file=sys.stderr)
        return BROKEN
    return 0 if chosen.list else trial.conclude()


def _try_elsewhere(only: Sequence[str], today: bool) -> int:
    """Try the sample on the second face."""
    try:
        wanted = [one for one in samples() if not only or one.defect in only]
        trial = Elsewhere(
            of_the_day(wanted, datetime.date.today()) if today else wanted, partial(print, flush=True)
        )
        if not wanted:
            print("В steps/proof/sample.toml таких дефектов нет.", file=sys.stderr)
            return WRONG_ARGUMENTS
        carried_out(trial.work, trial.paths, SEED, trial.options)
    except UNUSABLE as problem:
        print(f"Испытать не удалось: {problem}", file=sys.stderr)
        return BROKEN
    return PASSED if trial.conclude() else FAILED
