"""Where a browser is fetched from, in which order, and that it is not fetched in vain."""

import sys

import pytest

from fixtures.environment.browser_setup import Site, ensure_browser, installers
from fixtures.environment.browsers import BrowserMissing, BrowserRefused
from fixtures.environment.process import Outcome

SHELL = "chromium-headless-shell"


def last_words(found):
    """What each command is about, in order."""
    return [command[-1] for installer in found for command in installer.commands]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"is_root": True, "distribution": "debian"}, [SHELL, "update", SHELL]),
        ({"is_root": False, "distribution": "debian"}, [SHELL]),
        ({"is_root": True, "distribution": "ubuntu"}, [SHELL]),
        ({"platform": "win32", "distribution": ""}, [SHELL]),
        ({"is_root": True, "playwright": None}, ["update", SHELL]),
    ],
)
def test_download_comes_first_and_the_package_only_as_root_on_debian(machine, facts, expected):
    assert last_words(installers(False, machine(**facts))) == expected


def test_window_needs_a_full_browser(machine):
    download, package = installers(True, machine(is_root=True))

    assert download.commands[0][-2:] == ["chromium", "--no-shell"]
    assert package.commands[-1][-1] == "chromium"


class Workshop:
    """A Debian machine of root without a browser; the command that ends in `brings` brings one."""

    def __init__(self, machine, proofs, folder, brings=None, **facts):
        self.commands = []
        self.ran = []
        self.brings = brings
        facts = {"is_root": True, **facts}
        installed = machine(commands=(), **facts)
        self.later = machine(commands=(SHELL,), **facts)
        self.site = Site(installed, proofs(), self.run, folder)

    def run(self, command, *_, **__):
        self.ran.append(command[0])
        if command[0] == self.brings and command[-1] == SHELL:
            object.__setattr__(self.site, "machine", self.later)
            return Outcome(0, "")
        return Outcome(0 if command[-1] == "update" else 1, "no network")


def test_failed_download_is_followed_by_the_package(machine, proofs, tmp_path, capsys):
    workshop = Workshop(machine, proofs, tmp_path, brings="apt-get")

    assert ensure_browser(False, workshop.site).name == SHELL
    assert workshop.ran[-2:] == ["apt-get", "apt-get"]
    assert "no network" not in capsys.readouterr().err


def test_successful_download_ends_the_search(machine, proofs, tmp_path):
    workshop = Workshop(machine, proofs, tmp_path, brings=sys.executable)

    ensure_browser(False, workshop.site)

    assert workshop.ran == [sys.executable]


def test_where_nothing_helps_the_paragraph_says_so(machine, proofs, tmp_path):
    with pytest.raises(BrowserMissing, match="apt install chromium-headless-shell"):
        ensure_browser(False, Workshop(machine, proofs, tmp_path).site)


def test_wrong_wish_installs_nothing(machine, proofs, tmp_path):
    workshop = Workshop(machine, proofs, tmp_path, environ={"SVYAZKA_BROWSER": "/nope"})

    with pytest.raises(BrowserRefused):
        ensure_browser(False, workshop.site)

    assert workshop.ran == []
