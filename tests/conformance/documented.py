"""The lines by which docs/vk-id.md connects a client: what is read there is what is carried out here."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

FILE = Path(__file__).parents[2] / "docs/vk-id.md"
INDENT = 4


def lines_for(client: str) -> str:
    """The block below the line that begins with the client's name."""
    text = FILE.read_text(encoding="utf-8")
    found = re.search(
        rf"^`{re.escape(client)}`[^\n]*:\n\n((?: {{{INDENT}}}[^\n]*\n|\n)+)", text, re.MULTILINE
    )
    assert found is not None, f"{FILE.name} has no lines for {client}"
    return textwrap.dedent(found[1]).strip() + "\n"


def parts_of(lines: str) -> dict[str, str]:
    """The lines by the file they belong to, where comments name files."""
    pieces = re.split(r"^# (\S+)\n", lines, flags=re.MULTILINE)[1:]
    return dict(zip(pieces[::2], pieces[1::2], strict=True))
