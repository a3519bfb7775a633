"""`svyazka.py report`: makes the report anew from the record of a run."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from reports.also import read_also
from reports.instructions.sources import SourceUnsound
from reports.ledger import add_ledger_option
from reports.model import Earlier, Model, load_model
from reports.record.folder import OUT
from reports.record.knowledge import LEDGER, Known, LedgerUnsound, add_to_ledger, read_decisions
from reports.record.stored import RecordUnreadable, read_record
from reports.record.tables import TableUnsound
from reports.record.trouble import said
from reports.russian import day, plural
from reports.single_file import write_single_file
from reports.site import write_site
from reports.summary import ALLURE, CUCUMBER, told_besides

DONE, BROKEN = 0, 2
TABLES = (".xlsx", ".docx")


def main(argv: Sequence[str], parser_class: Callable[..., argparse.ArgumentParser]) -> int:
    """Make the report and say where it lies; 2 when there is nothing to make it of."""
    chosen = _arguments(parser_class).parse_args(list(argv))
    try:
        for line in take_decisions(chosen.decisions, chosen.known):
            print(line)
        also = read_also(chosen.also, Path(chosen.out))
        model = read_model(
            Path(chosen.out), chosen.sources, chosen.against, chosen.known, chosen.sources_before, also
        )
        if chosen.cucumber or chosen.allure:
            return _write_others(model, chosen)
        written = _write(model, chosen)
    except (RecordUnreadable, TableUnsound, SourceUnsound, LedgerUnsound) as problem:
        print(problem, file=sys.stderr)
        return BROKEN
    except OSError as error:
        print(f"Отчёт не записан: {said(error)} ({error.filename})", file=sys.stderr)
        return BROKEN
    for title, mask in model.without_source.items():
        lacking = f"в папке «{chosen.sources}» нет {mask}" if mask else "в списке пунктов нет строки file"
        print(f"Без сравнения с источником, {lacking}: {title}", file=sys.stderr)
    for line in [*_forgotten(model), *_joined(also)]:
        print(line)
    print(f"Отчёт: {written.as_posix()}")
    return DONE


def _write_others(model: Model, chosen: argparse.Namespace) -> int:
    from reports.allure import write_allure  # here, because few ask for it
    from reports.cucumber import write_cucumber

    made = {CUCUMBER: write_cucumber(model.folder)} if chosen.cucumber else {}
    if chosen.allure:
        made[ALLURE] = write_allure(model.run, model.folder, chosen.allure)
    print("\n".join(told_besides(made)))
    return DONE


def _write(model: Model, chosen: argparse.Namespace) -> Path:
    if chosen.table:
        from reports.verdict_table import write_table  # here, because a run needs no office

        return write_table(model, chosen.table)
    return write_single_file(model) if chosen.single_file else write_site(model)


def take_decisions(files: Sequence[Path], ledger: Path) -> list[str]:
    """Keep the decisions that pages saved into these files, all or none; return what there is to say of it."""
    read = [(file, read_decisions(file)) for file in files]
    told = []
    for file, decisions in read:
        new = len(add_to_ledger(ledger, decisions))
        known = len(decisions) - new
        told.append(f"Решений принято из {file.name}: {new}" + (f", уже были: {known}" if known else ""))
    return told


def _forgotten(model: Model) -> Iterator[str]:
    """Tell of records about clauses that are no longer there: they are kept, and shown nowhere."""
    if gone := model.ledger.unknown(model.findings):
        yield f"Записи людей есть, а пунктов больше нет: {', '.join(gone)}"


def _joined(also: Sequence[Known]) -> Iterator[str]:
    """Tell what other runs have brought: of how many clauses each place speaks, and until when."""
    for place in dict.fromkeys(one.place for one in also):
        there = [one for one in also if one.place == place]
        clauses = plural(len({one.clause for one in there}), "пункте", "пунктах", "пунктах")
        latest = day(max(one.date for one in there))
        yield f"Вместе с тем, что известно {place}: о {clauses}, последнее от {latest}"


def _arguments(parser_class: Callable[..., argparse.ArgumentParser]) -> argparse.ArgumentParser:
    parser = parser_class(prog="svyazka.py report", description="Делает отчёт методиста из записей прогона.")
    parser.add_argument(
        "--out", default=OUT, metavar="ПАПКА", help=f"где записи прогона, иначе {OUT}; отчёт ляжет туда же"
    )
    _form(parser)
    _beside(parser)
    decisions = "принять решения, сохранённые кнопкой на странице отчёта; ключ можно повторить"
    parser.add_argument("--decisions", type=Path, action="append", default=[], metavar="ФАЙЛ", help=decisions)
    add_ledger_option(parser)
    return parser


def _form(parser: argparse.ArgumentParser) -> None:
    """Ask what shall be made."""
    single = "одним файлом, чтобы послать: снимок на пункт, до 20 МБ"
    parser.add_argument("--single-file", action="store_true", help=single)
    table = "только вердикты, одной таблицей: ФАЙЛ.xlsx или ФАЙЛ.docx"
    parser.add_argument("--table", type=_table, metavar="ФАЙЛ", help=table)
    page = "отчёт самого Cucumber вместо нашего: cucumber.html рядом с записями"
    parser.add_argument("--cucumber", action="store_true", help=page)
    results = "результаты для Allure вместо отчёта, в эту папку"
    parser.add_argument("--allure", type=Path, metavar="ПАПКА", help=results)


def _beside(parser: argparse.ArgumentParser) -> None:
    """Ask what the run shall be shown beside."""
    sources = "тексты инструкций (*.txt): показать их фразы у пунктов и что с тех пор изменилось"
    parser.add_argument("--sources", type=Path, metavar="ПАПКА", help=sources)
    before = "прежние тексты инструкций: показать, что в изменившейся фразе другое"
    parser.add_argument("--sources-before", type=Path, metavar="ПАПКА", help=before)
    against = "сравнить с прежним прогоном: папка, где его записи и снимки"
    parser.add_argument("--against", type=Path, metavar="ПАПКА", help=against)
    also = "соединить с прогонами на других стендах: у каждого пункта будет последний вердикт на каждом"
    parser.add_argument(
        "--also", type=Path, nargs="+", action="extend", default=[], metavar="ПАПКА", help=also
    )


def _table(name: str) -> Path:
    if Path(name).suffix.lower() not in TABLES:
        raise argparse.ArgumentTypeError(f"«{name}»: таблица бывает {' и '.join(TABLES)}")
    return Path(name)


def read_model(
    folder: Path,
    sources: Path | None = None,
    against: Path | None = None,
    ledger: Path = LEDGER,
    sources_before: Path | None = None,
    also: tuple[Known, ...] = (),
) -> Model:
    """Read the record in the folder, the clause lists, the sources and the ledger; raise what each may raise.

    `against` is the folder of an earlier run, to say what differs from it; `sources_before` that of earlier
    texts of the sources, to say what differs in a sentence that has changed; `also` is what other runs found out.
    """
    if against is not None and against.resolve() == folder.resolve():
        raise RecordUnreadable(
            f"Сравнивать прогон с ним самим незачем: --against и --out — одна папка «{folder}»"
        )
    earlier = Earlier(read_record(against), against) if against is not None else None
    return load_model(read_record(folder), folder, sources, earlier, ledger, sources_before, also)
