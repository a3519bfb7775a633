"""`svyazka.py compare`: two runs, or what a person saw beside the instruction and the simulator."""

from __future__ import annotations

import argparse
import os
import shlex
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from reports.comparing.applying import CannotApply, Change, applied, changes, unwritable
from reports.comparing.comparing import KnownCaptions, NothingAlike, compare
from reports.comparing.finding import Comparison
from reports.comparing.page import as_page
from reports.comparing.rows import account, as_sentence, rows
from reports.comparing.sheet import write_sheet
from reports.comparing.shown import read_shown
from reports.likeness import SHARE_PERCENT, tell_unlikenesses
from reports.proposals.edits import Edit, read_file
from reports.record.asking import agreed
from reports.record.clauses import Instruction, load_instructions
from reports.record.folder import write_whole
from reports.record.observation import SUFFIX, Observation, ObservationUnreadable, read_observation
from reports.record.tables import TableUnsound, read_tables
from reports.record.trouble import said

SAME, DIFFERENT, BROKEN = 0, 1, 2
ROOT = Path(__file__).parents[2]
SITES_VARIABLE = "SVYAZKA_SITES"
JOURNALS = ("journal", "app")
VK_ID = "vk_id"
ECHO = (
    "Это показал наш же симулятор, а сам себя он не подтверждает. Не записано надписей: {}.\n"
    "Наблюдайте настоящую систему. Записать всё равно, для репетиции: --apply --rehearsal"
)
Ways = Callable[[str], str]  # what the simulator tells of a journal; raises a ValueError with Russian words
Ask = Callable[[str], bool]


class CannotCompare(ValueError):
    """There is nothing to compare with; the message is Russian."""


def main(argv: Sequence[str], parser_class: Callable[..., argparse.ArgumentParser], ways: Ways) -> int:
    """Compare; 1 when something differs, 2 when there is nothing to read or to write to."""
    parser = _arguments(parser_class)
    chosen = parser.parse_args(list(argv))
    if chosen.after is not None:
        return tell_unlikenesses(chosen.first, chosen.after, chosen.pictures)
    if chosen.first.is_dir():
        parser.error("нужны две папки с записями прогонов или один файл наблюдения")
    try:
        return _compare_observation(chosen, ways)
    except (ObservationUnreadable, NothingAlike, CannotCompare, TableUnsound) as problem:
        print(problem, file=sys.stderr)
    except OSError as error:
        print(f"Не записано: {said(error)} ({error.filename})", file=sys.stderr)
    return BROKEN


def compared(
    seen: Observation, ways: Ways, instruction: Instruction | None = None, known: KnownCaptions | None = None
) -> Comparison:
    """Compare what was seen with the simulator of today; raises NothingAlike, CannotCompare."""
    clauses = instruction.clauses if instruction else ()
    try:
        told = ways(_journal(seen))
    except ValueError as error:
        raise CannotCompare(str(error)) from error
    return compare(seen, read_shown(told), clauses, known)


def known_captions(root: Path = ROOT) -> KnownCaptions:
    """What each screen of the simulator is known to have at any time, by system and title."""
    file = root / "steps" / "labels" / "known.toml"
    listed = read_tables(file, dict[str, dict[str, dict[str, tuple[str, ...]]]]) if file.exists() else {}
    return {
        (system, title): [caption for kind in kinds.values() for caption in kind]
        for system, screens in listed.items()
        for title, kinds in screens.items()
    }


def _journal(seen: Observation) -> str:
    """Which journal was walked: that whose screens there are most of."""
    found = Counter(
        one.system.partition(".")[2] for one in seen.screens if one.system.split(".")[0] in JOURNALS
    )
    if not found:
        raise CannotCompare("В наблюдении нет ни одного экрана журнала: сравнивать не с чем.")
    return found.most_common(1)[0][0]


def _compare_observation(chosen: argparse.Namespace, ways: Ways) -> int:
    seen = read_observation(chosen.first)
    instruction = _instruction(chosen.instruction or seen.instruction)
    found = compared(seen, ways, instruction, known_captions())
    for line in _told(found, seen):
        print(line)
    for path in _written(found, seen, instruction, chosen.first):
        print(path)
    if chosen.apply:
        ask = agreed if sys.stdin.isatty() else None
        return _apply(found, seen, ask, chosen.rehearsal)
    if any(one for one in changes(found) if not is_echo(one, found, seen)):
        print("Записать увиденное в site.toml, спрашивая о каждой надписи:")
        print(f"  python3 svyazka.py compare {shlex.quote(str(chosen.first))} --apply")
    return SAME if found.same else DIFFERENT


def is_echo(change: Change, found: Comparison, seen: Observation) -> bool:
    """Whether it was our own simulator that showed it: that proves none of its guesses."""
    systems = (
        [VK_ID] if change.key.startswith(f"{VK_ID}.") else [f"{kind}.{found.journal}" for kind in JOURNALS]
    )
    return any(one in seen.simulated for one in systems)


def _instruction(name: str) -> Instruction | None:
    instructions = load_instructions()
    if name and name not in instructions:
        raise CannotCompare(f"Инструкции «{name}» нет, есть: {', '.join(instructions)}")
    return instructions.get(name)


def _told(found: Comparison, seen: Observation) -> Iterator[str]:
    yield f"{found.journal_name}, {seen.place}. Сравнено с путём: {found.way}."
    if found.same:
        yield "Отличий нет."
    for row in rows(found):
        where = f" на экране {row.on}" if row.on != row.seen and row.what.startswith("надпис") else ""
        name = f" {row.on}" if not row.what.startswith("надпис") else ""
        yield f"  {row.what}{name}{where}"
        if sentence := as_sentence(row):
            yield f"      {sentence}"
        elif row.note or row.instruction.startswith("обещан"):
            yield f"      {row.note or row.instruction}"
    if not found.same:
        yield account(found)
    yield from _guesses(found)


def _guesses(found: Comparison) -> Iterator[str]:
    right = sum(one.right for one in found.assumptions)
    wrong = [one for one in found.assumptions if not one.right]
    yield f"Догадки симулятора: верны {right}, не верны {len(wrong)}, не увидели {found.unseen}."
    yield from (f"  не верна {one.key}: угадано «{one.guessed}», увидели «{one.seen}»" for one in wrong)


def _written(
    found: Comparison, seen: Observation, instruction: Instruction | None, file: Path
) -> Iterator[str]:
    stem = file.name.removesuffix(SUFFIX)
    page, table = file.with_name(f"{stem}.html"), file.with_name(f"{stem}.xlsx")
    write_whole(page, [as_page(found, seen, instruction.title if instruction else "")])
    write_sheet(found, table)
    yield f"Страница: {page.as_posix()}"
    yield f"Таблица: {table.as_posix()}"


def site_file(journal: str, environment: Mapping[str, str] = os.environ) -> Path:
    """The file that says what a journal is."""
    return Path(environment.get(SITES_VARIABLE) or ROOT / "sim_server" / "sites") / journal / "site.toml"


def _apply(found: Comparison, seen: Observation, ask: Ask | None, rehearsal: bool) -> int:
    wanted = [one for one in changes(found) if rehearsal or not is_echo(one, found, seen)]
    if echoes := len([*changes(found)]) - len(wanted):
        print(ECHO.format(echoes), file=sys.stderr)
        if not wanted:
            return BROKEN
    if ask is None:
        print(
            "О каждой надписи --apply спрашивает, а отвечать здесь некому: запустите в терминале.",
            file=sys.stderr,
        )
        return BROKEN
    written = apply_each(iter(wanted), site_file(found.journal), seen, ask)
    for words in unwritable(found):
        print(f"«{words}» впишите сами: часть надписи у каждого своя или её нет в site.toml.")
    print(f"Записано надписей: {written}.")
    if written:
        print(
            "Проверьте: python3 svyazka.py doctor, затем python3 svyazka.py run; сценарии поправит propose."
        )
    return SAME


def apply_each(wanted: Iterator[Change], file: Path, seen: Observation, ask: Ask) -> int:
    """Show each change and write it if that is agreed to; return how many were. Raises OSError.

    Whoever breaks off learns how many were written by then.
    """
    written: list[Change] = []
    try:
        written.extend(_writing(wanted, file, seen, ask))
    except KeyboardInterrupt:
        print(f"\nЗаписано надписей: {len(written)}.")
        raise
    return len(written)


def _writing(wanted: Iterator[Change], file: Path, seen: Observation, ask: Ask) -> Iterator[Change]:
    """Yield each change that was written."""
    for one in wanted:
        before = read_file(file)
        try:
            edit = Edit(file, before, applied(before, one, seen.date, seen.place))
        except CannotApply as problem:
            print(f"\n{one.told}: {problem}")
            continue
        print(f"\n{one.key}: {one.told}\n{edit.difference(ROOT)}", end="")
        if ask("Записать?"):
            write_whole(file, [edit.after])
            yield one


def _arguments(parser_class: Callable[..., argparse.ArgumentParser]) -> argparse.ArgumentParser:
    parser = parser_class(
        prog="svyazka.py compare",
        description="Сравнивает наблюдение (его пишет observe) с инструкцией и симулятором: экраны, порядок, надписи,"
        " догадки. Или два прогона с одним зерном: вердикты, пункты, действия, экраны, снимки.",
        epilog="Код: 0 — отличий нет, 1 — есть, 2 — не читается или не записать.",
    )
    parser.add_argument(
        "first", type=Path, metavar="НАБЛЮДЕНИЕ|ДО", help="файл наблюдения или папка первого прогона"
    )
    parser.add_argument(
        "after", type=Path, nargs="?", metavar="ПОСЛЕ", help="папка с записями второго прогона"
    )
    parser.add_argument(
        "--instruction",
        default="",
        metavar="ИМЯ",
        help="с какой инструкцией сравнить наблюдение, иначе с названной в нём",
    )
    parser.add_argument(
        "--apply", action="store_true", help="записать увиденные надписи в site.toml, спрашивая о каждой"
    )
    parser.add_argument(
        "--rehearsal",
        action="store_true",
        help="с --apply: записать и то, что увидели на своём симуляторе, хотя он сам себя не подтверждает",
    )
    parser.add_argument(
        "--pictures",
        type=float,
        default=SHARE_PERCENT,
        metavar="ПРОЦЕНТ",
        help=f"у прогонов: какая часть снимка может отличаться, иначе {SHARE_PERCENT:g}; 100 — снимки не сравнивать",
    )
    return parser
