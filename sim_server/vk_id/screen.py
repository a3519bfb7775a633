"""What a screen is: one file with its condition, form, answer, refusals and template; and reading a folder of them."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any, Generic, TypeVar

from flask import flash

from sim_server.domain.codes import AddressFlooded, ResendTooEarly
from sim_server.domain.walks import Walk, note_answer
from sim_server.web.forms import SiteForm

FLOODED = "На этот номер или адрес отправлено слишком много кодов. Новый можно запросить через {left} с"
W = TypeVar("W", bound=Walk)
S = TypeVar("S", bound="WalkScreen[Any]")


@dataclass(frozen=True, kw_only=True)
class WalkScreen(Generic[W]):
    """One screen of a walk; what is left out makes one that only asks for a press."""

    template: str  # Jinja source of what stands under the heading; `walk.html` is around it
    name: str = ""  # its file's, in addresses and orders
    done: Callable[[W], bool] | None = None  # whether it has what it waits for; then it is not shown
    form: Callable[[W, Any], SiteForm] = lambda walk, words: SiteForm()
    take: Callable[[W, Any], None] | None = None  # does what the answered form asks for, or raises
    # At which field, and in which words, it is told what `take` raises.
    refusals: Mapping[type[Exception], tuple[str, str]] = field(default_factory=dict)
    opens: bool = False  # whether a right answer is a proof, after which the browser may do more than before
    send: Callable[[W], None] | None = None  # sends the code it waits for, or raises ResendTooEarly
    shows: Callable[[W], dict[str, Any]] = lambda walk: {}  # what else the template speaks of
    # Whether an old page's answer counts although another screen is needed; first `forget` takes back what came of it.
    corrects: Callable[[W, Any], bool] = lambda walk, needed: False
    forget: Callable[[W], None] = lambda walk: None

    def is_done(self, walk: W) -> bool:
        """Whether it is not shown (any more)."""
        return self.done(walk) if self.done else self.name in walk.answers

    def take_answer(self, walk: W, form: SiteForm) -> None:
        """Do what was asked for, or raise one of `refusals`."""
        if self.take:
            self.take(walk, form)
        else:
            note_answer(walk, self.name)

    def arrive(self, walk: W) -> None:
        """Prepare what comes next: its code is sent, unless one was sent a moment ago, which still serves."""
        if self.send:
            try:
                self.send(walk)
            except AddressFlooded as flooded:
                flash(FLOODED.format(left=flooded.args[0]))
            except ResendTooEarly:
                pass


def read_screens(folder: Path, kind: type[S]) -> dict[str, S]:
    """The screen of every file in the folder, by the files' names; a file calls its screen SCREEN."""
    screens = {}
    for found in pkgutil.iter_modules([str(folder)]):
        file = folder / f"{found.name}.py"
        spec = spec_from_file_location(f"{__package__}.{folder.name}.{found.name}", file)
        assert spec is not None
        assert spec.loader is not None
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
        assert isinstance(module.SCREEN, kind), f"{file}: SCREEN is no {kind.__name__}"
        screens[found.name] = replace(module.SCREEN, name=found.name)
    return screens
