"""What the server does that no single answer shows."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from lsprotocol import types

from steps.editor.knowledge import Library
from steps.editor.server import FeatureServer, name_of
from steps.lint.known import NotLoaded

ROOT = Path(__file__).parents[4]
URI = "file:///tmp/a.feature"


@pytest.fixture
def server() -> FeatureServer:
    """A server nobody has spoken to yet."""
    return FeatureServer(Library())


def test_what_keeps_everything_from_working_is_shown_once(
    server: FeatureServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[types.ShowMessageParams] = []
    monkeypatch.setattr(server, "window_show_message", shown.append)

    def broken(uri: str) -> None:
        raise NotLoaded("Шаги не загрузились")

    monkeypatch.setattr(server, "findings", broken)
    for _ in range(3):
        server.tell_findings(URI)
    assert [each.message for each in shown] == ["Шаги не загрузились"]


def test_typing_is_looked_at_once_when_it_pauses(
    server: FeatureServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(server, "tell_findings", told.append)
    monkeypatch.setattr("steps.editor.server.PAUSE_SECONDS", 0)

    async def type_three_letters() -> None:
        for _ in range(3):
            server.tell_findings_soon(URI)
        server.tell_findings_soon("file:///tmp/closed.feature")
        server.forget("file:///tmp/closed.feature")
        done = asyncio.get_running_loop().create_future()
        asyncio.get_running_loop().call_later(0.01, done.set_result, None)
        await done

    with ThreadPoolExecutor(1) as elsewhere:  # this thread may have the loop of a browser of other tests
        elsewhere.submit(asyncio.run, type_three_letters()).result()
    assert told == [URI]


def test_file_is_called_as_checks_call_it() -> None:
    assert name_of((ROOT / "features" / "perm" / "ё й.feature").as_uri(), ROOT) == "features/perm/ё й.feature"
    assert name_of("file:///elsewhere/a.feature", ROOT) == "a.feature"
    assert name_of("untitled:Untitled-1", ROOT) == "untitled:Untitled-1"
