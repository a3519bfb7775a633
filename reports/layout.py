"""How pages become HTML: templates, and the words and numbers in them as a Russian reader expects them."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Collection, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path, PurePosixPath

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from reports.coverage import Verdict
from reports.crops import crop
from reports.ledger import SEEN, SIDES
from reports.links import SingleFileLinks, SiteLinks
from reports.model import Model
from reports.moments import Shot
from reports.page import Page
from reports.record.facts import ScreenSeen
from reports.record.knowledge import FRESH_DAYS
from reports.record.status import WORDS
from reports.russian import day, length, plural
from reports.standings import Standing
from reports.texts.word_diff import word_diff
from reports.wording import part, tally

# Verdict → its sign, its word, whether the stand's name follows, and the word of many: «подтверждено 5 из 7».
VERDICTS = {
    Verdict.CONFIRMED: ("✓", "подтверждён", True, "подтверждено"),
    Verdict.DIFFERS: ("≠", "расходится", True, "расходится"),
    Verdict.KNOWN: ("≈", "расходится (известно)", True, "расходится (известно)"),
    Verdict.CEASED: ("!", "больше не расходится", True, "больше не расходится"),
    Verdict.STALE: ("◔", "давно не проверяли", True, "давно не проверяли"),
    Verdict.UNCHECKED: ("○", "не проверен", False, "не проверено"),
    Verdict.OUTDATED: ("↻", "устарел", False, "устарело"),
    Verdict.NEW: ("+", "не прочитана", False, "новых фраз источника"),
    Verdict.UNCHECKABLE: ("–", "непроверяем", False, "непроверяемо"),
}
_MONTHS = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)
TEMPLATES = Path(__file__).parent / "templates"
_LABEL = re.compile(r"«[^«»]*(?:«[^«»]*(?:«[^«»]*»[^«»]*)*»[^«»]*)*»")


def environment() -> Environment:
    """Return what reads our templates: a name nobody has given is an error."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        bytecode_cache=_compiled(),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _compiled() -> FileSystemBytecodeCache | None:
    """Keep templates as they were compiled, beside them, where Python keeps its own: half of a small report.

    Jinja compiles one anew whose text has changed. Where Python may not keep any, or nobody may write, neither do we.
    """
    folder = TEMPLATES / "__pycache__"
    with suppress(OSError):
        if not sys.dont_write_bytecode:
            folder.mkdir(exist_ok=True)
            if os.access(folder, os.W_OK):
                return FileSystemBytecodeCache(str(folder))
    return None


class Layout:
    """Renders the pages of one report."""

    def __init__(self, model: Model, menu: Sequence[Page]) -> None:
        self._environment = environment()
        self._environment.filters.update(duration=length, date=date, day=day, screen_text=screen_text)
        self._environment.globals.update(
            model=model,
            menu=menu,
            verdicts=VERDICTS,
            placed_here=placed_here(model),
            standing_words=standing_words,
            statuses=WORDS,
            plural=plural,
            tally=tally(model.run),
            part=part(model.run),
            assumed=only_assumed(model),
            sentence=sentence,
            shot=Shot,
            word_diff=word_diff,
            crop=crop,
            fresh_days=FRESH_DAYS,
            seen_words=SEEN,
            sides=SIDES,
        )

    def render(self, page: Page, links: SiteLinks | SingleFileLinks | None = None) -> str:
        """Return the page's HTML, its links those of the site unless others are given."""
        links = links or SiteLinks("../" * (len(PurePosixPath(page.path).parts) - 1))
        return self._environment.get_template(page.template).render(page=page, links=links, **page.content)


def placed_here(model: Model) -> str:
    """Return the words after a verdict of this run: of the real system it is worth as much as its day."""
    return f"{model.stand.place} {day(model.day)}" if model.stand.live else model.stand.place


def standing_words(standing: Standing) -> str:
    """Return the last word on a clause on a stand: «подтверждён на живой системе 20.11.2026»."""
    known = standing.known
    _, word, placed, _ = VERDICTS[standing.verdict]
    if not placed:
        return f"фраза с тех пор другая, заново не проверяли {known.place}"
    is_dated = known.live and standing.verdict is not Verdict.STALE
    return f"{word} {known.place} {day(known.date)}" if is_dated else f"{word} {known.place}"


def only_assumed(model: Model) -> frozenset[str]:
    """Return the captions that are assumed for some clause and that no instruction prints."""
    clauses = [clause for one in model.instructions.values() for clause in one.clauses]
    printed = {label for clause in clauses for label in clause.labels}
    return frozenset(label for clause in clauses for label in clause.assumed) - printed


def sentence(text: str, assumed: Collection[str] = ()) -> Markup:
    """Return a step's sentence with its keyword and its captions set apart, assumed ones marked as such."""
    keyword, _, rest = text.partition(" ")
    parts, end = [Markup('<span class="keyword">{}</span> ').format(keyword)], 0
    for found in _LABEL.finditer(rest):
        assumption = Markup(' class="assumed" title="предположено"') if found[0][1:-1] in assumed else ""
        parts += [escape(rest[end : found.start()]), Markup("<b{}>{}</b>").format(assumption, found[0])]
        end = found.end()
    return Markup("").join([*parts, escape(rest[end:])])


def date(seconds: float) -> str:
    """Return a moment in this machine's time: 21 ноября 2026, 09:12."""
    moment = datetime.fromtimestamp(seconds).astimezone()
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}, {moment:%H:%M}"


def screen_text(seen: ScreenSeen) -> str:
    """Return where a person was, as one line."""
    return " · ".join(filter(None, (f"«{seen.screen}»" if seen.screen else "", seen.address)))
