"""Word documents as blocks: what mammoth makes of them, read as HTML."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import mammoth

from reports.texts.document import Block, Document
from reports.texts.html import read_html


def read_word(path: Path) -> Document:
    """Read a .docx; its pictures are left out, their captions are not."""
    with path.open("rb") as file:
        made = mammoth.convert_to_html(file, convert_image=mammoth.images.img_element(lambda _: {}))
    read = read_html(made.value, path.name)
    return replace(read, blocks=tuple(_without_line(block) for block in read.blocks))


def _without_line(block: Block) -> Block:
    """The lines of what it was turned into are none that a reader of the document could find."""
    return replace(block, place=replace(block.place, line=None))
