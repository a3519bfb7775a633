"""How an empty environment is made where ensurepip is missing, and what goes into it."""

from pathlib import Path

import pytest

from fixtures.environment import installation
from fixtures.environment.installation import creation_command, install_dependencies, locked_names
from fixtures.environment.problem import SetupFailed
from fixtures.environment.process import Outcome

FOLDER = Path("/checkout/.venv")
LOCK = """\
click==8.5.1 \\
    --hash=sha256:00
colorama==0.4.6 ; sys_platform == 'win32' \\
    --hash=sha256:11
"""


def program(*present):
    """Look a program up among these."""
    return lambda name: f"/usr/bin/{name}" if name in present else None


def test_python_makes_its_environment_itself():
    assert creation_command(FOLDER, True, program("uv"))[1:] == ["-m", "venv", FOLDER]


@pytest.mark.parametrize(
    ("present", "chosen"), [(("uv", "virtualenv"), "uv"), (("virtualenv",), "virtualenv")]
)
def test_without_ensurepip_another_tool_does_it(present, chosen):
    command = creation_command(FOLDER, False, program(*present))

    assert command[0] == f"/usr/bin/{chosen}"
    assert command[-1] == FOLDER


def test_without_any_tool_the_way_out_is_told():
    with pytest.raises(SetupFailed, match=r"apt install python3-venv.*uv или virtualenv"):
        creation_command(FOLDER, False, program())


@pytest.fixture
def lock(tmp_path):
    """A small lock."""
    file = tmp_path / "requirements.lock"
    file.write_text(LOCK, encoding="utf-8")
    return file


def test_lock_is_read_with_packages_of_other_systems(lock):
    assert locked_names(lock) == {"click": "8.5.1", "colorama": "0.4.6"}


def test_dependencies_come_from_the_lock_alone_with_their_hashes(lock, monkeypatch):
    said = ["Collecting click==8.5.1", "Ignoring colorama: markers", "Installing collected packages: click"]
    reached = []

    def run(command, environment, _, on_line):
        assert {"--require-hashes", "--no-deps", "-r", lock} <= set(command)
        assert environment["PIP_USER"] == "0"
        assert "PYTHONPATH" not in environment
        for line in said:
            on_line(line)
        return Outcome(0, "")

    monkeypatch.setenv("PYTHONPATH", "/somewhere/else")
    monkeypatch.setattr(installation, "run_tool", run)

    install_dependencies(Path("python"), lock, reached.append)

    assert reached == [40, 80, 80]


def test_failure_shows_what_the_installer_said(lock, monkeypatch):
    monkeypatch.setattr(
        installation, "run_tool", lambda *_: Outcome(1, "THESE PACKAGES DO NOT MATCH THE HASHES")
    )

    with pytest.raises(SetupFailed, match="(?s)не установились.*DO NOT MATCH THE HASHES"):
        install_dependencies(Path("python"), lock, lambda _: None)
