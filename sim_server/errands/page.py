"""An answered page as far as an errand looks at it: its heading, links and forms, and what their fields are called."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

READ = ("h1", "a", "button", "label", "option")  # what is known by the words in it
Attributes = dict[str, str]


@dataclass
class Field:
    """A field of a form: its name, and of a list the values of its lines by their words."""

    name: str
    lines: dict[str, str] = field(default_factory=dict)


@dataclass
class Form:
    """A form: where it goes, what stands in it, its fields by their ids, and what each button sends besides."""

    action: str
    method: str
    values: dict[str, str] = field(default_factory=dict)
    fields: dict[str, Field] = field(default_factory=dict)
    buttons: dict[str, dict[str, str]] = field(default_factory=dict)  # by their captions


class Page(HTMLParser):
    """Reads one page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.heading = ""
        self.links: dict[str, str] = {}
        self.forms: list[Form] = []
        self._labels: list[tuple[str, str]] = []
        self._read: list[tuple[str, Attributes, list[str]]] = []
        self._list: Field | None = None
        self.feed(html)

    def form_with(self, button: str) -> Form | None:
        """The form that the button of this caption sends."""
        return next((form for form in self.forms if button in form.buttons), None)

    def field_called(self, form: Form, names: tuple[str, ...]) -> Field | None:
        """The field of the form that has one of these labels."""
        ids = (whose for name in names for whose, label in self._labels if label == name)
        return next((form.fields[one] for one in ids if one in form.fields), None)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note forms and fields, and what is to be read."""
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(given.get("action", ""), given.get("method", "get").lower()))
        elif tag in ("input", "select", "textarea") and self.forms and "name" in given:
            self._note_field(tag, given)
        if tag in READ:
            self._read.append((tag, given, []))

    def handle_data(self, data: str) -> None:
        """Collect the words of all that is open."""
        for _tag, _given, words in self._read:
            words.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Note what was read."""
        if tag == "select":
            self._list = None
        if self._read and self._read[-1][0] == tag:
            _tag, given, words = self._read.pop()
            self._note(tag, given, given.get("aria-label") or " ".join("".join(words).split()))

    def _note(self, tag: str, given: Attributes, words: str) -> None:
        if tag == "h1":
            self.heading = self.heading or words
        elif tag == "a":
            self.links.setdefault(words, given.get("href", ""))
        elif tag == "label":
            self._labels.append((given.get("for", ""), words))
        elif tag == "option":
            self._note_line(given, words)
        elif self.forms:
            self.forms[-1].buttons[words] = {given["name"]: given.get("value", "")} if "name" in given else {}

    def _note_field(self, tag: str, given: Attributes) -> None:
        noted = self.forms[-1].fields[given.get("id", "")] = Field(given["name"])
        if tag == "select":
            self._list = noted
        elif given.get("type") not in ("checkbox", "radio") or "checked" in given:
            self.forms[-1].values[noted.name] = given.get("value", "")

    def _note_line(self, given: Attributes, words: str) -> None:
        if self._list is None:
            return
        value = self._list.lines[words] = given.get("value", words)
        if "selected" in given or len(self._list.lines) == 1:  # without a choice the first is sent
            self.forms[-1].values[self._list.name] = value
