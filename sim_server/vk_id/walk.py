"""The pages of a walk: one that shows the screen that is needed, one address for each answer and each wish."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from jinja2 import DictLoader
from werkzeug.wrappers import Response

from sim_server.domain.codes import ResendTooEarly
from sim_server.domain.walks import Walk
from sim_server.vk_id.screen import W, WalkScreen
from sim_server.web.forms import SiteForm
from sim_server.web.sessions import own_session

PROVED = "proved"  # the key of a session that names the walk in which it was renewed
PAGE = '{{% extends "vk_id/walk.html" %}}{{% block screen %}}{template}{{% endblock %}}'


@dataclass(frozen=True)
class Wish(Generic[W]):
    """A button beside the form: what it does, and whether that may be wished for at the screen that is needed."""

    act: Callable[[W], None]
    fits: Callable[[Any], bool] = lambda needed: True


class Walks(Generic[W]):
    """All walks of one kind; a subclass says how one is loaded, ordered and ended."""

    kind: ClassVar[str]  # its name in addresses

    def __init__(self, screens: Mapping[str, WalkScreen[W]]) -> None:
        self.screens = screens
        self.wishes: dict[str, Wish[W]] = {}

    @property
    def templates(self) -> DictLoader:
        """The pages of the screens."""
        screens = self.screens.items()
        return DictLoader({self._page(name): PAGE.format(template=one.template) for name, one in screens})

    @property
    def pages(self) -> Blueprint:
        """The addresses."""
        made = Blueprint(self.kind, __name__, url_prefix=f"/{self.kind}")
        made.add_url_rule("/<walk_id>", "show", self.show)
        made.add_url_rule("/<walk_id>/<path:name>", "answer", self.answer, methods=["POST"])
        made.add_url_rule("/<walk_id>/leave", "leave", self.leave, methods=["POST"])
        return made

    def load(self, walk_id: str) -> W:
        """The walk with that id, if it is this browser's."""
        raise NotImplementedError

    def order(self, walk: W) -> Sequence[str]:
        """The screens that the person may be shown."""
        raise NotImplementedError

    def end(self, walk: W) -> Response:
        """Send the browser where a complete walk leads."""
        raise NotImplementedError

    def end_early(self, walk: W) -> Response:
        """Give up, and send the browser where that leads."""
        raise NotImplementedError

    def admit(self, walk: W) -> None:
        """Return if the browser may go on at all."""

    def out_of_turn(self, walk: W) -> Response:
        """Where a page leads that asked for something else than is needed now."""
        return self.to_next(walk.id)

    def words(self, walk: W, screen: Any) -> Any:
        """What a person reads on the screen."""
        raise NotImplementedError

    def context(self, walk: W, screen: Any) -> dict[str, Any]:
        """What every template of this kind speaks of besides."""
        raise NotImplementedError

    def needed(self, walk: W) -> WalkScreen[W] | None:
        """The first screen of the order that is not done; None when the walk is complete."""
        ordered = (self.screens[name] for name in self.order(walk))
        return next((screen for screen in ordered if not screen.is_done(walk)), None)

    def show(self, walk_id: str) -> Any:
        """Show the screen that is needed next, with what was refused there; a complete walk ends."""
        walk = self._open(walk_id)
        self.admit(walk)
        screen = self.needed(walk)
        if screen is None or walk.over:
            return self.end(walk)
        words = self.words(walk, screen)
        form = screen.form(walk, words)
        form.recall(_place(walk, screen))
        own = url_for(f"{self.kind}.show", walk_id=walk.id)
        about = {"screen": screen.name, "wording": words, "form": form, "plain": SiteForm(), "own": own}
        return render_template(
            self._page(screen.name), **about, **self.context(walk, screen), **screen.shows(walk)
        )

    def answer(self, walk_id: str, name: str) -> Response:
        """Take the answer of a screen, or a wish; one that is not asked (any more) changes nothing but a correction.

        A refused answer is told by the screen's own page: going back or reloading sends nothing again.
        """
        walk = self._open(walk_id)
        if name in self.wishes:
            return self._take_wish(walk, self.wishes[name])
        screen = self.screens.get(name) or abort(404)
        self.admit(walk)
        needed = self.needed(walk)
        if walk.over or not (screen is needed or screen.corrects(walk, needed)):
            return self.out_of_turn(walk)
        if screen is not needed:
            screen.forget(walk)
            walk = self.load(walk_id)
        form = screen.form(walk, self.words(walk, screen))
        if form.validate() and _take(screen, walk, form) and screen.opens:
            _prove(walk)
        if form.errors:
            form.keep(_place(walk, screen))
            return self.to_next(walk_id)
        return self.go_on(walk_id, screen)

    def leave(self, walk_id: str) -> Response:
        """Leave everything as it was."""
        walk = self._open(walk_id)
        return self.end_early(walk) if SiteForm().validate() else self.to_next(walk_id)

    def to_next(self, walk_id: str) -> Response:
        """To the page that shows what is needed now, or ends the walk when nothing is."""
        return redirect(url_for(f"{self.kind}.show", walk_id=walk_id), 303)

    def go_on(self, walk_id: str, before: WalkScreen[W] | None = None) -> Response:
        """To the screen that comes next; if it is another than before, it is prepared."""
        walk = self.load(walk_id)
        needed = self.needed(walk)
        if needed is not None and needed is not before:
            needed.arrive(walk)
        return self.to_next(walk_id)

    def _open(self, walk_id: str) -> W:
        """The walk; its pages stay this browser's when a proof renews the session, so one may go back to them."""
        walk = self.load(walk_id)
        own_session().let_forms_belong_to(walk.browser)
        return walk

    def _take_wish(self, walk: W, wish: Wish[W]) -> Response:
        needed = self.needed(walk)
        if walk.over or not wish.fits(needed):
            return self.out_of_turn(walk)
        if SiteForm().validate():
            wish.act(walk)
        return self.go_on(walk.id, needed)

    def _page(self, name: str) -> str:
        return f"vk_id/{self.kind}/{name}.html"


def waits_for_code(needed: WalkScreen[Any] | None) -> bool:
    """Whether the screen is one whose code can be sent again."""
    return needed is not None and needed.send is not None


def send_again(send: Callable[[], None]) -> None:
    """Send another code; while the countdown runs, say how long it does."""
    try:
        send()
    except ResendTooEarly as early:
        flash(f"Новый код можно запросить через {early.args[0]} с")


def _take(screen: WalkScreen[W], walk: W, form: SiteForm) -> bool:
    """Take a sound answer, and return whether it was; where it is refused, say at its field why."""
    try:
        screen.take_answer(walk, form)
        return True
    except tuple(screen.refusals) as refusal:
        field, text = screen.refusals[type(refusal)]
        form.refuse(field, text.format(reason=refusal))
        return False


def _prove(walk: Walk) -> None:
    """Renew the session: whoever has planted the one that was there before gets no further with it."""
    own_session().renew_by_press()
    own_session()[PROVED] = walk.id


def _place(walk: W, screen: WalkScreen[W]) -> str:
    return f"{walk.purpose} {screen.name}"
