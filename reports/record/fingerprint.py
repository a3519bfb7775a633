"""What features and planted defects are known by together: a result about them shows itself stale by it."""

import hashlib
from pathlib import Path

SOURCES = ("features/**/*.feature", "sim_server/defects/**/*.py")


def fingerprint(root: Path) -> str:
    """Return it for a checkout; names and texts count, times do not."""
    digest = hashlib.sha256()
    for path in sorted(path for pattern in SOURCES for path in root.glob(pattern)):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0")
        digest.update(path.read_text(encoding="utf-8").encode() + b"\0")  # line ends as Python reads them
    return digest.hexdigest()[:16]
