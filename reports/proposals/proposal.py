"""From changed captions to changed files: the scenarios, the lists of clauses, the documents."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reports.instructions.clause_file import TABLE
from reports.proposals.captions import ChangedCaption, Said
from reports.proposals.carriers import carriers
from reports.proposals.document import is_said_already, source_file, with_caption
from reports.proposals.edits import Edit, read_file
from reports.record.clauses import Instruction, Spot

CLAUSES = Path("fixtures") / "instructions"
_ID = re.compile(r'^id = "([^"]+)"', re.MULTILINE)


@dataclass(frozen=True)
class Proposal:
    """The files that would change, and what cannot be proposed and why."""

    edits: tuple[Edit, ...]
    remarks: tuple[str, ...] = ()


@dataclass
class _Texts:
    """Files as they would be, each read once."""

    root: Path
    now: dict[Path, str] = field(default_factory=dict)
    before: dict[Path, str] = field(default_factory=dict)

    def read(self, path: Path) -> str:
        if path not in self.now:
            self.now[path] = self.before[path] = read_file(path)
        return self.now[path]

    @property
    def edits(self) -> tuple[Edit, ...]:
        changed = (path for path in self.now if self.now[path] != self.before[path])
        return tuple(Edit(path, self.before[path], self.now[path]) for path in changed)


def propose(
    captions: Sequence[ChangedCaption],
    instructions: Mapping[str, Instruction],
    root: Path,
    sources: Path | None = None,
) -> Proposal:
    """Return what to change in the project under the root, and in the sources if they are given; raises OSError."""
    texts, remarks = _Texts(root), list[str]()
    for caption in captions:
        others = carriers(root, caption.clauses, caption.old)
        for place in dict.fromkeys([*caption.places, *others]):
            remarks += _in_scenario(texts, caption, place)
        for name in dict.fromkeys(clause.partition(".")[0] for clause in caption.clauses):
            _in_clauses(texts, caption, name)
            remarks += _in_document(texts, caption, instructions[name], sources)
    return Proposal(texts.edits, tuple(dict.fromkeys(remarks)))


def _in_scenario(texts: _Texts, caption: ChangedCaption, place: Said) -> list[str]:
    path = texts.root / place.uri
    lines = texts.read(path).splitlines(keepends=True)
    quoted = f"«{caption.old}»"
    if place.line <= len(lines) and quoted in lines[place.line - 1]:
        lines[place.line - 1] = lines[place.line - 1].replace(quoted, f"«{caption.new}»")
    elif place.row <= len(lines) and (cell := _cell(caption.old)).search(lines[place.row - 1]):
        lines[place.row - 1] = cell.sub(lambda _: caption.new, lines[place.row - 1])
    elif f"«{caption.new}»" not in lines[min(place.line, len(lines)) - 1]:
        return [f"{place.uri}:{place.line}: надписи {quoted} в этой строке нет, поправьте сами"]
    texts.now[path] = "".join(lines)
    return []


def _cell(text: str) -> re.Pattern[str]:
    """Find it as the whole of a cell of a table."""
    return re.compile(rf"(?<=\| ){re.escape(text)}(?=\s*\|)")


def _in_clauses(texts: _Texts, caption: ChangedCaption, name: str) -> None:
    """Change the caption in the lists of the clauses, and in their own wording where it is quoted."""
    path = texts.root / CLAUSES / f"{name}.toml"
    old, new = _written(caption.old), _written(caption.new)
    tables = []
    for table in TABLE.split(texts.read(path)):
        found = _ID.search(table)
        if found and found[1] in caption.clauses:
            table = table.replace(old, new).replace(f"«{caption.old}»", f"«{caption.new}»")
        tables.append(table)
    texts.now[path] = "".join(tables)


def _written(caption: str) -> str:
    """Return a caption as the files have it, in quotes."""
    return json.dumps(caption, ensure_ascii=False)


def _in_document(
    texts: _Texts, caption: ChangedCaption, instruction: Instruction, sources: Path | None
) -> list[str]:
    printing = [
        one.id for one in instruction.clauses if one.id in caption.clauses and caption.old in one.labels
    ]
    if not printing:
        return []
    path = source_file(instruction, sources) if sources else None
    if path is None:
        return [
            f"Документ «{instruction.title}» печатает прежнее «{caption.old}»: поправить и его — --sources ПАПКА"
        ]
    if is_said_already(texts.read(path), instruction, printing, caption.new):
        return [f"{path.name}: в документе уже новая надпись, «{caption.new}»"]
    changed = with_caption(texts.read(path), instruction, printing, caption.old, caption.new)
    if not changed.spots:
        return [f"{path.name}: «{caption.old}» во фразах пункта не найдено, поправьте сами"]
    texts.now[path] = changed.text
    list_path = texts.root / CLAUSES / f"{instruction.id}.toml"
    for was, becomes in changed.spots.items():
        texts.now[list_path] = _renewed(texts.read(list_path), was, becomes)
    return []


def _renewed(text: str, was: Spot, becomes: Spot) -> str:
    """Give every clause of a changed sentence its new fingerprint: the rest of the sentence says what it said."""
    return text.replace(f'"{was}"', f'"{becomes}"')
