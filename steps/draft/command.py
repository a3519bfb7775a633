"""`svyazka.py draft`: scenarios from an instruction in prose, and how good such drafts are."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from fixtures.environment.arguments import ArgumentParser
from reports.record.clauses import load_instructions
from reports.record.tables import TableUnsound
from reports.texts.reading import DocumentUnreadable, read_document
from steps.draft.drafting import Draft, NothingToDraft, drafted
from steps.draft.measuring import Figures, measure, total

DONE, REFUSED = 0, 2
INSTRUCTIONS = "fixtures/instructions/"


def main(argv: Sequence[str]) -> int:
    """Draft from a document, or measure; returns 0, or 2 if nothing could be drafted."""
    parser = _arguments()
    chosen = parser.parse_args(list(argv))
    for complaint in _complaints(chosen):
        parser.error(complaint)
    try:
        return _measure(chosen.measure) if chosen.measure else _draft(chosen)
    except (DocumentUnreadable, NothingToDraft, TableUnsound) as problem:
        print(problem, file=sys.stderr)
        return REFUSED


def _draft(chosen: argparse.Namespace) -> int:
    lists = list(load_instructions().values())
    draft = drafted(read_document(chosen.file), lists, chosen.id or "")
    name = chosen.id or draft.id
    if name in {one.id for one in lists} and not (draft.known and draft.id == name):
        _arguments().error(f"инструкция {name} уже есть: выберите другое имя (--id)")
    if not chosen.out:
        print(draft.feature.rstrip())
        print("\n".join(["", *_account(draft)]), file=sys.stderr)
        return DONE
    made = _list_path(chosen.out, draft.id)
    if draft.made and made.exists():
        _arguments().error(f"{made} уже есть. Назовите другое --id: готовое черновик не затирает")
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    chosen.out.write_text(draft.feature, encoding="utf-8")
    if draft.made:
        made.write_text(draft.made.as_toml(), encoding="utf-8")
    print("\n".join([f"Черновик: {chosen.out}", *_account(draft), *_next(draft, chosen.out)]))
    return DONE


def _list_path(out: Path, name: str) -> Path:
    return out.with_name(f"{name}.toml")


def _account(draft: Draft) -> Iterator[str]:
    account = draft.account
    yield (
        f"Предложений {account.all}: стали шагами {account.understood}, поняты не целиком {account.partly}, "
        f"предупреждения и факты {account.told}, названия, подписи и номера {account.silent}."
    )
    yield f"Сценариев {len(draft.scenarios)}, шагов {draft.steps}, строк «#?», где нужны ваши слова, {draft.unwritten}."
    if draft.known:
        yield f"Инструкция знакома: отметки взяты из {INSTRUCTIONS}{draft.id}.toml."


def _next(draft: Draft, out: Path) -> Iterator[str]:
    if draft.made:
        yield f"Список пунктов: {_list_path(out, draft.id)}. Проверьте его и переложите в {INSTRUCTIONS}."
        yield f"Области ещё нет? До переноса заведите её журнал и тег: python3 svyazka.py new-site {draft.id}"
        yield f"Пример из {INSTRUCTIONS}{draft.id}.toml и features/{draft.id}/linking.feature замените своими файлами."
    yield f"Дальше замените строки «#?» шагами и проверьте: python3 svyazka.py lint {out}"


def _measure(sources: Path) -> int:
    figures = measure(sources)
    if not figures:
        print(f"В папке {sources} нет ни одного источника знакомых инструкций.", file=sys.stderr)
        return REFUSED
    print("\n".join(_table([*figures, total(figures)])))
    return DONE


def _table(figures: Sequence[Figures]) -> Iterator[str]:
    yield "Пункты-действия: шаг черновика рядом с шагом, который написал человек (о ком шаг, не важно)."
    yield f"{'инструкция':<14}{'пунктов':>8}{'такой же':>16}{'другой':>16}{'нет шага':>16}"
    for each in figures:
        of = len(each.compared)
        shares = "".join(
            f"{f'{n} ({n / of:.1%})'.replace('.', ','):>16}" for n in (each.same, each.wrong, each.missed)
        )
        yield f"{each.instruction:<14}{of:>8}{shares}"
    for one in figures[-1].compared:
        if one.is_wrong:
            yield f"  {one.clause}: в черновике «{one.drafted[0]}», у человека «{' / '.join(one.written)}»"


def _complaints(chosen: argparse.Namespace) -> Iterator[str]:
    if bool(chosen.file) == bool(chosen.measure):
        yield "назовите документ или папку с источниками после --measure"
    if chosen.out and chosen.out.exists():
        yield f"{chosen.out} уже есть. Назовите другой файл: готовое черновик не затирает"
    if chosen.out and chosen.out.suffix.lower() != ".feature":
        yield f"{chosen.out}: имя сценария кончается на .feature"


def _name(text: str) -> str:
    """Read a short name: what clauses and files may be called."""
    if not text.isascii() or not text.isidentifier():
        raise argparse.ArgumentTypeError(f"нужны латинские буквы, цифры и «_», а не «{text}»")
    return text


def _arguments() -> ArgumentParser:
    parser = ArgumentParser(
        prog="svyazka.py draft",
        description="Читает инструкцию (.txt, .md, .html, .docx, .pdf) и составляет черновик сценариев.",
    )
    parser.add_argument("file", nargs="?", type=Path, metavar="ДОКУМЕНТ", help="инструкция для людей")
    parser.add_argument(
        "--out",
        type=Path,
        metavar="ФАЙЛ",
        help="куда писать сценарии (.feature), иначе на экран; рядом ляжет список пунктов",
    )
    parser.add_argument(
        "--id",
        type=_name,
        metavar="ИМЯ",
        help="короткое имя новой инструкции: tula; иначе — из имени файла",
    )
    parser.add_argument(
        "--measure",
        type=Path,
        metavar="ПАПКА",
        help="сравнить черновики с готовыми сценариями: в папке лежат источники знакомых инструкций",
    )
    return parser
