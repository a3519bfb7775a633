"""`svyazka.py record`: what is done in the browser is written down as a scenario."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Error as BrowserError

from fixtures.environment.arguments import WRONG_ARGUMENTS, ArgumentParser
from fixtures.environment.browser_setup import ensure_browser
from fixtures.environment.browsers import NO_SCREEN, ScreenMissing
from fixtures.environment.problem import SetupFailed
from fixtures.phones import printed_phone
from reports.record.asking import agreed
from reports.record.facts import USUAL_STAND
from reports.record.tables import TableUnsound
from steps.recording.answering import ask_in_terminal
from steps.recording.earlier import Beginning, NobodyThere, described, scenario_at
from steps.recording.ending import ctrl_c
from steps.recording.entry import Unsaid
from steps.recording.record import Wanted, recording
from steps.recording.recorder import DEAD, Recorder
from steps.recording.stage import CannotRecord

DONE, INCOMPLETE, BROKEN = 0, 1, 2
ROOT = Path(__file__).parents[2]
OUT = "recorded.feature"
SHOWN_ELSEWHERE = "Записывайте там, где экран есть, или через виртуальный: xvfb-run python3 svyazka.py record"
NOTHING_DONE = "Ничего не сделано, файл не записан."
HINT = "Запись идёт. Закончить: кнопка «Готово» на странице, Ctrl-C здесь или закрыть окно браузера."


def main(argv: Sequence[str]) -> int:
    """Record until the person ends it; 1 if it lacks something, 2 if nothing can be recorded, 64 for wrong words."""
    chosen = _chosen(argv)
    out = Path(chosen.out)
    if not out.parent.is_dir():
        print(f"Папки {out.parent} нет: создайте её или назовите другой файл: --out ФАЙЛ", file=sys.stderr)
        return WRONG_ARGUMENTS
    if out.exists() and not chosen.force and not agreed(f"Файл {out} уже есть. Записать вместо него?"):
        print(f"Файл {out} не тронут. Назовите другой: --out ФАЙЛ, или согласитесь: --force", file=sys.stderr)
        return WRONG_ARGUMENTS
    try:
        wanted = Wanted(_beginning(chosen), chosen.stand, not chosen.headless, chosen.seed, chosen.title)
        ensure_browser(wanted.headed)
        with recording(wanted, ask_in_terminal) as recorder:
            return _follow(recorder, out)
    except NobodyThere as error:
        print(error, file=sys.stderr)
        return WRONG_ARGUMENTS
    except ScreenMissing:
        print(f"{NO_SCREEN} {SHOWN_ELSEWHERE}", file=sys.stderr)
        return BROKEN
    except (CannotRecord, TableUnsound, SetupFailed) as error:
        print(error, file=sys.stderr)
        return BROKEN
    except OSError as error:
        print(f"В файл {out} не записать: {error.strerror}. Назовите другой: --out ФАЙЛ", file=sys.stderr)
        return BROKEN


def _chosen(argv: Sequence[str]) -> argparse.Namespace:
    parser = arguments()
    chosen = parser.parse_args(list(argv))
    if chosen.start and (chosen.me or chosen.given):
        parser.error("с --from не нужны --me и --given: люди уже описаны в том сценарии")
    if Path(chosen.out).suffix.lower() != ".feature":
        parser.error(f"{chosen.out}: имя сценария кончается на .feature")
    return chosen


def arguments() -> ArgumentParser:
    """Describe what `record` takes."""
    parser = ArgumentParser(
        prog="svyazka.py record",
        description="Открывает браузер на симуляторе и записывает то, что вы делаете, шагами сценария.",
    )
    parser.add_argument(
        "--from",
        dest="start",
        metavar="ФАЙЛ:СТРОКА",
        help="продолжить с того места, где кончается этот сценарий",
    )
    parser.add_argument("--me", default="", metavar="КТО", help="кто я: «учитель МЭШ», иначе учитель ЭПОС")
    parser.add_argument(
        "--given",
        action="append",
        default=[],
        metavar="ДАНО",
        help="что есть до начала, словами сценария: «мой учебный профиль привязан»; можно повторять",
    )
    parser.add_argument("--out", default=OUT, metavar="ФАЙЛ", help=f"куда писать, иначе {OUT}")
    parser.add_argument("--force", action="store_true", help="писать вместо того, что в файле уже есть")
    parser.add_argument("--title", default="", metavar="НАЗВАНИЕ", help="как назвать сценарий")
    parser.add_argument(
        "--stand", default=USUAL_STAND, metavar="СТЕНД", help=f"на каком стенде, иначе {USUAL_STAND}"
    )
    parser.add_argument("--seed", type=int, metavar="N", help="с людьми этого зерна")
    parser.add_argument("--headless", action="store_true", help="без окна: для проверки самой записи")
    return parser


def _beginning(chosen: argparse.Namespace) -> Beginning:
    return scenario_at(chosen.start) if chosen.start else described(chosen.me, tuple(chosen.given))


def _follow(recorder: Recorder, out: Path) -> int:
    """Print and write down each step as it is done; whatever happens, what was written stays."""
    _require_writable(out)
    done = False
    try:
        with ctrl_c(recorder.stop):
            print(_begun(recorder), flush=True)
            for entry in recorder.follow():
                done = True
                print(entry, flush=True)
                _write(recorder, out)
            for entry in recorder.finish() if done else ():
                print(f"{entry}  (дописано: иначе сценарий ничего не проверяет)")
                _write(recorder, out)
    except (*DEAD, BrowserError) as error:
        kept = f"Всё, что было до этого, записано: {out}" if done else NOTHING_DONE
        print(f"Запись прервалась: {error}. {kept}", file=sys.stderr)
        return BROKEN
    return _summed_up(recorder, out) if done else _nothing_done()


def _require_writable(out: Path) -> None:
    """Raise what stands in the way of writing before anything is done in vain; leave the file as it was."""
    there = out.exists()
    out.open("a").close()
    if not there:
        out.unlink()


def _nothing_done() -> int:
    print(f"\n{NOTHING_DONE}")
    return INCOMPLETE


def _begun(recorder: Recorder) -> str:
    """What has been carried out already, who the person is, and how to end."""
    person = recorder.person
    known = (
        f"Вы — {person.full_name}: логин {person.account.login}, пароль от журнала {person.account.password}"
    )
    phone = f"телефон {printed_phone(person.phone)}, пароль от VK ID {person.vk_password}"
    return "\n".join([*map(str, recorder.manuscript.steps), f"{known}, {phone}.", HINT])


def _write(recorder: Recorder, out: Path) -> None:
    out.write_text(recorder.text, encoding="utf-8")


def _summed_up(recorder: Recorder, out: Path) -> int:
    """Say where the scenario is and how to run it, or what it lacks."""
    lacking = [entry for entry in recorder.manuscript.entries if isinstance(entry, Unsaid)]
    print(f"\nЗаписано шагов: {len(recorder.manuscript.steps)}, файл {out}")
    if lacking:
        print(
            f"Не записано действий: {len(lacking)}. В файле они отмечены строкой «# Не записано»: допишите их."
        )
    if not recorder.manuscript.looks_at_its_end:
        print("В конце никто ни на что не смотрит: допишите «Тогда», иначе прогон сценарий не примет.")
    print(next_command(out))
    return INCOMPLETE if lacking or not recorder.manuscript.looks_at_its_end else DONE


def next_command(out: Path) -> str:
    """Say how to run the file: a run takes only what lies in the project."""
    if out.resolve().is_relative_to(ROOT):
        return f"Выполнить: python3 svyazka.py run {out}"
    where = f"Перенесите файл в features/: вне папки проекта ({ROOT}) прогон его не возьмёт."
    return f"{where}\nВыполнить: python3 svyazka.py run features/{out.name}"
