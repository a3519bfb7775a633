"""What the project knows that a feature may rest on: sentences, tags, clauses with their labels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fixtures.clauses import clause_labels
from steps.catalogue.definitions import PACKAGE, ROOT, known_definitions
from steps.language.matching import Matcher
from steps.language.tags import tag_groups


class NotLoaded(Exception):
    """The sentences cannot be known: a module with them does not load; the message is Russian."""


@dataclass(frozen=True)
class Known:
    """All that rules ask of the project; made once, whatever the number of files."""

    matcher: Matcher
    tags: Mapping[str, frozenset[str]] = field(
        default_factory=dict
    )  # by group: instruction, role, severity, power
    clauses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # the labels of each


def known_to(root: Path = ROOT, package: str = PACKAGE) -> Known:
    """Return what a project knows; raises NotLoaded."""
    try:
        definitions = known_definitions(package, root)
    except Exception as error:
        told = f"Шаги не загрузились: {error}. Пока это не исправлено, сценарии не проверить."
        raise NotLoaded(told) from error
    return Known(Matcher(definitions), tag_groups(), clause_labels(root / "fixtures" / "instructions"))
