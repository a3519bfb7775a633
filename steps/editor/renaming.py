"""Renames a scenario, unless the new name would be refused by the run."""

from __future__ import annotations

from steps.editor.outline import Outline, SectionLine
from steps.editor.text import Edit, Span, Text

NAMED = ("scenario", "scenarioOutline")


class NotRenamed(ValueError):
    """The name will not do, or there is nothing to rename; the message is Russian."""


def renamable(text: Text, line: int) -> Span | None:
    """Return where the name of the scenario on this line stands; None if there is none."""
    scenario = _scenario(Outline(text), line)
    return scenario.span if scenario else None


def rename(text: Text, line: int, name: str) -> Edit:
    """Return the change that gives the scenario on this line another name; raise NotRenamed."""
    outline, name = Outline(text), " ".join(name.split())
    scenario = _scenario(outline, line)
    if scenario is None:
        raise NotRenamed("Переименовать можно сценарий: поставьте курсор на строку «Сценарий: …».")
    if not name:
        raise NotRenamed("Название не может быть пустым: скажите в нём, что проверяет сценарий.")
    taken = next((one for one in outline.sections if one.kind in NAMED and one.name == name), None)
    if taken and taken.line != line:
        raise NotRenamed(f"Название «{name}» уже занято в строке {taken.line + 1}. Дайте другое.")
    blank = "" if text.line(line)[: scenario.span.start].endswith(" ") else " "
    return Edit(scenario.span, blank + name)


def _scenario(outline: Outline, line: int) -> SectionLine | None:
    section = outline.section(line)
    return section if section and section.kind in NAMED else None
