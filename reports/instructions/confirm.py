"""The command `confirm`: a clause was read against its changed source, and its fingerprint is renewed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from os.path import commonprefix
from pathlib import Path

from reports.instructions.clause_file import FileNotRenewed, renew
from reports.instructions.renewal import NotConfirmed, Renewal, renewal
from reports.instructions.sources import SourceUnsound, compare, source_of
from reports.record.clauses import (
    FOLDER,
    Clause,
    Instruction,
    Spot,
    load_instructions,
)
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
    for name in dict.fromkeys(owner_of(name) for name in options.clauses):
        instruction = instructions[name]
        source = source_of(instruction, options.sources)
        if source is None:
            mask = instruction.file or "имя источника не названо"
            raise NotConfirmed(f"В папке {options.sources} нет источника для «{name}»: {mask}")
        confirmed = [one for one in options.clauses if owner_of(one) == name]
        renewed = renewal(instruction, source, confirmed, options.sentence)
        print("\n".join(_story(instruction, source, confirmed, renewed)))
        if renewed != Renewal({one.id: one.sentences for one in instruction.clauses}, instruction.silent):
            renewals[folder / f"{name}.toml"] = renewed
    if not renewals:
        print("\nМенять нечего.")
        return
    if options.show:
        print("\nНичего не записано: был ключ --show.")
        return
    for path, renewed in renewals.items():
        renew(path, renewed.places, renewed.silent)
    print(f"\nОтпечатки обновлены: {', '.join(path.name for path in renewals)}.")
    print("Если предложение говорит другое, исправьте и текст пункта, и его надписи.")


def owner_of(name: str) -> str:
    """Return the instruction's id that a clause's id begins with."""
    return name.partition(".")[0]


def _story(
    instruction: Instruction, source: Sequence[Sentence], confirmed: Sequence[str], renewed: Renewal
) -> Iterator[str]:
    comparison = compare(instruction, source)
    clauses = {clause.id: clause for clause in instruction.clauses}
    for name in confirmed:
        if name in clauses:
            yield from _story_of_clause(clauses[name], source, renewed.places[name])
        else:
            yield f"«{name}»: предложения, в которых о поведении ничего нового"
            yield from (_quoted(sentence) for sentence in comparison.unread)
            yield from [] if comparison.unread else ["  таких нет"]
    rest = [name for name in comparison.outdated if name not in confirmed]
    if rest:
        yield f"Ещё устарели: {', '.join(rest)}"
    if comparison.unread and instruction.id not in confirmed:
        yield f"Ещё не прочитаны (заведите пункт или подтвердите: confirm {instruction.id}):"
        yield from (_quoted(sentence) for sentence in comparison.unread)


def _story_of_clause(clause: Clause, source: Sequence[Sentence], now: tuple[Spot, ...]) -> Iterator[str]:
    yield f"{clause.id}: {clause.text}"
    yield f"  место: {clause.where}"
    if {place.fingerprint for place in clause.sentences} == {place.fingerprint for place in now}:
        yield "  и так верен: его предложения не менялись"
        return
    yield "  было: " + (
        ", ".join(f"предложение {place.number}" for place in clause.sentences) or "отпечатка нет"
    )
    yield "  стало:"
    yield from (_quoted(source[place.number - 1]) for place in now)


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
        prog="svyazka confirm",
        description="Подтверждает, что пункт прочитан заново и говорит то же, что изменившийся источник.",
    )
    parser.add_argument(
        "clauses",
        nargs="+",
        metavar="ПУНКТ",
        help="имя пункта, например perm.v1.3.2; имя инструкции (perm) — предложения, для которых пункта не нужно",
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
        help="в каком предложении источника пункт стоит теперь; ключ можно повторить",
    )
    parser.add_argument("--show", action="store_true", help="только показать, ничего не записывать")
    return parser
