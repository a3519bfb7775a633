"""Where the simulator keeps its worlds: a database of its own for this process, or a shared one by address."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from sim_server.domain.database import Database, DatabaseUnusable, DriverMissing, printed_address

ADDRESS_VARIABLE = "SVYAZKA_DATABASE_URL"
KNOWN = ("sqlite", "postgresql", "postgres")


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
    if scheme.partition("+")[0] not in KNOWN:
        raise DatabaseRefused(
            f"{ADDRESS_VARIABLE}: симулятор работает с SQLite и PostgreSQL, а здесь «{scheme}». Уберите эту "
            "переменную или назовите sqlite:////путь/worlds.sqlite либо postgresql://пользователь@машина/база"
        )
    try:
        return Database(address.replace("postgres:", "postgresql:", 1))
    except DriverMissing as error:
        raise DatabaseRefused(
            f"{ADDRESS_VARIABLE}: для PostgreSQL нужен драйвер psycopg, и его нет ({error}). "
            "Поставьте его в то же окружение: pip install 'psycopg[binary]'"
        ) from error
    except DatabaseUnusable as error:
        shown = printed_address(address)
        raise DatabaseRefused(f"{ADDRESS_VARIABLE}: базу «{shown}» не открыть: {error}") from error
