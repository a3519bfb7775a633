"""Where the simulator keeps its worlds: a database of its own for this process, or a shared one by address."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from sim_server.domain.database import Database, DatabaseUnusable

ADDRESS_VARIABLE = "SVYAZKA_DATABASE_URL"


class DatabaseRefused(ValueError):
    """The named database cannot be used; the message is Russian and says what to do."""


@contextmanager
def open_database(kept: Path | None = None) -> Iterator[Database]:
    """The database named by SVYAZKA_DATABASE_URL, else a SQLite file.

    The file lies in the folder where worlds are kept, whoever dies, or goes with the process where there is none.
    """
    address = os.environ.get(ADDRESS_VARIABLE)
    passing = tempfile.TemporaryDirectory(prefix="svyazka-", ignore_cleanup_errors=True)
    with passing if kept is None else nullcontext(kept) as folder:
        database = _opened(address or f"sqlite:///{Path(folder, 'worlds.sqlite').as_posix()}")
        try:
            yield database
        finally:
            database.close()


def _opened(address: str) -> Database:
    scheme = address.partition(":")[0]
    if scheme.partition("+")[0] != "sqlite":
        raise DatabaseRefused(
            f"{ADDRESS_VARIABLE}: симулятор пока работает только с SQLite, а здесь «{scheme}». "
            "Уберите эту переменную или назовите файл: sqlite:////путь/worlds.sqlite"
        )
    try:
        return Database(address)
    except DatabaseUnusable as error:
        raise DatabaseRefused(f"{ADDRESS_VARIABLE}: базу «{address}» не открыть: {error}") from error
