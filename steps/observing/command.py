"""`svyazka.py observe`: a person walks a system by hand, and what they see is written down as they go."""

from __future__ import annotations

import datetime
import re
import shlex
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from playwright.sync_api import Error as BrowserError

from fixtures.control import SimulatorDied
from fixtures.environment.arguments import WRONG_ARGUMENTS, ArgumentParser
from fixtures.environment.browser_setup import ensure_browser
from fixtures.environment.browsers import NO_SCREEN, ScreenMissing
from fixtures.environment.problem import SetupFailed
from fixtures.stand import load_stand, stand_file
from reports.record.asking import agreed
from reports.record.clauses import load_instructions
from reports.record.folder import OUT, write_whole
from reports.record.observation import SUFFIX, Observation
from reports.record.tables import TableUnsound
from reports.record.trouble import said
from steps.labels.known import known_labels
from steps.observing.naming import Naming, named, namings
from steps.observing.observer import Observer
from steps.observing.stage import CannotObserve, Wanted, observable, observing
from steps.recording.ending import ctrl_c

DONE, NOTHING, BROKEN = 0, 1, 2
FOLDER = f"{OUT}/observations"
SHOWN_ELSEWHERE = (
    "Наблюдайте там, где экран есть, или через виртуальный: xvfb-run python3 svyazka.py observe …"
)
HINT = (
    "Идите по системе в открывшемся окне: экраны записываются сами, личное закрыто ещё до записи.\n"
    "Закончить: закрыть окно или Ctrl-C здесь."
)


def main(argv: Sequence[str]) -> int:
    """Observe until the person ends it; 1 if nothing was seen, 2 if nothing can be observed."""
    chosen = arguments().parse_args(list(argv))
    wanted = Wanted(chosen.stand, chosen.instruction, not chosen.headless, tuple(chosen.hide))
    try:
        if chosen.instruction and chosen.instruction not in (known := load_instructions()):
            print(f"Инструкции «{chosen.instruction}» нет, есть: {', '.join(known)}", file=sys.stderr)
            return WRONG_ARGUMENTS
        ensure_browser(wanted.headed)
        file = new_file(Path(chosen.out), observable(wanted.stand).name, wanted.instruction)
        with observing(wanted, lambda seen: seen.write(file)) as observer:
            print(HINT, flush=True)
            seen = followed(observer)
        return _summed_up(seen, file, wanted.stand)
    except ScreenMissing:
        print(f"{NO_SCREEN} {SHOWN_ELSEWHERE}", file=sys.stderr)
    except (CannotObserve, TableUnsound, SetupFailed, SimulatorDied) as error:
        print(error, file=sys.stderr)
    except BrowserError:
        print("Браузер закрылся раньше, чем успел что-нибудь показать.", file=sys.stderr)
    except OSError as error:
        print(f"Наблюдение не записать: {said(error)} ({error.filename})", file=sys.stderr)
    return BROKEN


def arguments() -> ArgumentParser:
    """Describe what `observe` takes."""
    parser = ArgumentParser(
        prog="svyazka.py observe",
        description="Открывает браузер на сайтах стенда. Человек проходит путь руками, а названия экранов, надписи,"
        " их порядок, снимки и действия записываются в один файл; личное закрыто ещё до записи.",
        epilog="Сравнить увиденное с инструкцией и симулятором: python3 svyazka.py compare ФАЙЛ",
    )
    parser.add_argument("--stand", required=True, metavar="СТЕНД", help="на каком стенде (docs/stands.md)")
    parser.add_argument(
        "--instruction", default="", metavar="ИМЯ", help="по какой инструкции идут: perm, paragraf …"
    )
    parser.add_argument(
        "--hide",
        action="append",
        default=[],
        metavar="СЛОВО",
        help="что ещё закрыть: имя, название школы; можно повторять",
    )
    parser.add_argument("--out", default=FOLDER, metavar="ПАПКА", help=f"куда положить файл, иначе {FOLDER}")
    parser.add_argument("--headless", action="store_true", help="без окна: для проверки самой записи")
    return parser


def new_file(folder: Path, stand: str, instruction: str) -> Path:
    """The place of an observation of this moment, called by its day, its time and what is walked."""
    moment = f"{datetime.datetime.now():%Y-%m-%d-%H%M%S}"
    plain = re.sub(r"[^\w.-]+", "-", stand)
    return folder / f"{'-'.join(filter(None, (moment, plain, instruction)))}{SUFFIX}"


def followed(observer: Observer) -> Observation:
    """Print each screen as it comes, until the person ends it; return all that was seen."""
    with ctrl_c(observer.stop):
        for number, screen in enumerate(observer.follow(), 1):
            print(f"  {number}. {screen.called}", flush=True)
    return observer.observation


def _summed_up(seen: Observation, file: Path, stand: str) -> int:
    if not seen.screens:
        print("Ни одного экрана стенда не видели, файл не записан.")
        return NOTHING
    print(f"\nЗаписано экранов: {len(seen.screens)}, файл {file}")
    name_screens(seen, stand, agreed if sys.stdin.isatty() else None)
    print(f"Сравнить с инструкцией и симулятором: python3 svyazka.py compare {shlex.quote(str(file))}")
    return DONE


def name_screens(seen: Observation, stand: str, ask: Callable[[str], bool] | None) -> int:
    """Write into the stand's file what its screens are called, if that is agreed to; return how many were written.

    The stand is told as the command was told it, by its name or the path of its file. Without anybody to ask it is
    only said.
    """
    labels, written = known_labels(), 0
    file = stand_file(stand)
    for one in namings(seen, load_stand(stand), labels) if labels else ():
        if ask is None:
            print(f"Экран «{one.here}» похож на «{one.known}». Впишите в {file.name}: {_line(one)}")
        elif ask(f"Экран «{one.here}» — это «{one.known}»? Записать в {file.name}?"):
            write_whole(file, [named(file.read_text(encoding="utf-8"), one)])
            written += 1
    return written


def _line(naming: Naming) -> str:
    return f'[screens] "{naming.known}" = "{naming.here}"'
