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
<<<<<<< HEAD
from steps.screens.tolerance.dates import day_of
from steps.screens.tolerance.detours import Detours
from steps.screens.tolerance.finding import Finding
from steps.screens.tolerance.hands import Deft
=======
>>>>>>> eyes

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
<<<<<<< HEAD


class Front:
    """The tab in front of a person, and what stands on it, in the page itself or in a frame."""

    def __init__(self, device: Device, prove_alive: Callable[[], None], part: Part | None = None) -> None:
        """Look at the tab in front, or at a part of it; `prove_alive` tells a dead stand from a failure of the site."""
        self._device = device
        self._part = part
        self._complaints = Complaints(device, prove_alive)
        self._narrowed: Locator | None = None  # the part, where it was found by its looks
        self._tolerance = Finding(device, self._grounds) if device.eyes.tolerant else None
        if self._tolerance is not None and device.eyes.detours:
            self._tolerance.get_past = Detours(device, self._tolerance).take
        self._hands = Deft(device, self._grounds) if device.eyes.tolerant else Hands(device)

    def complain(self, otherwise: str) -> NoReturn:
        """Fail with a sentence about this screen, unless the stand is dead."""
        self._complaints.complain(otherwise)

    @property
    def _page(self) -> Page:
        return self._device.page

    def within(self, part: Part | None) -> Self:
        """The same screen, of which only this part counts; fails where there is no such part."""
        if part is None:
            return self
        narrowed = type(self)(self._device, self._complaints.prove_alive, part)
        lack = f"нет {LACKING[part.where]} «{part.name}»"
        with self._complaints.telling(lambda _: self._complaints.lack(lack, "text", part.name)):
            found = self._at_hand(
                visible(Thing(lambda ground: part_of(ground, part), ladder.PART[part.where], (part.name,)))
            )
        narrowed._narrowed = found if self._tolerance else None
        return narrowed

    def _inside(self, found: Locator) -> Self:
        """The same screen, of which only what was found counts."""
        narrowed = type(self)(self._device, self._complaints.prove_alive, self._part)
        narrowed._narrowed = found
        return narrowed

    def _grounds(self) -> Iterator[Ground]:
        """Where things may be: the page in front, then its frames, or the part of them that is meant."""
        if self._narrowed is not None:
            yield self._narrowed
            return
        wholes: list[Ground] = [self._page, *seen_frames(self._page)]
        yield from [part_of(whole, self._part) for whole in wholes] if self._part else wholes

    def _at_hand(self, sought: Sought) -> Locator:
        """What is sought, where it comes first; raises the browser's TimeoutError if it comes nowhere in time."""
        if self._tolerance is not None:
            return self._tolerance.at_hand(sought)
        deadline = time.monotonic() + self._device.patience_ms / 1000
        while time.monotonic() < deadline:
            grounds = list(self._grounds())
            for ground in grounds:
                if _comes(
                    found := sought(ground), ground, ALONE_MS if len(grounds) == 1 else AMONG_FRAMES_MS
                ):
                    return found
        raise Impatience("neither in the page nor in its frames")

    def _count(self, sought: Sought) -> int:
        """How many there are now, in the page and in its frames."""
        if self._tolerance is not None:
            return self._tolerance.count(sought)
        return sum(sought(ground).count() for ground in self._grounds())

    def _as_found(self, sought: Sought) -> Sought:
        """The way in which it is found now."""
        return sought if self._tolerance is None else self._tolerance.way_of(sought)

    def _is_there(self, sought: Sought) -> bool:
        """Say whether there is one; the page itself may not answer at once."""
        return any(_comes(sought(ground), ground, GLANCE_MS) for ground in self._grounds())

    @contextmanager
    def _lent(self, sought: Sought, kind: str, label: str) -> Iterator[Locator]:
        """Give what is sought, to be used; fail if it cannot be, because there is none, or several."""

        def unfit(several: str | None) -> NoReturn:
            self._complaints.unfit(lambda: self._is_there(sought), several, kind, label)

        with self._complaints.telling(unfit):
            found = self._at_hand(sought)
            if len(self._page.frames) > 1 and (number := self._count(sought)) > 1:
                unfit(str(number))
            yield found

    def _field(self, label: str, value: str = "") -> AbstractContextManager[Locator]:
        """The field of that name, for this value: what holds a day need not be a field to the browser."""
        found = field(label)
        return self._lent(replace(found, kind=ladder.DATE) if day_of(value) else found, "field", label)

    def _choice(self, label: str) -> AbstractContextManager[Locator]:
        return self._lent(choice(label), "field", label)

    def _box(self, label: str) -> AbstractContextManager[Locator]:
        return self._lent(box(label), "field", label)

    def _pressable(self, label: str) -> AbstractContextManager[Locator]:
        return self._lent(button(label), "button", label)


def _comes(sought: Locator, ground: Ground, within_ms: float) -> bool:
    """Say whether it is there soon; in a frame that is taken away meanwhile it is not."""
    try:
        sought.first.wait_for(state="attached", timeout=within_ms)
    except Impatience:
        return False
    except BrowserError:
        if isinstance(ground, Frame) and ground.is_detached():
            return False
        raise
    return True
=======
>>>>>>> eyes
