"""Markdown as blocks: what markdown-it makes of it, read as HTML."""

from __future__ import annotations

from markdown_it import MarkdownIt

from reports.texts.document import Document
from reports.texts.html import LINE, read_html


def read_markdown(text: str, name: str = "") -> Document:
    """Read Markdown; a line that is broken in the file is joined, as readers of it expect."""
    reader = MarkdownIt("commonmark").enable("table")
    tokens = reader.parse(text)
    for token in tokens:
        if token.map and token.nesting == 1:
            token.attrSet(LINE, str(token.map[0] + 1))
    return read_html(reader.renderer.render(tokens, reader.options, {}), name)
