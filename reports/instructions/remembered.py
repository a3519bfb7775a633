"""The text of source sentences beside the reports made of them: it tells what a changed sentence said before."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from reports.instructions.sources import Comparison, source_of
from reports.record.clauses import Instruction
from reports.record.folder import REPORT, write_whole

NAME = "sentences.json"


def remembered(folder: Path) -> dict[str, str]:
    """Return the sentences that a report in this folder was made with, by fingerprint; none where none was kept."""
    try:
        told = json.loads((folder / REPORT / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(key): str(text) for key, text in told.items()} if isinstance(told, dict) else {}


def remember(folder: Path, comparisons: Iterable[Comparison], earlier: Mapping[str, str]) -> None:
    """Keep the sentences of the sources of today, and the earlier ones that are still known."""
    today = {one.fingerprint: one.text for comparison in comparisons for one in comparison.source}
    (folder / REPORT).mkdir(parents=True, exist_ok=True)
    write_whole(folder / REPORT / NAME, [json.dumps({**earlier, **today}, ensure_ascii=False, indent=1)])


def texts_of(instructions: Mapping[str, Instruction], folder: Path) -> dict[str, str]:
    """Return the sentences of the sources in a folder, by fingerprint; raises SourceUnsound."""
    sources = (source_of(one, folder) or () for one in instructions.values())
    return {one.fingerprint: one.text for source in sources for one in source}
