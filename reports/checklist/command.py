"""`svyazka.py checklist`: prints the clauses for a walk of the real system, and takes the filled form back."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from reports.checklist.filled import FormUnsound
from reports.checklist.form import Form, NoSuchVariant, form_of
from reports.checklist.page import as_page
from reports.checklist.table import as_table
from reports.checklist.taking import Taken, Walk, take
from reports.ledger import Ledger, add_ledger_option
from reports.record.clauses import Instruction, load_instructions
from reports.record.folder import KNOWN, OUT, REPORT, write_whole
from reports.record.knowledge import Known, LedgerUnsound, add_to_ledger, read_ledger
from reports.record.tables import TableUnsound
from reports.record.trouble import said
from reports.russian import day, plural

DONE, REFUSED = 0, 2
FORMS = f"{OUT}/checklist"


def main(argv: Sequence[str], parser_class: Callable[..., argparse.ArgumentParser]) -> int:
    """Print the form, or take a filled one; 2 when it cannot be taken, and then nothing is kept."""
    parser = _arguments(parser_class)
    chosen = parser.parse_args(list(argv))
    try:
        instructions = load_instructions()
        if chosen.instruction not in instructions:
            parser.error(f"инструкции «{chosen.instruction}» нет, есть: {', '.join(instructions)}")
        instruction = instructions[chosen.instruction]
        lines = _take(chosen, instruction) if chosen.take else _print(chosen, instruction)
        for line in lines:
            print(line)
    except NoSuchVariant as problem:
        parser.error(str(problem))
    except (FormUnsound, LedgerUnsound, TableUnsound) as problem:
        print(f"{problem}\nНичего не записано." if chosen.take else problem, file=sys.stderr)
        return REFUSED
    except OSError as error:
        print(f"Не записано: {said(error)} ({error.filename})", file=sys.stderr)
        return REFUSED
    return DONE


def write_form(form: Form, folder: Path) -> tuple[Path, Path]:
    """Write the form as a page and as a table, and return both."""
    folder.mkdir(parents=True, exist_ok=True)
    page, table = folder / f"{form.name}.html", folder / f"{form.name}.xlsx"
    write_whole(page, [as_page(form)])
    table.write_bytes(as_table(form))
    return page, table


def _print(chosen: argparse.Namespace, instruction: Instruction) -> Iterator[str]:
    form = form_of(instruction, chosen.variant)
    page, table = write_form(form, Path(chosen.out))
    yield f"Пунктов: {len(form.rows)}. Заполнить на бумаге или на экране: {page.as_posix()}"
    yield f"Таблицей: {table.as_posix()}"
    yield f"Принять заполненное: python3 svyazka.py checklist {instruction.id} --take ФАЙЛ"


def _take(chosen: argparse.Namespace, instruction: Instruction) -> Iterator[str]:
    told = Walk(chosen.date, chosen.place, chosen.role)
    taken = take(chosen.take, instruction, told, date.today())
    new = add_to_ledger(chosen.known, taken.records)
    yield from _account(taken, len(new))
    yield from _compared(taken.records, Path(OUT) / REPORT / KNOWN)
    yield "Показать в отчёте: python3 svyazka.py report"


def _account(taken: Taken, new: int) -> Iterator[str]:
    first = taken.records[0]
    where = ", ".join(filter(None, (day(first.date), first.place, first.role)))
    counted = ", ".join(f"{answer} {number}" for answer, number in taken.counts.items())
    yield f"Принято: {plural(len(taken.records), 'ответ', 'ответа', 'ответов')} ({where}): {counted}."
    if new < len(taken.records):
        yield f"Из них уже были: {len(taken.records) - new}."
    if taken.unanswered:
        yield f"Без ответа: {len(taken.unanswered)}."
    if taken.changed:
        yield f"Фраза с тех пор изменилась, пройдите снова: {', '.join(taken.changed)}"


def _compared(records: Sequence[Known], of_run: Path) -> Iterator[str]:
    """Tell where the person saw something else than the run whose report was made last, if there is one."""
    ledger = Ledger(records)
    found = read_ledger(of_run)
    differing = [one.clause for one in found if ledger.word(one).is_disputed]
    if differing:
        yield f"Не так, как {found[0].place}: {', '.join(differing)}"


def _arguments(parser_class: Callable[..., argparse.ArgumentParser]) -> argparse.ArgumentParser:
    parser = parser_class(
        prog="svyazka.py checklist",
        description="Печатает пункты инструкции списком для обхода настоящей системы и принимает заполненный список.",
    )
    parser.add_argument("instruction", metavar="ИНСТРУКЦИЯ", help="имя инструкции: perm, paragraf …")
    parser.add_argument(
        "--variant", default="", metavar="НОМЕР", help="только этот вариант и то, что общее для всех"
    )
    parser.add_argument("--out", default=FORMS, metavar="ПАПКА", help=f"куда положить бланк, иначе {FORMS}")
    parser.add_argument(
        "--take", type=Path, metavar="ФАЙЛ", help="принять заполненное: таблица .xlsx или .csv"
    )
    parser.add_argument(
        "--date", default="", metavar="ДЕНЬ", help="когда проходили, если в таблице не сказано"
    )
    parser.add_argument("--place", default="", metavar="МЕСТО", help="где проходили: «Пермский край»")
    parser.add_argument("--role", default="", metavar="РОЛЬ", help="кто проходил: учитель, родитель, ученик")
    add_ledger_option(parser)
    return parser
