"""How things on a screen are found: by role and exact name, then label, then text, as a person knows them."""

from __future__ import annotations

import re
from functools import reduce
from typing import Literal

from playwright.sync_api import Locator

from steps.screens.forms import has_forms, in_any_form, whole, written
from steps.screens.parts import Ground
from steps.screens.thing import Sought, Thing
from steps.screens.tolerance import ladder

Role = Literal["button", "link", "combobox", "list", "navigation"]


def _over_lines(label: str) -> re.Pattern[str] | None:
    """A label of several words as it may be broken over lines: a `<br>` in it is, as text, not even a blank."""
    return whole(label, r"\s*") if len(label.split()) > 1 else None


def named(role: Role, name: str) -> Sought:
    """Find what has this role and name."""
    return lambda ground: written(name, lambda form: ground.get_by_role(role, name=form, exact=True))


def button(label: str) -> Sought:
    """Find what can be pressed and is called so: a button, a link, what unfolds."""

    def sought(ground: Ground) -> Locator:
        unfolding = ground.locator("summary").filter(has_text=whole(label))  # it has no role of its own
        return named("button", label)(ground).or_(named("link", label)(ground)).or_(unfolding)

    return visible(Thing(sought, ladder.BUTTON, (label,)))


def field(label: str) -> Thing:
    """Find the field of that name; the label around a list has the lines of the list in its text, not in the name."""

    def sought(ground: Ground) -> Locator:
        broken = _over_lines(label)
        labelled = (
            ground.get_by_label(broken)
            if broken
            else written(label, lambda form: ground.get_by_label(form, exact=True))
        )
        return labelled.or_(named("combobox", label)(ground))

    return Thing(sought, ladder.FIELD, (label,))


def choice(label: str) -> Sought:
    """Find the list of that name to choose from."""
    return Thing(field(label), ladder.LIST, (label,))


def box(label: str) -> Sought:
    """Find what is ticked and is called so."""
    return Thing(field(label), ladder.BOX, (label,))


def heading(*titles: str) -> Sought:
    """Find the heading of a screen, which may have any of these names."""

    def sought(ground: Ground) -> Locator:
        ones = (written(one, lambda form: _first_heading(ground, form)) for one in titles)
        return reduce(Locator.or_, ones)

    return Thing(sought, ladder.SCREEN, titles)


def _first_heading(ground: Ground, name: str | re.Pattern[str]) -> Locator:
    return ground.get_by_role("heading", level=1, name=name, exact=True)


def text(words: str) -> Sought:
    """Find exactly this text, which a `<br>` may break over lines."""
    return visible(Thing(lambda ground: _spoken(ground, words), ladder.TEXT, (words,)))


def _spoken(ground: Ground, words: str) -> Locator:
    on_one_line = written(words, lambda form: ground.get_by_text(form, exact=True))
    broken = _over_lines(words)
    return (
        on_one_line.or_(ground.get_by_text(broken).filter(has=ground.locator("br")))
        if broken
        else on_one_line
    )


def text_with(part: str) -> Sought:
    """Find what has these words in it, in whatever case."""
    form = re.compile(r"\s+".join(map(in_any_form, part.split())), re.IGNORECASE) if has_forms(part) else part
    return visible(lambda ground: ground.get_by_text(form))


def message(words: str) -> Sought:
    """Find where a screen speaks up with exactly these words, at a field or above all."""
    said = whole(words)

    def sought(ground: Ground) -> Locator:
        return ground.get_by_role("alert").or_(ground.get_by_role("status")).filter(has_text=said)

    return Thing(sought, ladder.MESSAGE, (words,))


def button_with(word: str) -> Sought:
    """Find what can be pressed and has this word in its name, in whatever case."""
    name = re.compile(in_any_form(word), re.IGNORECASE)

    def sought(ground: Ground) -> Locator:
        return ground.get_by_role("button", name=name).or_(ground.get_by_role("link", name=name))

    return visible(Thing(sought, ladder.WORD, (word,)))


def listed(name: str) -> Sought:
    """Find the list of that name, or the only list in a part of that name."""

    def sought(ground: Ground) -> Locator:
        return named("list", name)(ground).or_(named("navigation", name)(ground))

    return Thing(sought, ladder.LISTED, (name,))


def sections(name: str) -> Sought:
    """Find the bar of that name, which leads to the sections of a site."""
    return Thing(named("navigation", name), ladder.SECTIONS, (name,))


def chosen(label: str, option: str) -> Sought:
    """Find the line that is chosen in the list of that name, if it is this one."""
    return lambda ground: written(
        option,
        lambda form: field(label)(ground).get_by_role("option", name=form, exact=True, selected=True),
    )


def inside(whole: Sought, part: Sought) -> Sought:
    """Find a part of something."""
    return lambda ground: part(whole(ground))


def visible(sought: Sought) -> Sought:
    """Find it where it is to be seen."""

    def in_sight(ground: Ground) -> Locator:
        return sought(ground).filter(visible=True)

    return sought.looked_for(in_sight) if isinstance(sought, Thing) else in_sight
