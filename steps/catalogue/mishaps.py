"""`svyazka.py faults`: what can be made to go wrong, and the numbers for people, each with its scenario."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from fixtures.environment.arguments import ArgumentParser
from fixtures.faults import read_numbers, read_troubles
from fixtures.phones import printed_phone
from steps.catalogue.definitions import ROOT
from steps.catalogue.gathering import FEATURES
from steps.language.reading import read_feature

SUCCESS = 0
ABSENT = "—"
HEAD = """\
# Неполадки и номера для людей

Эту страницу составила команда `python3 svyazka.py faults --format md`: правят не её, а `sim_server/start/faults.toml` и
`sim_server/domain/numbers.toml`. У каждой строки есть сценарий. Так испытывают журнал; как ведёт себя в этих случаях
настоящий VK ID, не установлено, и слова журнала о них предположены.
"""
ORDERING = """\
## Неполадки

В сценарии — с этого места и пока не устранят, или столько-то раз, или у одного журнала:

    Дано случилась неполадка «СМС не доходят»
    Когда 1 раз случится неполадка «VK ID отвечает журналу ошибкой»
    Когда случилась неполадка «VK ID отвечает журналу ошибкой» для журнала «perm»
    Когда неполадки устранены

Руками — на стартовой странице `python3 svyazka.py serve`. Программа просит управляющий API: там видов больше
([vk-id.md](vk-id.md#неполадки-по-команде)).
"""
DIALLING = """\
## Номера для людей

Кто назовёт такой номер на экране VK ID, с тем это и случится, в любом мире симулятора: и у того, кто проверяет свой
журнал руками ([vk-id.md](vk-id.md)), и в сценарии: «Дано мой телефон — «+7 199 900-00-01»». Номера «+7 199 …» ничьи,
настоящего человека по ним нет; выдуманным людям они не достаются.
"""


@dataclass(frozen=True)
class Mishap:
    """Something that goes wrong under a name or with a number, what people see then, and where that is tried."""

    name: str
    shows: str
    scenario: str  # its title; empty where there is none
    feature: str  # its file, from the root of the project

    @property
    def link(self) -> str:
        """The scenario as a document in docs/ leads to it."""
        return f"[{self.scenario}](../{self.feature})" if self.scenario else ABSENT


def troubles(features: Path = FEATURES, root: Path = ROOT) -> list[Mishap]:
    """Return the troubles that scenarios can name."""
    tried = _tried(features, root)
    return [
        Mishap(one.name, one.shows, *_first(tried, f"неполадка «{one.name}»"))
        for one in read_troubles().values()
    ]


def numbers(features: Path = FEATURES, root: Path = ROOT) -> list[Mishap]:
    """Return the numbers for people."""
    tried = _tried(features, root)
    called = ((printed_phone(one.phone), one.says) for one in read_numbers())
    return [Mishap(phone, says, *_first(tried, f"«{phone}»")) for phone, says in called]


def main(argv: Sequence[str]) -> int:
    """Print both lists."""
    chosen = _arguments().parse_args(list(argv))
    print("\n".join(_page() if chosen.form == "md" else _lines()))
    return SUCCESS


def _page() -> Iterator[str]:
    yield from (HEAD, ORDERING, "| неполадка | что видит человек | сценарий |", "|---|---|---|")
    yield from (f"| {one.name} | {one.shows} | {one.link} |" for one in troubles())
    yield from ("", DIALLING, "| номер | что с ним случается | сценарий |", "|---|---|---|")
    yield from (f"| `{one.name}` | {one.shows} | {one.link} |" for one in numbers())


def _lines() -> Iterator[str]:
    yield "Неполадки — «случилась неполадка «…»»:"
    yield from _listed(troubles())
    yield "\nНомера, с которыми это случается всегда, — «мой телефон — «…»»:"
    yield from _listed(numbers())
    yield "\nПодробно, со сценариями: docs/faults.md"


def _listed(mishaps: Sequence[Mishap]) -> Iterator[str]:
    width = max(len(one.name) for one in mishaps)
    yield from (f"  {one.name:<{width}}  {one.shows}" for one in mishaps)


def _tried(features: Path, root: Path) -> Mapping[str, tuple[str, str]]:
    """The first scenario, with its file, in which each sentence stands."""
    found: dict[str, tuple[str, str]] = {}
    for path in sorted(features.rglob("*.feature")):
        document = read_feature(path, path.relative_to(root).as_posix())
        for pickle in document.pickles:
            for step in document.steps_of(pickle):
                found.setdefault(step["text"], (pickle["name"], document.uri))
    return found


def _first(tried: Mapping[str, tuple[str, str]], words: str) -> tuple[str, str]:
    return next((where for sentence, where in tried.items() if words in sentence), ("", ""))


def _arguments() -> ArgumentParser:
    parser = ArgumentParser(
        prog="svyazka.py faults",
        description="Показывает, что можно сломать в сценарии и руками, и номера для людей.",
    )
    parser.add_argument(
        "--format",
        dest="form",
        choices=("text", "md"),
        default="text",
        help="в каком виде: text — для чтения (так обычно), md — документ",
    )
    return parser
