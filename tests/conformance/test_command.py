"""What the page says of clients that cannot be tried, and that it says of everybody what was last seen."""

import shutil
from pathlib import Path

import pytest

from tests.conformance.clients import OF_PYPI
from tests.conformance.command import tried_in
from tests.conformance.npm_shop import Untried, fetch, wanted_version
from tests.conformance.table import FILE, page, row
from tests.conformance.trusting import trusting_browser
from tests.conformance.with_passport import Passport
from tests.conformance.with_sdk import VkIdSdk

OF_NPM = (VkIdSdk, Passport)


@pytest.fixture
def without_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that has nothing of what a user may lack."""
    monkeypatch.setattr(shutil, "which", lambda _name: None)


@pytest.mark.parametrize("client", OF_NPM)
def test_without_node_the_page_says_so(client: type, without_tools: None, tmp_path: Path) -> None:
    judged = tried_in(client, lambda: fetch(tmp_path), None)
    assert row(judged).endswith("| не проверено: нет Node | не проверено: нет Node |")
    assert f"| {wanted_version(client.name)} |" in row(judged)
    assert "проходят: 0 из 1" in page([judged])


def test_without_certutil_the_browser_is_not_tried(without_tools: None, tmp_path: Path) -> None:
    with pytest.raises(Untried, match="нет certutil"), trusting_browser(tmp_path, {}, {}):
        pass


def test_page_tells_of_every_client_in_the_wanted_version() -> None:
    told = FILE.read_text(encoding="utf-8")
    assert f"проходят: {len(OF_PYPI) + len(OF_NPM)} из {len(OF_PYPI) + len(OF_NPM)}." in told
    for client in OF_NPM:
        assert f"| npm `{client.name}` | {wanted_version(client.name)} |" in told
