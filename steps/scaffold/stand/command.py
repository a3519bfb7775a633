"""`svyazka.py new-stand`: asks where a stand's systems are and what may be done there, and writes its file."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from fixtures.environment.arguments import WRONG_ARGUMENTS, ArgumentParser
from fixtures.environment.doctor import ROOT
from fixtures.stand import FOLDER
from reports.record.tables import TableUnsound
from steps.scaffold.command import asker
from steps.scaffold.interview import Interview
from steps.scaffold.question import Unanswered
from steps.scaffold.stand.file import people_text, stand_text, write_people
from steps.scaffold.stand.wanted import KINDS, KnownSites, StandWanted, given_sites, stand_wanted

DONE, BROKEN, INTERRUPTED = 0, 2, 130
OPTIONS = {
    "name": "короткое имя латиницей: так стенд называют в командах",
    "kind": f"что это за система: {' или '.join(KINDS)}",
    "title": "как стенд зовут люди",
    "place": "как отчёт скажет, где это было: «на живой системе»",
    "also": "какие ещё серверы нужны страницам, через пробел",
    "owner": "чья проверочная система и кто разрешил на ней пробовать",
    "certificate": "сертификат сайтов: обычный или свой",
    "linking": "можно ли на живой системе привязывать и отвязывать профиль: да или нет",
    "network": "разрешить прогону ходить к этим адресам: да или нет",
    "people": "где завести файл людей, или «нет»",
}


def main(argv: Sequence[str]) -> int:
    """Write the stand and say what comes next; 64 where an answer is missing or unfit, and then nothing is written."""
    chosen = _arguments().parse_args(list(argv))
    known = KnownSites(chosen.into)
    try:
        given = vars(chosen) | given_sites(chosen.site, known)
        wanted = stand_wanted(Interview(given, asker(), print), known)
        text = stand_text(wanted)
    except (Unanswered, TableUnsound) as problem:
        print(f"Ошибка: {problem}", file=sys.stderr)
        return WRONG_ARGUMENTS
    except KeyboardInterrupt:
        print("\nПрервано: ничего не записано.", file=sys.stderr)
        return INTERRUPTED
    try:
        return _written(wanted, chosen.into, text)
    except OSError as error:
        print(f"Файл не записан: {error.strerror or error} ({error.filename})", file=sys.stderr)
        return BROKEN


def _written(wanted: StandWanted, into: Path, text: str) -> int:
    into.mkdir(parents=True, exist_ok=True)
    path = into / f"{wanted.name}.toml"
    path.write_text(text, encoding="utf-8", newline="\n")
    print(f"\nЗаписано: {_typed(path)}")
    if wanted.people:
        began = write_people(wanted.people, people_text(wanted))
        told = "заготовка, впишите в неё людей" if began else "файл уже есть, его не трогали"
        print(f"Люди: {wanted.people}: {told}")
    for line in _next(wanted, wanted.name if into == FOLDER else shlex.quote(str(path))):
        print(line)
    return DONE


def _next(wanted: StandWanted, stand: str) -> Iterator[str]:
    """Yield what is left to be done, in its order."""
    python, setting = ("py", "set") if sys.platform == "win32" else ("python3", "export")
    run = f"{python} svyazka.py run --stand {stand} {_first_file(_features(wanted))}"
    yield "Дальше:"
    if not wanted.network:
        yield "  разрешить: network = true в файле стенда, если владелец системы не против"
    yield f"  вписать людей и назвать их файл: {setting} SVYAZKA_PEOPLE={shlex.quote(str(wanted.people or 'ФАЙЛ'))}"
    yield f"  посмотреть адреса: {python} svyazka.py doctor --stand {stand}"
    if wanted.live:
        yield f"  что и с кем будет сделано: {run} --dry"
    yield f"  первый прогон: {run} -n 1 --headed"
    yield "Как это всё устроено: docs/stands.md"


def _features(wanted: StandWanted) -> str:
    folders = [f"features/{journal}" for journal in wanted.journals]
    return next((one for one in folders if (ROOT / one).is_dir()), "features")


def _first_file(folder: str) -> str:
    """One file is enough to begin with."""
    files = sorted((ROOT / folder).glob("variant_*.feature")) or sorted((ROOT / folder).glob("*.feature"))
    return f"{folder}/{files[0].name}" if files else folder


def _typed(path: Path) -> str:
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


def _arguments() -> ArgumentParser:
    parser = ArgumentParser(
        prog="svyazka.py new-stand",
        description="Заводит стенд: спрашивает, где его системы и что на нём можно, и пишет его файл. "
        "На вопрос можно ответить и ключом.",
    )
    for key, meaning in OPTIONS.items():
        parser.add_argument(f"--{key}", metavar="ОТВЕТ", help=meaning)
    parser.add_argument(
        "--journal", action="append", metavar="ЖУРНАЛ", help="какой журнал на нём; можно несколько раз"
    )
    parser.add_argument(
        "--site",
        action="append",
        metavar="ИМЯ=АДРЕС",
        help="где сайт: vk_id=https://id.vk.com; можно несколько раз",
    )
    parser.add_argument(
        "--into", type=Path, default=FOLDER, metavar="ПАПКА", help="куда писать, иначе fixtures/stands"
    )
    return parser
