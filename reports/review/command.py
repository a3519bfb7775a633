"""`svyazka.py review`: a document of people beside what is known, sentence by sentence."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from reports.instructions.contradictions import load_contradictions
from reports.instructions.sources import SourceUnsound, source_of
from reports.record.clauses import Instruction, load_instructions
from reports.record.folder import OUT, write_whole
from reports.record.run import Run
from reports.record.stored import RecordUnreadable, read_record
from reports.record.tables import TableUnsound
from reports.record.trouble import said
from reports.review.page import as_page
from reports.review.remarks import STATES
from reports.review.reviewing import ALIGNED, Miscounted, Review, State, review
from reports.russian import plural
from reports.texts.document import Sentence
from reports.texts.reading import DocumentUnreadable, read_document

NOTHING_TO_SAY, FINDINGS, REFUSED = 0, 1, 2
PAGES = f"{OUT}/review"
LISTED = 12  # of each kind in the terminal; the page has all


def main(argv: Sequence[str], parser_class: Callable[..., argparse.ArgumentParser]) -> int:
    """Review a document; 1 when there is something to look at, 2 when it cannot be read."""
    parser = _arguments(parser_class)
    chosen = parser.parse_args(list(argv))
    try:
        instructions = load_instructions()
        _prove_sensible(parser, chosen, instructions)
        run = _run(chosen.run)
        done = reviewed(chosen.file, instructions, run, chosen.sources, chosen.instruction)
        lines = [*_account(done, run), *_findings(done), *_written(done, run, chosen)]
    except (DocumentUnreadable, RecordUnreadable, SourceUnsound, TableUnsound, Miscounted) as problem:
        print(problem, file=sys.stderr)
        return REFUSED
    except OSError as error:
        print(f"Не записано: {said(error)} ({error.filename})", file=sys.stderr)
        return REFUSED
    print("\n".join(lines))
    return FINDINGS if done.has_findings else NOTHING_TO_SAY


def reviewed(
    file: Path,
    instructions: Mapping[str, Instruction],
    run: Run | None = None,
    sources: Path | None = None,
    chosen: str = "",
) -> Review:
    """Read a document and review it; raises what reading it, a source or a list may raise, and Miscounted."""
    document = read_document(file)
    texts: dict[str, Sequence[Sentence]] = {}
    if sources is not None:
        texts = {name: source_of(one, sources) or () for name, one in instructions.items()}
    contradictions = load_contradictions(instructions)
    return review(document, instructions, contradictions, run, texts, chosen)


def _run(folder: Path | None) -> Run | None:
    """Read the run that was named; without a name the last one, if there is any."""
    if folder is None and not (Path(OUT) / "messages.ndjson").exists():
        return None
    return read_record(folder or Path(OUT))


def _prove_sensible(
    parser: argparse.ArgumentParser, chosen: argparse.Namespace, instructions: Mapping[str, Instruction]
) -> None:
    if chosen.instruction and chosen.instruction not in instructions:
        parser.error(f"инструкции «{chosen.instruction}» нет, есть: {', '.join(instructions)}")
    if chosen.docx is None:
        return
    if chosen.file.suffix.lower() != ".docx":
        parser.error("--docx: примечания ставят только в .docx, а это не он. Страница разбора будет и так")
    if chosen.docx.suffix.lower() != ".docx":
        parser.error("--docx: имя файла с примечаниями кончается на .docx")
    if chosen.docx.resolve() == chosen.file.resolve():
        parser.error("--docx: назовите другой файл, подлинник остаётся как есть")


def _account(done: Review, run: Run | None) -> Iterator[str]:
    counts = done.counts
    if done.instruction:
        yield f"Ближе всего: {done.instruction.title} ({done.instruction.id})."
    else:
        yield "Такой инструкции у нас нет: пункты сверить не с чем."
    how = ", ".join(f"{STATES[state][1]} {counts[state]}" for state in ALIGNED)
    yield (
        f"Фраз {len(done.rows)}: узнаны {done.aligned} ({how}), новых {counts[State.NEW]}, "
        f"не о поведении {counts[State.QUIET]}, не поняты {counts[State.UNCLEAR]}."
    )
    if run is None:
        yield "Прогона нет: вердиктов и сверки надписей тоже. Сделать: python3 svyazka.py run"
    elif not done.has_captions:
        yield "В записях прогона нет надписей экранов: надписи документа не сверены."


def _findings(done: Review) -> Iterator[str]:
    for state in (State.CHANGED, State.NEW, State.UNCLEAR):
        if done.instruction is None and state is State.NEW:
            continue
        lines = [
            " — ".join(filter(None, (row.sentence.text, "; ".join(row.changes)))) for row in done.of(state)
        ]
        yield from _listed(STATES[state][1].capitalize(), lines)
    yield from _listed("Пунктов больше нет", [f"{one.id}: {one.text}" for one in done.gone])
    yield from _listed("Система говорит другое", [f"{one.id}: {one.text}" for one in done.differing])
    yield from _listed("Надписи", [str(one) for one in done.unseen])
    if done.instruction is None:
        told = [f"{row.sentence.text} — {one.title}: {one.says}" for row, one in done.disputes]
        yield from _listed("Спорит с известным", told)


def _listed(title: str, lines: Sequence[str]) -> Iterator[str]:
    if not lines:
        return
    yield f"{title}: {len(lines)}"
    yield from (f"  {line}" for line in lines[:LISTED])
    if len(lines) > LISTED:
        yield f"  … и ещё {len(lines) - LISTED}, все на странице"


def _written(done: Review, run: Run | None, chosen: argparse.Namespace) -> Iterator[str]:
    page = chosen.out / f"{chosen.file.stem}.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    write_whole(page, [as_page(done, run)])
    yield f"Разбор: {page.as_posix()}"
    if chosen.docx:
        from reports.review.annotated import write_annotated  # here: no other form of it needs Word

        made = write_annotated(done, chosen.file, chosen.docx)
        counted = plural(made.comments, "примечание", "примечания", "примечаний")
        yield f"Документ с примечаниями, в нём {counted}: {chosen.docx.as_posix()}"
        for sentence in made.unplaced:
            yield f"  не нашлось места для примечания: {sentence.text}"


def _arguments(parser_class: Callable[..., argparse.ArgumentParser]) -> argparse.ArgumentParser:
    parser = parser_class(
        prog="svyazka.py review",
        description="Разбирает документ для людей (.docx, .pdf, .html, .md, .txt) фраза за фразой: что известно и"
        " проверено, что изменено, что новое, чего больше нет, каких надписей нет на экранах.",
        epilog="Код: 0 — сказать нечего, 1 — есть на что посмотреть, 2 — документ или записи не читаются.",
    )
    parser.add_argument("file", type=Path, metavar="ДОКУМЕНТ", help="инструкция для людей")
    parser.add_argument(
        "--as",
        dest="instruction",
        default="",
        metavar="ИНСТРУКЦИЯ",
        help="сверить с этой инструкцией (perm, paragraf …), а не с ближайшей",
    )
    parser.add_argument(
        "--run",
        type=Path,
        metavar="ПАПКА",
        help=f"записи прогона с вердиктами, иначе {OUT}, если они там есть",
    )
    parser.add_argument(
        "--sources",
        type=Path,
        metavar="ПАПКА",
        help="тексты инструкций, какими их разбирали: с ними правки видны точнее",
    )
    parser.add_argument(
        "--out",
        type=Path,
        default=Path(PAGES),
        metavar="ПАПКА",
        help=f"куда положить страницу, иначе {PAGES}",
    )
    parser.add_argument(
        "--docx", type=Path, metavar="ФАЙЛ", help="ещё и копия документа .docx с примечаниями у фраз"
    )
    return parser
