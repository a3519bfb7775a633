"""What a saved file changes: which of the chosen scenarios are worth running again, and why; knows no pytest."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from steps.language.reading import read_feature
from steps.runner.addresses import Directory

DEFINITIONS = Path("steps", "definitions")
SOURCES = (Path("steps"), Path("fixtures"), Path("sim_server"))
TELLING = {".py", ".toml", ".html", ".js", ".css"}


@dataclass(frozen=True)
class Again:
    """What to run: what `run` is asked for, and the step modules it must use, if any; `why` is Russian."""

    why: str
    asked_for: tuple[str, ...]
    using: tuple[str, ...] = ()


@dataclass(frozen=True)
class Selection:
    """What was chosen, so that it is found again when lines have moved: paths, and scenarios by file."""

    root: Path
    whole: tuple[Path, ...]
    scenarios: Mapping[Path, frozenset[str]]

    @classmethod
    def of(cls, asked_for: Iterable[str], root: Path, here: Path, everything: Path) -> Selection:
        """Find out what was meant; raises NobodyMeant."""
        directory = Directory(everything, here, Path.as_posix)
        whole: list[Path] = []
        scenarios: dict[Path, frozenset[str]] = {}
        for text in asked_for:
            if (here / text).exists():
                whole.append(here / text)
                continue
            meant = directory.meant_by(text)
            for path in meant.files:
                scenarios[path] = scenarios.get(path, frozenset()) | meant.identities
        return cls(root, tuple(whole if whole or scenarios else [everything]), scenarios)

    def folders(self) -> list[Path]:
        """Return the folders in which changes matter: an editor may put a new file in the place of the old one."""
        chosen = (path if path.is_dir() else path.parent for path in [*self.whole, *self.scenarios])
        sources = (self.root / each for each in SOURCES)
        return list(dict.fromkeys([*chosen, *(each for each in sources if each.is_dir())]))

    def covers(self, feature: Path) -> bool:
        """Say whether something of this feature was chosen."""
        return feature in self.scenarios or any(feature.is_relative_to(each) for each in self.whole)

    def all_of_it(self) -> tuple[str, ...]:
        """Return what `run` is asked for to run everything that was chosen, where it stands by now."""
        named = (place for feature in self.scenarios for place in self.within(feature))
        return (*map(str, self.whole), *named)

    def within(self, feature: Path) -> tuple[str, ...]:
        """Return what `run` is asked for to run what was chosen of a feature; all of it, if the names have changed."""
        if any(feature.is_relative_to(each) for each in self.whole):
            return (str(feature),)
        document = read_feature(feature, feature.as_posix())
        lines = [
            document.line_of(pickle)
            for pickle in document.pickles
            if document.identity_of(pickle) in self.scenarios[feature]
        ]
        return tuple(f"{feature}:{line}" for line in lines) or (str(feature),)


def worth_running(selection: Selection, changes: Iterable[Collection[Path]]) -> Iterator[Again]:
    """Yield what to run at first, and then what each batch of changed files makes worth running again."""
    yield Again("", selection.all_of_it())
    for changed in changes:
        if again := after(selection, changed):
            yield again


def after(selection: Selection, changed: Collection[Path]) -> Again | None:
    """Return what to run after these files have changed; None if none of them matters."""
    features = sorted(path for path in changed if path.suffix == ".feature" and selection.covers(path))
    sources = sorted(path for path in changed if path.suffix in TELLING and _is_source(path, selection.root))
    if not features and not sources:
        return None
    names = ", ".join(_shown(path, selection.root) for path in [*features, *sources])
    if not sources:
        left = [path for path in features if path.is_file()]
        asked_for = tuple(place for path in left for place in selection.within(path))
        return Again(f"Изменено: {names}.", asked_for) if asked_for else None
    definitions = selection.root / DEFINITIONS
    if not features and all(path.is_relative_to(definitions) for path in sources):
        why = f"Изменено: {names}. Идут сценарии, которые берут предложения отсюда."
        using = tuple(_shown(path, selection.root) for path in sources)
        return Again(why, selection.all_of_it(), using)
    return Again(f"Изменено: {names}. Идёт всё выбранное.", selection.all_of_it())


def _is_source(path: Path, root: Path) -> bool:
    return any(path.is_relative_to(root / each) for each in SOURCES)


def _shown(path: Path, root: Path) -> str:
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()
