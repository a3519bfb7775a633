"""A proposal as changed files: what stands in each now and what would, as people read differences."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from reports.record.folder import write_whole

KEPT = "proposal.json"


class NotApplied(ValueError):
    """A proposal cannot be applied; nothing was written. The message is Russian and says what to do."""


@dataclass(frozen=True)
class Edit:
    """A file as it was when the proposal was made, by its digest, and as it would be."""

    path: Path
    before: str
    after: str

    @property
    def digest(self) -> str:
        """What the file is known by."""
        return digest_of(self.before.encode())

    def difference(self, root: Path) -> str:
        """Return the lines that differ; a file under the root is named from there."""
        name = self.path.relative_to(root) if self.path.is_relative_to(root) else self.path
        was, becomes = self.before.splitlines(keepends=True), self.after.splitlines(keepends=True)
        told = unified_diff(was, becomes, f"{name.as_posix()} сейчас", f"{name.as_posix()} станет", n=2)
        return "".join(line if line.endswith("\n") else f"{line}\n" for line in told)


def read_file(path: Path) -> str:
    """Return a file's text, its line ends as they are."""
    return path.read_bytes().decode("utf-8")


def digest_of(body: bytes) -> str:
    """Return what tells one body from another."""
    return hashlib.sha256(body).hexdigest()


def keep(folder: Path, edits: Sequence[Edit]) -> None:
    """Keep what was shown, so that exactly this can be applied."""
    told = [{"path": str(one.path.resolve()), "was": one.digest, "becomes": one.after} for one in edits]
    write_whole(folder / KEPT, [json.dumps(told, ensure_ascii=False)])


def forget(folder: Path) -> None:
    """Drop what was shown before."""
    (folder / KEPT).unlink(missing_ok=True)


def apply(folder: Path) -> list[Path]:
    """Write what was shown, all of it or nothing, and return the files; raise NotApplied."""
    edits = list(_kept(folder))
    for path, was, _ in edits:
        if not path.is_file() or digest_of(path.read_bytes()) != was:
            raise NotApplied(
                f"Файл изменился с тех пор, как предложение показали: {path}. Ничего не записано. "
                "Покажите предложение заново, без --apply"
            )
    drafts = [(path, path.with_name(f"{path.name}.new")) for path, _, _ in edits]
    for (_, draft), (_, _, text) in zip(drafts, edits, strict=True):
        draft.write_bytes(text.encode())
    for path, draft in drafts:
        draft.replace(path)
    forget(folder)
    return [path for path, _, _ in edits]


def _kept(folder: Path) -> Iterator[tuple[Path, str, str]]:
    try:
        told = json.loads((folder / KEPT).read_text(encoding="utf-8"))
        yield from [(Path(each["path"]), each["was"], each["becomes"]) for each in told]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NotApplied(
            f"Показанного предложения в папке {folder} нет. Сначала покажите его: та же команда без --apply. "
            "Показывали с ключом --out — повторите его и здесь"
        ) from error
