"""The page that Cucumber's own formatter, a built bundle, makes of the messages, for those who know it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files
from pathlib import Path

from reports.record.facts import TRACE_TYPE
from reports.record.folder import Folder, write_whole
from reports.record.messages import Message
from reports.record.stored import read_messages

OURS = "application/vnd.svyazka."
BUNDLE = files("reports") / "bundles" / "cucumber"
TITLE = "Связка: отчёт Cucumber"


def write_cucumber(folder: Path) -> Path:
    """Write the page beside the record in a folder and return it; raise RecordUnreadable, or OSError."""
    page = Folder(folder, "").cucumber
    write_whole(page, _page(read_messages(folder)))
    return page


def _page(messages: Iterable[Message]) -> Iterator[str]:
    """Yield the page as the formatter's own template lays it out."""
    yield (
        f'<!DOCTYPE html>\n<html lang="ru">\n<head>\n<meta charset="utf-8">\n<title>{escape(TITLE)}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1.0">\n'
        f'<link rel="icon" href="{_part("icon.url").strip()}">\n<style>\n{_part("main.css")}\n</style>\n</head>\n'
        '<body>\n<div id="content"></div>\n<script>\nwindow.CUCUMBER_MESSAGES = ['
    )
    between = "\n"
    for message in messages:
        if _is_shown(message):
            told = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
            yield between + told.replace("<", "\\x3C")  # or a text could end the script
            between = ",\n"
    yield f"];\n</script>\n<script>\n{_part('main.js')}\n</script>\n</body>\n</html>\n"


def _is_shown(message: Message) -> bool:
    """Leave out the facts of our own, which the formatter could only show as JSON; traces are files and stay."""
    media_type = message.get("attachment", {}).get("mediaType", "")
    return not media_type.startswith(OURS) or media_type == TRACE_TYPE


def _part(name: str) -> str:
    return (BUNDLE / name).read_text(encoding="utf-8")
