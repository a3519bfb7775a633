"""`svyazka.py steps`: which sentences there are, and which of them says what an author means."""

from __future__ import annotations

from collections.abc import Sequence

from fixtures.environment.arguments import ArgumentParser
from steps.catalogue import text
from steps.catalogue.as_json import as_json
from steps.catalogue.document import markdown
from steps.catalogue.entry import Entry
from steps.catalogue.gathering import catalogue_with_uses
from steps.catalogue.meaning import Hits, Index
from steps.labels.blanks import BLANK
from steps.labels.known import known_labels

FOUND, NOTHING = 0, 1


def main(argv: Sequence[str]) -> int:
    """Print the catalogue, or what of it was asked for; 1 when nothing fits."""
    chosen = _arguments().parse_args(list(argv))
    sought, entries = " ".join(chosen.words), catalogue_with_uses()
    hits = Index(entries, _captions()).search(sought) if sought else Hits(tuple(entries))
    if chosen.unused:
        hits = Hits(tuple(entry for entry in hits.entries if not entry.uses), hits.meant)
    print("\n".join(_lines(hits, sought, chosen.form, chosen.unused)).rstrip())
    return FOUND if hits.entries or hits.captions or chosen.unused else NOTHING


def _captions() -> Sequence[str]:
    """What can be pressed on a screen, without what is only called by a blank."""
    known = known_labels()
    return [each for each in known.of_kind("buttons") if not BLANK.search(each)] if known else []


def _lines(hits: Hits, sought: str, form: str, unused: bool) -> Sequence[str]:
    if form != "text":
        return [as_json(hits.entries) if form == "json" else markdown(_by_topic(hits.entries))]
    if unused:
        return list(text.unused(hits.entries))
    return list(text.found(hits, sought) if sought else text.overview(hits.entries))


def _by_topic(entries: Sequence[Entry]) -> list[Entry]:
    """The best first is of no use in a document that has chapters."""
    topics = list(dict.fromkeys(entry.topic for entry in entries))
    return sorted(entries, key=lambda entry: topics.index(entry.topic))


def _arguments() -> ArgumentParser:
    parser = ArgumentParser(prog="svyazka.py steps", description="Показывает предложения для сценариев.")
    parser.add_argument("words", nargs="*", metavar="СЛОВА", help="о чём предложение: steps кнопка")
    parser.add_argument(
        "--format",
        dest="form",
        choices=("text", "json", "md"),
        default="text",
        help="в каком виде: text — для чтения (так обычно), json — для программ, md — документ",
    )
    parser.add_argument("--unused", action="store_true", help="только те, что не встречаются в сценариях")
    return parser
