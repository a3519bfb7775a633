"""Every step that carries a clause out and says a caption, whether the run came to it or not."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from reports.proposals.captions import Said
from reports.record.marks import clauses_by_line

FEATURES = "features"
_COMMENT = re.compile(r"\s*#")


def carriers(root: Path, clauses: Collection[str], caption: str) -> Iterator[Said]:
    """Yield the steps of all features under the root that carry one of the clauses and quote the caption."""
    for path in sorted((root / FEATURES).rglob("*.feature")):
        lines = path.read_text(encoding="utf-8").splitlines()
        comments = [
            {"location": {"line": number}, "text": line}
            for number, line in enumerate(lines, 1)
            if _COMMENT.match(line)
        ]
        for line, carried in clauses_by_line(comments).items():
            if set(carried) & set(clauses) and line <= len(lines) and f"«{caption}»" in lines[line - 1]:
                yield Said(path.relative_to(root).as_posix(), line, line, carried)
