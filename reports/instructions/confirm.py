"""The command `confirm`: a clause was read against its changed source, and its fingerprint is renewed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from os.path import commonprefix
from pathlib import Path

from reports.instructions.clause_file import FileNotRenewed, renew
from reports.instructions.doubts import doubts
from reports.instructions.remembered import remembered
from reports.instructions.renewal import NotConfirmed, Renewal, renewal
from reports.instructions.sources import SourceUnsound, compare, source_of
from reports.record.clauses import (
    FOLDER,
    Clause,
    Instruction,
    Spot,
    load_instructions,
)
from reports.record.folder import OUT
from reports.record.tables import TableUnsound
from reports.texts.document import Sentence

REFUSED = 2


def main(
    argv: Sequence[str],
    parser: type[argparse.ArgumentParser] = argparse.ArgumentParser,
    folder: Path = FOLDER,
) -> int:
    """Confirm clauses; returns 0, or 2 if nothing was written because something stood in the way."""
    arguments = _arguments(parser)
    options = arguments.parse_args(argv)
    try:
        instructions = load_instructions(folder)
        for complaint in _complaints(options, instructions):
            arguments.error(complaint)
        confirm(options, instructions, folder)
    except (TableUnsound, SourceUnsound, NotConfirmed, FileNotRenewed) as problem:
        print(f"Ничего не записано. {problem}", file=sys.stderr)
        return REFUSED
    return 0


def confirm(options: argparse.Namespace, instructions: Mapping[str, Instruction], folder: Path) -> None:
    """Show what was and what is, and write it unless only asked to show; all or nothing."""
    renewals: dict[Path, Renewal] = {}
    texts, doubtful = remembered(options.out), list[str]()
    for name in dict.fromkeys(owner_of(name) for name in options.clauses):
        instruction = instructions[name]
        source = source_of(instruction, options.sources)
        if source is None:
            mask = instruction.file or "имя источника не названо"
            raise NotConfirmed(f"В папке {options.sources} нет источника для «{name}»: {mask}")
        confirmed = [one for one in options.clauses if owner_of(one) == name]
        renewed = renewal(instruction, source, confirmed, options.sentence)
        today = {one.id: _today(one, source, renewed) for one in instruction.clauses if one.id in confirmed}
        print("\n".join(_story(instruction, source, confirmed, today, texts)))
        doubtful += _doubtful(instruction, today, texts)
        if renewed != Renewal({one.id: one.sentences for one in instruction.clauses}, instruction.silent):
            renewals[folder / f"{name}.toml"] = renewed
    if not renewals:
        print("\nМенять нечего.")
        return
    if options.show:
        print("\nНичего не записано: был ключ --show.")
        return
    if doubtful and not options.even_so:
        raise NotConfirmed(
            f"Пункт говорит не то, что фраза: {', '.join(doubtful)}. Поправьте пункт (надписи — и в сценарии) и "
            "подтвердите снова. Если пункт и так верен — та же команда с ключом --even-so"
        )
    for path, renewed in renewals.items():
        renew(path, renewed.places, renewed.silent)
    print(f"\nОтпечатки обновлены: {', '.join(path.name for path in renewals)}.")


def owner_of(name: str) -> str:
    """Return the instruction's id that a clause's id begins with."""
    return name.partition(".")[0]


def _today(clause: Clause, source: Sequence[Sentence], renewed: Renewal) -> tuple[Sentence, ...]:
    """Return the sentences that a clause stands in from now on, each at its fingerprint."""
    prints = [place.fingerprint for place in renewed.places[clause.id]]
    found = {sentence.fingerprint: sentence for sentence in reversed(source)}
    return tuple(found[each] for each in prints if each in found)


def _doubtful(
    instruction: Instruction, today: Mapping[str, Sequence[Sentence]], texts: Mapping[str, str]
) -> Iterator[str]:
    """Yield the clauses that changed and say no longer what their sentences say."""
    for clause in instruction.clauses:
        if clause.id in today and _changed(clause, today[clause.id]):
            yield from [clause.id] if any(doubts(clause, today[clause.id], texts)) else []


def _changed(clause: Clause, now: Sequence[Sentence]) -> bool:
    return {place.fingerprint for place in clause.sentences} != {sentence.fingerprint for sentence in now}


def _story(
    instruction: Instruction,
    source: Sequence[Sentence],
    confirmed: Sequence[str],
    today: Mapping[str, Sequence[Sentence]],
    texts: Mapping[str, str],
) -> Iterator[str]:
    comparison = compare(instruction, source)
    clauses = {clause.id: clause for clause in instruction.clauses}
    for name in confirmed:
        if name in clauses:
            yield from _story_of_clause(clauses[name], today[name], texts)
        else:
            yield f"«{name}»: фразы, в которых о поведении ничего нового"
            yield from (_quoted(sentence) for sentence in comparison.unread)
            yield from [] if comparison.unread else ["  таких нет"]
    rest = [name for name in comparison.outdated if name not in confirmed]
    if rest:
        yield f"Ещё устарели: {', '.join(rest)}"
    if comparison.unread and instruction.id not in confirmed:
        yield f"Ещё не прочитаны (заведите пункт или подтвердите: confirm {instruction.id}):"
        yield from (_quoted(sentence) for sentence in comparison.unread)


def _story_of_clause(clause: Clause, now: Sequence[Sentence], texts: Mapping[str, str]) -> Iterator[str]:
    yield f"{clause.id}: {clause.text}"
    yield f"  место: {clause.where}"
    if not _changed(clause, now):
        yield "  и так верен: его фразы не менялись"
        return
    yield "  было:"
    yield from (_old(place, texts) for place in clause.sentences)
    yield from [] if clause.sentences else ["    отпечатка нет"]
    yield "  стало:"
    yield from (_quoted(sentence) for sentence in now)
    yield from (f"  ! {doubt}" for doubt in doubts(clause, now, texts))


def _old(place: Spot, texts: Mapping[str, str]) -> str:
    return f"    {place.number}. {texts.get(place.fingerprint) or 'прежний текст не хранится'}"


def _quoted(sentence: Sentence) -> str:
    return f"    {sentence.number}. {sentence.text}"


def _complaints(options: argparse.Namespace, instructions: Mapping[str, Instruction]) -> Iterator[str]:
    clauses = [clause.id for instruction in instructions.values() for clause in instruction.clauses]
    for name in options.clauses:
        if name not in clauses and name not in instructions:
            near = _nearest(name, [*clauses, *instructions])
            yield f"пункта «{name}» нет" + (f"; похожие: {', '.join(near)}" if near else "")
    if options.sentence and (len(options.clauses) > 1 or options.clauses[0] in instructions):
        yield "--sentence говорит об одном пункте: назовите его один"


def _nearest(name: str, names: list[str]) -> list[str]:
    """Return up to three names: of those spelled alike, the ones that begin alike come first."""
    alike = get_close_matches(name, names, n=12)
    return sorted(alike, key=lambda other: (-len(commonprefix((name, other))), other))[:3]


def _arguments(make: type[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    parser = make(
        prog="svyazka.py confirm",
        description="Подтверждает, что пункт прочитан заново и говорит то же, что изменившийся источник.",
    )
    parser.add_argument(
        "clauses",
        nargs="+",
        metavar="ПУНКТ",
        help="имя пункта, например perm.v1.3.2; имя инструкции (perm) — фразы, для которых пункта не нужно",
    )
    parser.add_argument(
        "--sources", type=Path, required=True, metavar="ПАПКА", help="где лежат тексты инструкций, *.txt"
    )
    parser.add_argument(
        "--sentence",
        type=int,
        action="append",
        default=[],
        metavar="НОМЕР",
        help="в какой фразе источника пункт стоит теперь; ключ можно повторить",
    )
    parser.add_argument(
        "--out",
        type=Path,
        default=Path(OUT),
        metavar="ПАПКА",
        help=f"папка прогона: прежние фразы берутся из отчёта, сделанного в ней с --sources; иначе {OUT}",
    )
    parser.add_argument(
        "--even-so",
        action="store_true",
        help="подтвердить, хотя во фразе нет надписи пункта, другое число, отрицание, сторона или условие",
    )
    parser.add_argument("--show", action="store_true", help="только показать, ничего не записывать")
    return parser
