"""What a screen is: one file with its condition, form, answer, refusals and template; and reading a folder of them."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from contextlib import suppress
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any, ClassVar, Generic, TypeVar

from sim_server.domain.codes import ResendTooEarly
from sim_server.domain.walks import Walk, note_answer
from sim_server.web.forms import SiteForm

W = TypeVar("W", bound=Walk)
S = TypeVar("S", bound="Screen[Any]")


class Screen(Generic[W]):
    """One screen of a walk; what a subclass leaves as it is here makes a screen that only asks for a press."""

    template: ClassVar[str]  # Jinja source of what stands under the heading; `walk.html` is around it
    refusals: ClassVar[
        Mapping[type[Exception], tuple[str, str]]
    ] = {}  # what `take` raises: its field, its text
    sends_code: ClassVar[bool] = False  # whether it waits for a code that `send` sends

    @property
    def name(self) -> str:
        """What its file is called: its name in addresses and orders."""
        return type(self).__module__.rpartition(".")[2]

    def title(self, walk: W) -> str:
        """Returns the heading."""
        raise NotImplementedError

    def done(self, walk: W) -> bool:
        """Whether the screen has what it waits for; then it is not shown."""
        return self.name in walk.answers

    def form(self, walk: W) -> SiteForm:
        """Makes the form, filled in with what is known."""
        return SiteForm()

    def take(self, walk: W, form: Any) -> None:
        """Does what the answer asks for, or raises one of `refusals`."""
        note_answer(walk, self.name)

    def corrects(self, walk: W, needed: Screen[W] | None) -> bool:
        """Whether the answer of an old page counts although another screen is needed: that begins again from here."""
        return False

    def forget(self, walk: W) -> None:
        """Forgets what was answered here, and what came of it."""

    def send(self, walk: W) -> None:
        """Sends the code; raises ResendTooEarly while its countdown runs."""

    def arrive(self, walk: W) -> None:
        """Prepares the screen that comes next: sends its code, unless one was sent a moment ago, which still serves."""
        if self.sends_code:
            with suppress(ResendTooEarly):
                self.send(walk)

    def shows(self, walk: W) -> dict[str, Any]:
        """Returns what the template speaks of, besides the walk and the form."""
        return {}


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
        screens[found.name] = module.SCREEN
    return screens
