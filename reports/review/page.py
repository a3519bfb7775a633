"""The view over the document's own text: one file in the look of the report, which fetches nothing."""

from __future__ import annotations

from collections.abc import Mapping

from reports.layout import TEMPLATES, VERDICTS, date, environment
from reports.record.run import Run
from reports.review.outline import outline_of
from reports.review.remarks import STATES, remarks
from reports.review.reviewing import Review, Row, State
from reports.russian import plural
from reports.texts.document import Block, BlockKind
from reports.texts.word_diff import word_diff

ASSETS = ("report.css", "report.js")


def as_page(done: Review, run: Run | None = None) -> str:
    """Return the page; `run` is the one whose verdicts it shows."""
    content = environment().get_template("review.html")
    style, script = ((TEMPLATES / name).read_text(encoding="utf-8") for name in ASSETS)
    return content.render(
        done=done,
        run=run,
        rows=[(row, _number(done, at), list(remarks(done, row))) for at, row in enumerate(done.rows)],
        states=STATES,
        State=State,
        verdicts=VERDICTS,
        outline=outline_of(done),
        numbers=_numbers(done),
        is_title=_is_title,
        word_diff=word_diff,
        plural=plural,
        date=date,
        style=style,
        script=script,
    )


def _numbers(done: Review) -> Mapping[str, int]:
    """The first sentence that says each clause, to link to it."""
    return {clause.id: row.sentence.number for row in reversed(done.rows) for clause in row.clauses}


def _number(done: Review, at: int) -> str:
    """What the list counts a sentence by, where it opens the item."""
    block = done.rows[at].sentence.block
    opens = at == 0 or done.rows[at - 1].sentence.block is not block
    return _counted(block) if opens else ""


def _counted(block: Block) -> str:
    if block.kind is not BlockKind.ITEM:
        return ""
    return f"{block.number}." if block.number.isalnum() else block.number


def _is_title(row: Row) -> bool:
    return row.sentence.block.kind is BlockKind.HEADING
