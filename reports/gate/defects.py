"""The kept result of `defects --whole`, read for the gate."""

from __future__ import annotations

from pathlib import Path

from reports.record.kills import Matrix
from reports.record.matrix import read_matrix
from reports.record.tables import TableUnsound

AGAIN = "Сделать его: python3 svyazka.py defects --whole"


def read_result(path: Path) -> Matrix:
    """Read the result; raise TableUnsound if it is not there or is none."""
    try:
        matrix = read_matrix(path)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise TableUnsound(f"{path.name}: это не итог испытания дефектов. {AGAIN}") from error
    if matrix is None:
        raise TableUnsound(f"{path.name}: файл не читается, его нет: {path}. {AGAIN}")
    return matrix
