"""Proves that some records are one whole run: every part, each once, of one code, seed, selection and plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reports.record.shard import ShardTold, plan_of
from reports.record.stored import RecordMissing, RecordUnreadable
from reports.russian import plural
from reports.shards.reading import Part, read_part


@dataclass(frozen=True)
class Flaw:
    """Why the records are not one whole: `kind` is a word for programs, `text` a Russian sentence for people.

    Kinds: "absent", "unreadable", "stranger", "twice", "division", "code", "seed", "selection", "plan", "split",
    "missing".
    """

    kind: str
    text: str


@dataclass(frozen=True)
class Proof:
    """The records in the order of their parts, and what keeps them from being one whole: nothing, when it is proven."""

    parts: tuple[Part, ...]
    flaws: tuple[Flaw, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether they are one whole run."""
        return not self.flaws

    @property
    def told(self) -> ShardTold | None:
        """What the parts have alike; None for a run that was made by one machine."""
        return next((told for part in self.parts for told in part.told), None)


def prove(folders: Sequence[Path]) -> Proof:
    """Read the records in these folders and prove that together they are one whole run, raising nothing.

    One folder with a run that was never split is a whole by itself, and so is one that parts were united into.
    """
    parts, flaws = _read(folders)
    for find in CHECKS:
        flaws += find(parts)
    if not flaws:
        flaws += _other_scenarios(parts)
    return Proof(tuple(sorted(parts, key=lambda part: part.numbers)), tuple(flaws))


def _read(folders: Sequence[Path]) -> tuple[list[Part], list[Flaw]]:
    parts, flaws = [], []
    for folder in folders:
        try:
            parts.append(read_part(folder))
        except RecordUnreadable as problem:
            kind = "absent" if isinstance(problem, RecordMissing) else "unreadable"
            flaws.append(Flaw(kind, f"{problem}."))
    return parts, flaws


def _strangers(parts: Sequence[Part]) -> Iterator[Flaw]:
    """Find runs that were never split: nobody can tell what of two such is missing or meant."""
    if len(parts) > 1:
        for part in parts:
            if not part.told:
                yield Flaw(
                    "stranger",
                    f"В «{part.folder}» не часть, а прогон без --shard: с другими его не соединить.",
                )


def _given_twice(parts: Sequence[Part]) -> Iterator[Flaw]:
    runs: defaultdict[str, list[Part]] = defaultdict(list)
    for part in parts:
        runs[part.run].append(part)
    for same in runs.values():
        if len(same) > 1:
            yield Flaw("twice", f"Один и тот же прогон дан дважды: {_folders(same)}. Оставьте одну папку.")
    once = [same[0] for same in runs.values()]
    for number in sorted({number for part in once for number in part.numbers}):
        rivals = [part for part in once if number in part.numbers]
        if len(rivals) > 1:
            told = f"Часть {number} выполнена дважды: {_folders(rivals)}. Оставьте одну папку."
            yield Flaw("twice", told)


def _missing(parts: Sequence[Part]) -> Iterator[Flaw]:
    told = [each for part in parts for each in part.told]
    if told and len({each.of for each in told}) == 1:
        for number in sorted(set(range(1, told[0].of + 1)) - {each.number for each in told}):
            yield Flaw("missing", f"Нет части {number} из {told[0].of}. {_what_to_do(told[0], number)}")


def _what_to_do(told: ShardTold, number: int) -> str:
    if told.planned < told.of:
        few = plural(told.planned, "сценарий", "сценария", "сценариев")
        return f"Всего {few}, на столько частей их не хватит: поделите не больше чем на {told.planned}."
    seed = "" if told.seed is None else f" --seed {told.seed}"
    choice = f" с тем же отбором ({told.selection})" if told.selection else ""
    return f"Выполнить её{choice}: python3 svyazka.py run --shard {number}/{told.of}{seed}"


def _unlike(
    kind: str, words: str, value: Callable[[ShardTold], str], advice: str
) -> Callable[[Sequence[Part]], Iterator[Flaw]]:
    """Return a check that all parts say the same; what differs is told with the parts that say it."""

    def find(parts: Sequence[Part]) -> Iterator[Flaw]:
        said: defaultdict[str, list[str]] = defaultdict(list)
        for told in (each for part in parts for each in part.told):
            said[value(told)].append(told.name)
        if len(said) > 1:
            sides = "; ".join(f"{', '.join(names)} — {what}" for what, names in said.items())
            yield Flaw(kind, f"{words}: {sides}. {advice}")

    return find


def _code(told: ShardTold) -> str:
    commit = f"коммит {told.commit[:12]}" if told.commit else "коммит неизвестен"
    return f"{commit}, файлы {told.code[:8]}"


CHECKS: tuple[Callable[[Sequence[Part]], Iterator[Flaw]], ...] = (
    _strangers,
    _given_twice,
    _unlike(
        "division",
        "Части от разных делений",
        lambda told: f"всего {told.of}",
        "Выполните все с одним и тем же N в --shard K/N.",
    ),
    _unlike("code", "Части сделаны разным кодом", _code, "Выполните все с одного коммита, без своих правок."),
    _unlike(
        "seed",
        "У частей разное зерно",
        lambda told: "без зерна" if told.seed is None else str(told.seed),
        "Дайте всем один и тот же --seed.",
    ),
    _unlike(
        "selection",
        "Сценарии частей отобраны по-разному",
        lambda told: told.selection or "все",
        "Дайте всем один и тот же отбор.",
    ),
    _unlike(
        "plan",
        "Части от разных целых",
        lambda told: f"{plural(told.planned, 'сценарий', 'сценария', 'сценариев')}, план {told.plan[:8]}",
        "Выполните все заново.",
    ),
    _unlike(
        "split",
        "Части поделены по-разному",
        lambda told: f"деление {told.split[:8]}",
        "Дайте всем один и тот же --split-by.",
    ),
    _missing,
)


def _other_scenarios(parts: Sequence[Part]) -> list[Flaw]:
    """What was written must be the very whole that every part says it is a part of."""
    told = next((each for part in parts for each in part.told), None)
    scenarios = [each for part in parts for each in part.scenarios]
    if told is None or plan_of(scenarios) == told.plan:
        return []
    text = f"В записях частей не то, что запланировано ({len(scenarios)} из {told.planned}): записи меняли."
    return [Flaw("plan", text)]


def _folders(parts: Sequence[Part]) -> str:
    return " и ".join(f"«{part.folder}»" for part in parts)
