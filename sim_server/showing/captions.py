"""The captions of a tidy page in the order in which they are read, each of one kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sim_server.wild.trees import page_tree

BUTTON, FIELD, TEXT, TITLE = "button", "field", "text", "title"
INLINE = frozenset({"text", "inline", "link"})
Node = dict[str, Any]


@dataclass(frozen=True)
class Caption:
    """What is read in one place; who walks the same way need not see it there if it is `optional`."""

    kind: str
    text: str
    optional: bool = False


def captions_of(html: str) -> tuple[str, list[Caption]]:
    """The title of a page and all its captions, each once."""
    tree = page_tree(html)
    parts = (
        *([node] for node in tree["bar"]),
        tree["side"],
        tree["body"],
    )  # in a bar everything stands apart
    found = [caption for part in parts for caption in _read(part)]
    site = [Caption(TEXT, tree["site"])] if tree["site"] else []
    return tree["title"], list({(one.kind, one.text): one for one in [*site, *found]}.values())


def _read(nodes: list[Node], optional: bool = False) -> Iterator[Caption]:
    """What is read: lines as the eye joins them, and what stands apart from them."""
    line: list[Node] = []
    for node in [*nodes, {"k": "end"}]:
        if node["k"] in INLINE:
            line.append(node)
            continue
        yield from _line(line, optional)
        line = []
        yield from _APART[node["k"]](node, optional) if node["k"] in _APART else ()


def _line(line: list[Node], optional: bool) -> Iterator[Caption]:
    """What is read between the links of a line, and these."""
    words = ""
    for node in [*_flat(line), {"k": "link", "t": "", "title": ""}]:
        if node["k"] != "link":
            words += str(node.get("t") or "")
            continue
        if said := " ".join(words.split()):
            yield Caption(TEXT, said, optional)
        if node["t"] or node["title"]:
            yield Caption(BUTTON, node["title"] or node["t"], optional)
        words = ""


def _flat(nodes: list[Node]) -> Iterator[Node]:
    """The texts and links in their order, whatever stands around them."""
    for node in nodes:
        if node["k"] == "inline":
            yield from _flat(node["c"])
        else:
            yield node


def _pressed(node: Node, optional: bool) -> Iterator[Caption]:
    yield Caption(BUTTON, node["title"] or node["t"], optional)


def _field(node: Node, optional: bool) -> Iterator[Caption]:
    if node["label"]:
        yield Caption(FIELD, node["label"], optional)
    yield from (Caption(TEXT, words, optional=True) for _, words in node.get("options", ()) if words)


def _inside(node: Node, optional: bool) -> Iterator[Caption]:
    yield from _read(node["c"], optional)


def _unfolded(node: Node, optional: bool) -> Iterator[Caption]:
    yield Caption(BUTTON, node["t"], optional)
    yield from _read(node["c"], optional=True)


def _listed(node: Node, optional: bool) -> Iterator[Caption]:
    for item in node["items"]:
        yield from _read(item, optional)


def _table(node: Node, optional: bool) -> Iterator[Caption]:
    for row in node["rows"]:
        for cell in row:
            yield from _read(cell, optional)


_APART: dict[str, Callable[[Node, bool], Iterator[Caption]]] = {
    "afterwards": lambda node, optional: _read(node["c"], optional=True),
    "block": _inside,
    "button": _pressed,
    "countdown": lambda node, optional: iter([Caption(TEXT, node["t"], optional)]),
    "field": _field,
    "form": _inside,
    "heading": lambda node, optional: iter([Caption(TEXT, node["t"], optional)]),
    "list": _listed,
    "more": _unfolded,
    "paragraph": _inside,
    "table": _table,
    "tabs": _inside,
}
