"""New fingerprints for clauses that were read against a changed source. Computed here, written by clause_file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reports.instructions.sources import Comparison, compare
from reports.record.clauses import Clause, Instruction, Spot
from reports.texts.document import Sentence


class NotConfirmed(ValueError):
    """A clause cannot be confirmed as asked; the message is Russian and says what to do."""


@dataclass(frozen=True)
class Renewal:
    """Where the clauses of one list stand in the source of today, by id, and which sentences are silent."""

    places: Mapping[str, tuple[Spot, ...]]
    silent: tuple[Spot, ...]


def renewal(
    instruction: Instruction,
    source: Sequence[Sentence],
    confirmed: Iterable[str],
    chosen: Sequence[int] = (),
) -> Renewal:
    """Confirm these clauses of the list; its own id stands for the unread sentences: they say nothing of behaviour.

    `chosen` are the numbers of the sentences that a single clause stands in from now on. What is not confirmed
    keeps its fingerprints; all numbers become those of today, unless a sentence of another clause is gone: then
    they stay, for its number would be that of a sentence which it is not. Raises NotConfirmed.
    """
    comparison = compare(instruction, source)
    names = set(confirmed)
    renewed = {
        clause.id: _confirmed(clause, source, comparison, chosen)
        for clause in instruction.clauses
        if clause.id in names
    }
    unread = set() if instruction.id in names else set(comparison.unread)
    silent = [place for place in instruction.silent if _is_of_use(place, comparison, unread)]
    read = [] if unread else [_place(sentence) for sentence in comparison.unread]
    rest = [clause for clause in instruction.clauses if clause.id not in names]
    if gone := [clause.id for clause in rest if _is_gone(clause, comparison)]:
        then = _Numbering(comparison, gone)
        kept = {clause.id: clause.sentences for clause in rest}
        told = {name: then.of(places) for name, places in renewed.items()}
        return Renewal({**kept, **told}, tuple(sorted((*silent, *then.of(read)))))
    kept = {clause.id: _kept(clause.sentences, comparison) for clause in rest}
    return Renewal({**kept, **renewed}, tuple(sorted((*_kept(silent, comparison), *read))))


def _is_gone(clause: Clause, comparison: Comparison) -> bool:
    return any(not change.now for change in comparison.outdated.get(clause.id, ()))


class _Numbering:
    """The numbers that the sentences of today had when they were read; they say only what follows what."""

    def __init__(self, comparison: Comparison, gone: Sequence[str]) -> None:
        self._then = {now[0].number: number for number, now in comparison.now.items() if len(now) == 1}
        self._gone = gone

    def of(self, places: Iterable[Spot]) -> tuple[Spot, ...]:
        return tuple(Spot(self._number(place), place.fingerprint) for place in places)

    def _number(self, place: Spot) -> int:
        if place.number not in self._then:
            raise NotConfirmed(
                f"Прежде решите о пунктах, чьих фраз в источнике больше нет: {', '.join(self._gone)}. "
                "Удалите такой пункт или скажите, где он стоит теперь: confirm ПУНКТ --sentence НОМЕР"
            )
        return self._then[place.number]


def _confirmed(
    clause: Clause, source: Sequence[Sentence], comparison: Comparison, chosen: Sequence[int]
) -> tuple[Spot, ...]:
    if chosen:
        return tuple(_place(_numbered(source, number)) for number in sorted(set(chosen)))
    if not clause.sentences:
        raise NotConfirmed(f"«{clause.id}»: отпечатка ещё нет. Скажите, где пункт стоит: --sentence НОМЕР")
    for change in comparison.outdated.get(clause.id, ()):
        if not change.now:
            raise NotConfirmed(
                f"«{clause.id}»: фразы {change.was.number} в источнике больше нет. "
                "Удалите пункт или скажите, где он стоит теперь: --sentence НОМЕР"
            )
        if len(change.now) > 1:
            shown = "".join(f"\n  {sentence.number}. {sentence.text}" for sentence in change.now)
            raise NotConfirmed(
                f"«{clause.id}»: непонятно, какая фраза теперь его:{shown}\n"
                "Назовите все его фразы: --sentence НОМЕР, ключ можно повторить"
            )
    return _once(_place(comparison.now[place.number][0]) for place in clause.sentences)


def _numbered(source: Sequence[Sentence], number: int) -> Sentence:
    if not 1 <= number <= len(source):
        raise NotConfirmed(f"фразы {number} в источнике нет: их {len(source)}")
    return source[number - 1]


def _kept(places: Iterable[Spot], comparison: Comparison) -> tuple[Spot, ...]:
    return _once(Spot(_number_today(place, comparison), place.fingerprint) for place in places)


def _number_today(place: Spot, comparison: Comparison) -> int:
    """Return where the sentence stands, or what stands in its place."""
    earlier = (number for number in sorted(comparison.now, reverse=True) if number <= place.number)
    there = next((comparison.now[number] for number in earlier if comparison.now[number]), ())
    same = [sentence.number for sentence in there if sentence.fingerprint == place.fingerprint]
    return (same or [sentence.number for sentence in there] or [1])[0]


def _is_of_use(place: Spot, comparison: Comparison, unread: set[Sentence]) -> bool:
    """A silent sentence stays while it stands in the source, or while nobody has read what replaced it."""
    there = comparison.now[place.number]
    return any(sentence.fingerprint == place.fingerprint or sentence in unread for sentence in there)


def _place(sentence: Sentence) -> Spot:
    return Spot(sentence.number, sentence.fingerprint)


def _once(places: Iterable[Spot]) -> tuple[Spot, ...]:
    return tuple(dict.fromkeys(places))
