"""Where the simulator keeps its worlds: a database of its own for this process, or a shared one by address."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sim_server.domain.database import Database

ADDRESS_VARIABLE = "SVYAZKA_DATABASE_URL"


@contextmanager
def open_database() -> Iterator[Database]:
    """The database named by SVYAZKA_DATABASE_URL, else a SQLite file that goes with the process."""
    address = os.environ.get(ADDRESS_VARIABLE)
    with tempfile.TemporaryDirectory(prefix="svyazka-", ignore_cleanup_errors=True) as folder:
        database = Database(address or f"sqlite:///{Path(folder, 'worlds.sqlite').as_posix()}")
        try:
            yield database
        finally:
            database.close()
