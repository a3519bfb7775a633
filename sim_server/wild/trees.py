"""The one place that turns a tidy page into a tree of what a person meets there; how it looks is the face's.

A node is a dict with its kind in `k`. Whatever a page has to say, to fill in or to press is in its tree:
`tests/http/wild/test_trees.py` compares.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from bs4 import BeautifulSoup, Comment, Tag
from bs4.element import NavigableString, PageElement

Node = dict[str, Any]
Nodes = list[Node]

SKIPPED = frozenset({"script", "style", "svg", "h1"})
PLAIN = frozenset({"div", "section", "header", "main", "li", "tbody", "thead", "fieldset"})
CODE_LENGTH = re.compile(r"(\d) цифр")  # a call's code is shorter, and the page says so
USUAL_LENGTH = 6
PERIOD = re.compile(r"setInterval\(.*?, (\d+)\)")
ACCENT = re.compile(r":root \{ --accent: (#\w+); \}")
INLINE = frozenset({"text", "inline", "link", "break"})


def page_tree(html: str) -> Node:
    """All that the page says, asks and offers: title, bar, side, body, and how often it looks for news."""
    page = BeautifulSoup(html, "html.parser")
    reader = _Reader(page)
    heading, brand, side = page.find("h1"), page.select_one(".bar-name"), page.select_one("nav.side")
    return {
        "document": _words(page.title) if page.title else "",
        "site": _words(brand) if brand else "",
        "title": _words(heading) if heading else "",
        "bar": reader.nodes(page.select_one("header.bar")),
        "side": reader.nodes(side),
        "side_name": _name(side) if side else "",
        "body": reader.nodes(page.main),
        "colour": _last(ACCENT.findall(html)),
        "period": _period(page, html),
    }


def _last(found: list[str]) -> str:
    return found[-1] if found else ""


def _period(page: BeautifulSoup, html: str) -> float:
    """After how many seconds the page asks for news; 0 for one that does not."""
    asking = page.select_one("script[data-period]")
    if asking is not None:
        return float(str(asking["data-period"]))
    polled = PERIOD.search(html) if page.find(id="messages") else None
    return float(polled[1]) / 1000 if polled else 0.0


class _Reader:
    """Reads one page; knows which words explain which field."""

    def __init__(self, page: BeautifulSoup) -> None:
        self._page = page
        self._labels = {str(one["for"]): one for one in page.find_all("label", attrs={"for": True})}
        self._by_tag: dict[str, Callable[[Tag], Nodes]] = {
            "a": self._link,
            "br": lambda tag: [{"k": "break"}],
            "button": self._button,
            "details": self._more,
            "form": self._form,
            "h2": lambda tag: [{"k": "heading", "t": _words(tag)}],
            "input": self._field,
            "label": self._label,
            "legend": lambda tag: [{"k": "heading", "t": _words(tag)}],
            "nav": self._nav,
            "ol": self._list,
            "p": self._paragraph,
            "select": self._field,
            "table": self._table,
            "textarea": self._field,
            "ul": self._list,
        }

    def nodes(self, tag: Tag | None) -> Nodes:
        """What stands in it."""
        return [] if tag is None else _seen([node for child in tag.children for node in self._of(child)])

    def _of(self, child: PageElement) -> Iterator[Node]:
        if isinstance(child, NavigableString):
            text = _blanks(str(child))
            if text and not isinstance(child, Comment):
                yield {"k": "text", "t": text}
        elif isinstance(child, Tag) and child.name not in SKIPPED and "bar-name" not in _look(child):
            yield from self._tag(child)

    def _tag(self, tag: Tag) -> Nodes:
        if tag.get("aria-hidden") == "true":
            return []
        if tag.get("id") == "countdown":
            return [{"k": "countdown", "seconds": float(str(tag["data-seconds"])), "t": tag["data-text"]}]
        if tag.get("id") == "resend":
            return [{"k": "afterwards", "c": self.nodes(tag)}]
        if tag.name in self._by_tag:
            return self._by_tag[tag.name](tag)
        kind = "block" if tag.name in PLAIN or tag.name == "aside" else "inline"
        inside = self.nodes(tag)
        return [{"k": kind, "look": _look(tag), "name": _name(tag), "c": inside}] if inside else []

    def _paragraph(self, tag: Tag) -> Nodes:
        if tag.get("data-nobody"):
            return []  # the search that says so has it
        tone = "error" if "error" in _look(tag) else "note" if tag.get("role") == "status" else ""
        return [{"k": "paragraph", "tone": tone, "look": _look(tag), "c": self.nodes(tag)}]

    def _link(self, tag: Tag) -> Nodes:
        link = {"k": "link", "href": tag["href"], "new": tag.get("target") == "_blank"}
        current = tag.get("aria-current") is not None
        return [{**link, "current": current, **self._pressed(tag)}]

    def _button(self, tag: Tag) -> Nodes:
        return [{"k": "button", **self._pressed(tag)}]

    def _pressed(self, tag: Tag) -> Node:
        """What it is called: words, or the title of an icon. An explained one keeps the words that are seen."""
        seen = _words(tag)
        icon = not seen or len(seen) == 1
        return {"t": seen, "title": _name(tag) if icon else "", "look": _look(tag)}

    def _form(self, tag: Tag) -> Nodes:
        unseen = tag.select("input[type=hidden], input[hidden]")
        sent = [[str(one["name"]), str(one.get("value", ""))] for one in unseen if one.get("name")]
        method = str(tag.get("method", "get"))
        form = {"k": "form", "action": tag.get("action", ""), "method": method, "sent": sent}
        return [{**form, "look": _look(tag), "c": self.nodes(tag)}]

    def _label(self, tag: Tag) -> Nodes:
        """A label that a field has taken is said there; one around its field is its field."""
        return self.nodes(tag) if tag.find(["input", "select"]) else []

    def _field(self, tag: Tag) -> Nodes:
        kind = _kind(tag)
        if kind == "hidden" or tag.get("hidden") is not None:
            return []
        field: Node = {
            "k": "field",
            "kind": kind,
            "name": str(tag.get("name", "")),
            "label": self._called(tag),
        }
        field["wrong"] = tag.get("aria-invalid") == "true"
        field["value"] = _value(tag)
        if kind == "select":
            field["options"] = [[str(one.get("value", "")), _words(one)] for one in tag.find_all("option")]
        if kind == "tick":
            field["ticked"] = tag.get("checked") is not None
        if kind == "code":
            field["length"] = self._code_length()
        if kind == "search":
            field["nobody"] = str(self._page.select_one("[data-nobody]")["data-nobody"])  # type: ignore[index]
        return [field]

    def _called(self, tag: Tag) -> str:
        around = tag.find_parent("label")
        label = around or self._labels.get(str(tag.get("id", "")))
        return _words(label, but=tag) if label else ""

    def _code_length(self) -> int:
        told = CODE_LENGTH.search(_words(self._page.main)) if self._page.main else None
        return int(told[1]) if told else USUAL_LENGTH

    def _list(self, tag: Tag) -> Nodes:
        items = [self.nodes(item) for item in tag.find_all("li", recursive=False)]
        own = [item for item in tag.find_all("li", recursive=False) if "own" in _look(item)]
        marks = [item in own for item in tag.find_all("li", recursive=False)]
        return [{"k": "list", "look": _look(tag), "items": items, "own": marks}] if items else []

    def _nav(self, tag: Tag) -> Nodes:
        return [{"k": "tabs", "look": _look(tag), "c": self.nodes(tag)}]

    def _table(self, tag: Tag) -> Nodes:
        rows = [[self.nodes(cell) for cell in row.find_all(["th", "td"])] for row in tag.find_all("tr")]
        return [{"k": "table", "rows": rows}]

    def _more(self, tag: Tag) -> Nodes:
        summary = tag.find("summary")
        caption = _words(summary) if summary else ""
        inside = [node for child in tag.children if child is not summary for node in self._of(child)]
        return [{"k": "more", "t": caption, "c": inside}]


def _seen(nodes: Nodes) -> Nodes:
    """Without the blanks that only part lines of the source."""

    def parts_words(at: int) -> bool:
        beside = [nodes[one]["k"] for one in (at - 1, at + 1) if 0 <= one < len(nodes)]
        return len(beside) == 2 and INLINE.issuperset(beside)

    return [node for at, node in enumerate(nodes) if node.get("t") != " " or parts_words(at)]


def _kind(tag: Tag) -> str:
    """What is typed there: a phone, a code, a date …"""
    if tag.name != "input":
        return tag.name
    kind, meant = str(tag.get("type", "text")), str(tag.get("autocomplete", ""))
    if meant == "one-time-code":
        return "code"
    if tag.get("inputmode") == "tel":
        return "phone"
    return {"checkbox": "tick"}.get(kind, kind)


def _value(tag: Tag) -> str:
    if tag.name == "select":
        chosen = tag.find("option", selected=True) or tag.find("option")
        return str(chosen.get("value", "")) if isinstance(chosen, Tag) else ""
    return _words(tag) if tag.name == "textarea" else str(tag.get("value", ""))


def _look(tag: Tag) -> list[str]:
    """The page's own words for how it looks; a face may heed them."""
    classes = tag.get("class")
    return [classes] if isinstance(classes, str) else list(classes or [])


def _name(tag: Tag) -> str:
    return str(tag.get("aria-label") or tag.get("title") or "")


def _words(tag: Tag, but: Tag | None = None) -> str:
    """What is read there, on one line."""
    read = [
        " " if isinstance(one, Tag) else str(one)
        for one in tag.descendants
        if (isinstance(one, Tag) and one.name == "br") or _is_read(one, but)
    ]
    return _blanks("".join(read)).strip(" ")


def _is_read(one: PageElement, but: Tag | None) -> bool:
    if not isinstance(one, NavigableString) or isinstance(one, Comment):
        return False
    above = list(one.parents)
    return but not in above and not any(tag.get("aria-hidden") == "true" for tag in above)


def _blanks(text: str) -> str:
    """The text with one blank where any were; those that do not break stay."""
    return re.sub(r"[ \t\r\n]+", " ", text)
