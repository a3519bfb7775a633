"""What a new scenario can be put into and made of: folders of features, tags, people; and what is usual there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from fixtures.journals import positions
from steps.language.tags import tags_of

FEATURES = "features"
FIRST_POSITION = "учитель ЭПОС"  # everybody's, if a scenario says nothing else
PERSON = re.compile(r"\bя — «([^«»]+)»")


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

    def roles(self) -> dict[str, str]:
        """Return the roles a scenario may be of."""
        return tags_of("role")

    def severities(self) -> dict[str, str]:
        """Return how much a scenario may matter."""
        return tags_of("severity")

    def people(self) -> list[str]:
        """Return who a person may be in scenarios."""
        return list(positions())

    def usual_role(self, folder: str) -> str:
        """Return the role of most features of a folder."""
        words = (tag for text in self._texts(folder) for tag in re.findall(r"@([\w-]+)", text))
        return _most_common(word for word in words if word in self.roles())

    def usual_person(self, folder: str) -> str:
        """Return who most scenarios of a folder are about; where none says so, everybody's first position."""
        found = _most_common(who for text in self._texts(folder) for who in PERSON.findall(text))
        return found or FIRST_POSITION

    def _texts(self, folder: str) -> Iterable[str]:
        return (path.read_text("utf-8-sig") for path in self._features(folder))

    def _features(self, folder: str) -> list[Path]:
        return sorted((self.root / FEATURES / folder).glob("*.feature"))


def _title(path: Path) -> str:
    found = re.search(r"^\s*Функция:\s*(.+)$", path.read_text("utf-8-sig"), re.MULTILINE)
    return found[1].strip() if found else ""


def _most_common(words: Iterable[str]) -> str:
    counted = Counter(words).most_common(1)
    return counted[0][0] if counted else ""
