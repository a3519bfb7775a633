"""Where the simulator's database is: where the environment says, else in a file that goes with the process."""

from pathlib import Path

import pytest

from sim_server.domain.worlds import create_world, find_world
from sim_server.storage import DatabaseRefused, open_database


def test_named_database_is_used_and_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "worlds.sqlite"
    monkeypatch.setenv("SVYAZKA_DATABASE_URL", f"sqlite:///{file.as_posix()}")
    with open_database() as database:
        create_world(database, name="kept")
    assert file.is_file()
    with open_database() as database:
        assert find_world(database, "kept").name == "kept"


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("mysql+pymysql://u@h/d", "работает с SQLite и PostgreSQL, а здесь «mysql.pymysql»"),
        ("nonsense", "работает с SQLite и PostgreSQL, а здесь «nonsense»"),
        ("postgresql://u:secret@127.0.0.1:1/d", "«postgresql://u:...@127.0.0.1:1/d» не открыть: .*refused"),
        ("sqlite:////no/such/folder/worlds.sqlite", "не открыть: unable to open database file"),
        ("sqlite:nonsense", "не открыть: "),
    ],
)
def test_database_that_cannot_be_used_is_refused_in_words(
    monkeypatch: pytest.MonkeyPatch, address: str, words: str
) -> None:
    monkeypatch.setenv("SVYAZKA_DATABASE_URL", address)
    with pytest.raises(DatabaseRefused, match=words), open_database():
        pass


@pytest.mark.parametrize("named", ["", None])
def test_unnamed_database_goes_with_the_process(monkeypatch: pytest.MonkeyPatch, named: str | None) -> None:
    if named is None:
        monkeypatch.delenv("SVYAZKA_DATABASE_URL", raising=False)
    else:
        monkeypatch.setenv("SVYAZKA_DATABASE_URL", named)
    with open_database() as database:
        file = Path(str(database.engine.url.database))
        create_world(database)
        assert file.is_file()
    assert not file.exists()
