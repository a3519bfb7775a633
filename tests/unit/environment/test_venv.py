"""When an environment is ready, what makes it stale, and that an interrupted set-up is begun anew."""

import io
import json
from pathlib import Path

import pytest

from fixtures.environment import venv
from fixtures.environment.console import Progress
from fixtures.environment.problem import SetupFailed
from fixtures.environment.venv import environment_for, fingerprint, is_ready, prepare, python_of

PROJECT = '[project]\nname = "svyazka"\nversion = "1"\n'


@pytest.fixture
def root(tmp_path):
    """A checkout with a lock and a project."""
    checkout = tmp_path / "checkout"
    checkout.mkdir()
    (checkout / "requirements.lock").write_text("a==1 \\\n    --hash=sha256:0\n", encoding="utf-8")
    (checkout / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    return checkout


@pytest.fixture
def environment(root):
    """Its environment, not there yet."""
    return environment_for(root, {})


class Installation:
    """Stands in for venv and pip: makes the files they would make, and can be interrupted."""

    def __init__(self, environment, monkeypatch):
        self.environment = environment
        self.steps = []
        self.interrupt_at = None
        for name in ("create_environment", "install_dependencies", "install_project"):
            monkeypatch.setattr(venv, name, self.stand_in(name))

    def stand_in(self, name):
        def step(*_):
            self.steps.append(name)
            if name == self.interrupt_at:
                raise KeyboardInterrupt
            self.environment.python.parent.mkdir(parents=True, exist_ok=True)
            self.environment.python.touch()

        return step


@pytest.fixture
def installation(environment, monkeypatch):
    """What an installation does, without doing it."""
    return Installation(environment, monkeypatch)


def set_up(environment):
    """Prepare quietly; return what was said."""
    said = io.StringIO()
    prepare(environment, Progress("Готовим", 3, said))
    return said.getvalue()


ALL = ["create_environment", "install_dependencies", "install_project"]


def test_first_start_installs_everything_and_the_next_nothing(environment, installation):
    set_up(environment)
    said = set_up(environment)

    assert installation.steps == ALL
    assert is_ready(environment)
    assert said == ""


@pytest.mark.parametrize("step", ALL)
def test_interrupted_set_up_is_begun_anew(environment, installation, step):
    installation.interrupt_at = step
    with pytest.raises(KeyboardInterrupt):
        set_up(environment)
    assert not is_ready(environment)
    remainder = environment.folder / "half-written"
    remainder.touch()

    installation.interrupt_at = None
    set_up(environment)

    assert installation.steps[-3:] == ALL
    assert is_ready(environment)
    assert not remainder.exists()


def test_changed_lock_is_installed_anew(environment, installation):
    set_up(environment)
    environment.requirements.write_text("a==2 \\\n    --hash=sha256:1\n", encoding="utf-8")
    assert not is_ready(environment)

    set_up(environment)

    assert installation.steps == ALL * 2


@pytest.mark.parametrize(
    ("addition", "stale"),
    [
        ('dependencies = ["a"]\n', True),
        ('[project.scripts]\nsvyazka = "svyazka:main"\n', True),
        ('[tool.setuptools]\npy-modules = ["svyazka"]\n', True),
        ("[tool.ruff]\nline-length = 99\n", False),
        ("# a comment\n", False),
    ],
)
@pytest.mark.usefixtures("installation")
def test_only_what_an_installation_reads_makes_it_stale(environment, addition, stale):
    set_up(environment)

    (environment.root / "pyproject.toml").write_text(PROJECT + addition, encoding="utf-8")

    assert is_ready(environment) is not stale


def test_environment_of_another_python_is_stale(environment, monkeypatch):
    before = fingerprint(environment)

    monkeypatch.setattr(venv.sys, "version_info", (3, 99, 0))

    assert fingerprint(environment) != before


@pytest.mark.usefixtures("installation")
def test_environment_without_its_python_is_not_ready(environment):
    set_up(environment)

    environment.python.unlink()

    assert not is_ready(environment)


@pytest.mark.usefixtures("installation")
def test_copied_checkout_does_not_trust_the_copied_environment(environment, tmp_path):
    set_up(environment)
    copy = tmp_path / "copy"
    environment.root.rename(copy)

    assert not is_ready(environment_for(copy, {}))


def test_environment_somebody_made_is_used_and_never_cleared(environment, installation):
    environment.folder.mkdir()
    own = environment.folder / "pyvenv.cfg"
    own.touch()

    set_up(environment)
    environment.requirements.write_text("a==2\n", encoding="utf-8")
    set_up(environment)

    assert installation.steps == ALL[1:] * 2
    assert own.exists()


def test_folder_with_other_things_is_left_alone(environment, installation):
    environment.folder.mkdir()
    (environment.folder / "letters.txt").touch()

    with pytest.raises(SetupFailed, match="SVYAZKA_VENV"):
        set_up(environment)

    assert installation.steps == []


@pytest.mark.usefixtures("installation")
def test_place_that_cannot_be_written_is_named(root):
    (root / "file").touch()

    with pytest.raises(SetupFailed, match="file"):
        set_up(environment_for(root, {"SVYAZKA_VENV": str(root / "file" / "venv")}))


@pytest.mark.usefixtures("installation")
def test_spoilt_mark_counts_as_none(environment):
    set_up(environment)

    environment.mark.write_text(json.dumps(["not", "ours"]), encoding="utf-8")

    assert not is_ready(environment)


def test_place_can_be_chosen(root, tmp_path):
    chosen = tmp_path / "elsewhere"

    assert environment_for(root, {}).folder == root / ".venv"
    assert environment_for(root, {"SVYAZKA_VENV": str(chosen)}).folder == chosen.resolve()


@pytest.mark.parametrize(
    ("platform", "python"),
    [("win32", "Scripts/python.exe"), ("linux", "bin/python"), ("darwin", "bin/python")],
)
def test_interpreter_lies_where_the_platform_puts_it(platform, python):
    assert python_of(Path("venv"), platform) == Path("venv", python)
