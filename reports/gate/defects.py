"""The committed result of `defects --whole`, as far as the gate needs it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reports.record.revision import DEFECTIVE, files
from reports.record.tables import TableUnsound

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class DefectResult:
    """How many planted defects were caught where they were meant to be, and which were not.

    `is_stale`: features or defects have changed since, so that it speaks of something else.
    """

    commit: str
    caught: int
    elsewhere: int
    survived: tuple[str, ...] = ()
    harmless_caught: tuple[str, ...] = ()
    is_stale: bool = False

    @property
    def planted(self) -> int:
        """How many there were."""
        return self.caught + self.elsewhere + len(self.survived)


def read_result(path: Path, root: Path = ROOT) -> DefectResult:
    """Read the result; raise TableUnsound if it cannot be."""
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
        return _result(written, files(root, DEFECTIVE))
    except FileNotFoundError:
        raise TableUnsound(
            f"{path.name}: файл не читается, его нет: {path}. Сделать его: python3 svyazka.py defects --whole"
        ) from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise TableUnsound(f"{path.name}: это не итог команды defects --whole") from error


def _result(written: Mapping[str, Any], today: str) -> DefectResult:
    return DefectResult(
        commit=str(written["commit"]),
        caught=int(written["caught"]),
        elsewhere=int(written["by_accident"]) + int(written["crashed"]),
        survived=tuple(map(str, written["survived"])),
        harmless_caught=tuple(map(str, written["harmless_caught"])),
        is_stale=written["fingerprint"] != today,
    )
