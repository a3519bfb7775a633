"""Data and templates that are otherwise than in the files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, TemplateNotFound

from sim_server.defects.acting import DefectUnsound
from sim_server.defects.seams import MISSING, DataSeam, TemplateSeam
from sim_server.toml_file import read_toml

ROOT = Path(__file__).parent.parent
ASSUMED = "assumed"
READER = "sim_server.toml_file:read_toml"


def altering(seams: Sequence[DataSeam]) -> Callable[..., Any]:
    """What takes the place of the reader of TOML files; raises DefectUnsound at once for what there is not."""
    for seam in seams:
        _alter(read_toml(_file(seam)), seam)

    def read(real: Callable[[Path], dict[str, Any]], file: Path) -> dict[str, Any]:
        found = real(file)
        if ASSUMED in found:
            found[ASSUMED] = []  # what nobody has seen is no matter of a world, and it may be gone
        for seam in seams:
            if file.resolve() == _file(seam):
                _alter(found, seam)
        return found

    return read


def _file(seam: DataSeam) -> Path:
    file = (ROOT / seam.file).resolve()
    if not file.is_file():
        raise DefectUnsound(f"there is no file «{seam.file}»")
    return file


def _alter(found: Any, seam: DataSeam) -> None:
    *way, last = seam.path.split(".")
    try:
        for step in way:
            found = found[_key(found, step)]
        if seam.value is MISSING:
            del found[_key(found, last)]
        elif isinstance(found, list) and int(last) == len(found):
            found.append(seam.value)
        else:
            found[_key(found, last)] = seam.value
    except (KeyError, IndexError, ValueError, TypeError) as error:
        raise DefectUnsound(f"{seam.file} has no «{seam.path}»") from error


def _key(holder: Any, step: str) -> str | int:
    return int(step) if isinstance(holder, list) else step


class AlteredTemplates(BaseLoader):
    """The templates of a site, pieces of them replaced."""

    def __init__(self, inner: BaseLoader, seams: Sequence[TemplateSeam]) -> None:
        self.inner = inner
        self.seams = seams

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Any]:
        """The source as it now is."""
        source, name, is_current = self.inner.get_source(environment, template)
        for seam in self.seams:
            if seam.name == template:
                source = source.replace(seam.old, seam.new)
        return source, name, is_current

    def times(self, environment: Environment, seam: TemplateSeam) -> int:
        """How often the piece stands in the template as it was; 0 also where the site has no such template."""
        try:
            return self.inner.get_source(environment, seam.name)[0].count(seam.old)
        except TemplateNotFound:
            return 0
