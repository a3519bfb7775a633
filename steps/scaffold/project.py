"""What a new scenario can be put into and made of: folders of features, tags, people; and what is usual there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from enum import Enum
from itertools import count
from pathlib import Path

from fixtures.journals import positions
from steps.catalogue.definitions import known_definitions
from steps.language.features import FeatureDocument
from steps.language.reading import read_feature
from steps.language.tags import tags_of
from steps.scaffold.fitness import EXTENSION

FEATURES = "features"
FIRST_POSITION = "учитель ЭПОС"  # everybody's, if a scenario says nothing else
PERSON = re.compile(r"\bя — «([^«»]+)»")


class Background(Enum):
    """What the «Предыстория» of a scenario at the end of a file says already."""

    NAMES = "who the person is"
    DESCRIBES = "and what they have"
    ACTS = "and where they are: nothing more can be told of people"

    @property
    def acts(self) -> bool:
        """Whether something is done in it."""
        return self is Background.ACTS


class Project:
    """The features below a root, as an author chooses among them."""

    def __init__(self, root: Path) -> None:
        """Look there."""
        self.root = root

    def folders(self) -> dict[str, str]:
        """Return the folders of features, each with what its instruction's tag means."""
        meanings = tags_of("instruction")
        names = sorted(path.name for path in (self.root / FEATURES).iterdir() if path.is_dir())
        return {name: meanings[name] for name in names if name in meanings}

    def files(self, folder: str) -> dict[str, str]:
        """Return the features of a folder, each with its title."""
        return {path.name: _title(path) for path in self._features(folder)}

    def path(self, folder: str, file: str) -> Path:
        """Return where a file of this name is, or would be."""
        return self.root / FEATURES / folder / file

    def free_file(self, folder: str, stem: str) -> str:
        """Return this name for a file, or the first one like it that no file of the folder has."""
        names = (stem if number == 1 else f"{stem}_{number}" for number in count(1))
        return next(name for name in names if not self.path(folder, f"{name}{EXTENSION}").exists())

    def names(self, folder: str, file: str) -> list[str]:
        """Return how the scenarios of a file are called; none if it is not there."""
        return [scenario.node["name"] for scenario in self._document(folder, file).scenarios]

    def background(self, folder: str, file: str) -> Background | None:
        """Return what is said before a scenario at the end of a file; None if nothing is."""
        steps = list(_steps_before_the_last(self._document(folder, file)))
        if not steps:
            return None
        actions = [each for each in known_definitions() if each.serves("Action")]
        if any(action.fits(step) for action in actions for step in steps):
            return Background.ACTS
        return Background.NAMES if all(map(PERSON.fullmatch, steps)) else Background.DESCRIBES

    def roles(self) -> dict[str, str]:
        """Return the roles a scenario may be of."""
        return tags_of("role")

    def severities(self) -> dict[str, str]:
        """Return how much a scenario may matter."""
        return tags_of("severity")

    def positions(self) -> list[str]:
        """Return all that scenarios may call a person."""
        return list(positions())

    def people(self) -> list[str]:
        """Return who a person may be, each once: in the journal's own words, if it has some."""
        shown: dict[tuple[str, str], str] = {}
        for who, place in positions().items():
            shown.setdefault(place, who)
        return list(shown.values())

    def usual_role(self, folder: str) -> str:
        """Return the role of most features of a folder."""
        words = (tag for text in self._texts(folder) for tag in re.findall(r"@([\w-]+)", text))
        return _most_common(word for word in words if word in self.roles())

    def usual_person(self, folder: str) -> str:
        """Return who most scenarios of a folder are about; where none says so, everybody's first position."""
        found = _most_common(who for text in self._texts(folder) for who in PERSON.findall(text))
        return found or FIRST_POSITION

    def _document(self, folder: str, file: str) -> FeatureDocument:
        path = self.path(folder, file)
        return read_feature(path, path.name)  # without a file: a document in which nothing is written

    def _texts(self, folder: str) -> Iterable[str]:
        return (path.read_text("utf-8-sig") for path in self._features(folder))

    def _features(self, folder: str) -> list[Path]:
        return sorted((self.root / FEATURES / folder).glob("*.feature"))


def _title(path: Path) -> str:
    found = re.search(r"^\s*Функция:\s*(.+)$", path.read_text("utf-8-sig"), re.MULTILINE)
    return found[1].strip() if found else ""


def _steps_before_the_last(document: FeatureDocument) -> Iterable[str]:
    """The steps that come before a scenario at the end: the file's own, and those of its last rule."""
    children = document.feature["children"] if document.feature else []
    last = children[-1]["rule"]["children"] if children and "rule" in children[-1] else []
    for child in (*children, *last):
        yield from (step["text"] for step in child.get("background", {}).get("steps", []))


def _most_common(words: Iterable[str]) -> str:
    counted = Counter(words).most_common(1)
    return counted[0][0] if counted else ""
