"""An answered page as far as a test looks at it: heading, text, links, forms. No browser, no JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

UNSEEN = ("script", "style", "title")


@dataclass
class Form:
    """A form: where it goes, what stands in its fields, what a device may fill in there, which buttons send it."""

    action: str
    method: str
    values: dict[str, str] = field(default_factory=dict)
    autocomplete: dict[str, str] = field(default_factory=dict)
    buttons: list[str] = field(default_factory=list)


class Page(HTMLParser):
    """Reads one page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.forms: list[Form] = []
        self.links: dict[str, str] = {}
        self.items: list[str] = []
        self.alerts: list[str] = []
        self.heading = ""
        self._open: list[tuple[str, dict[str, str], list[str]]] = []
        self._words: list[str] = []
        self.feed(html)
        self.text = " ".join(" ".join(self._words).split())

    @property
    def buttons(self) -> list[str]:
        """The captions of all buttons."""
        return [caption for form in self.forms for caption in form.buttons]

    def form_with(self, button: str) -> Form:
        """The form that the button sends; fails the test when the page has none."""
        found = next((form for form in self.forms if button in form.buttons), None)
        assert found is not None, f"no button «{button}» on «{self.heading}»; there are {self.buttons}"
        return found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes forms and fields, and what is open."""
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(given.get("action", ""), given.get("method", "get")))
        elif given.get("type") == "checkbox" and "checked" not in given:
            return  # a box without a tick is not sent
        elif tag == "input" and self.forms and "name" in given:
            self.forms[-1].values[given["name"]] = given.get("value", "")
            self.forms[-1].autocomplete[given["name"]] = given.get("autocomplete", "")
        elif tag == "option":
            name = next(self._attributes("select"))["name"]
            if "selected" in given or name not in self.forms[-1].values:  # without a choice the first is sent
                self.forms[-1].values[name] = given["value"]
        if tag in ("h1", "a", "button", "li", "select", "p", *UNSEEN):
            self._open.append((tag, given, []))

    def handle_data(self, data: str) -> None:
        """Collects what a person reads."""
        if any(tag in UNSEEN for tag, _given, _words in self._open):
            return
        self._words.append(data)
        for _tag, _given, words in self._open:
            words.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Notes headings, links, buttons and items as they are read."""
        if not self._open or self._open[-1][0] != tag:
            return
        _tag, given, words = self._open.pop()
        caption = given.get("aria-label") or " ".join("".join(words).split())
        if tag == "h1":
            self.heading = caption
        elif tag == "a":
            self.links[caption] = given["href"]
        elif tag == "button":
            self.forms[-1].buttons.append(caption)
        elif tag == "li":
            self.items.append(caption)
        elif given.get("role") == "alert":
            self.alerts.append(caption)

    def _attributes(self, tag: str) -> Iterator[dict[str, str]]:
        return (given for name, given, _words in reversed(self._open) if name == tag)
