"""What the doctor finds, and when that is not enough for a run."""

import sys
from importlib.metadata import version

import pytest

from fixtures.environment import doctor
from fixtures.environment.examination import (
    Finding,
    State,
    applicable,
    evidence_folder,
    loopback,
    packages,
    proxy,
)


@pytest.fixture
def lock(tmp_path):
    """Writes a lock of these lines."""

    def write(*lines):
        file = tmp_path / "requirements.lock"
        file.write_text("".join(f"{line} \\\n    --hash=sha256:0\n" for line in lines), encoding="utf-8")
        return file

    return write


def test_only_packages_for_this_system_are_expected(lock):
    file = lock("a==1", f"b==2 ; sys_platform == '{sys.platform}'", "c==3 ; sys_platform == 'plan9'")

    assert applicable(file) == {"a": "1", "b": "2"}


def test_package_of_another_version_is_missing(lock):
    found = packages(lock("pytest==1.0"))

    assert found.state is State.MISSING
    assert "pytest 1.0" in found.detail


def test_package_beyond_the_lock_is_a_note(lock):
    found = packages(lock(f"pytest=={version('pytest')}"))

    assert found.state is State.NOTE
    assert "playwright" in found.detail


def test_folder_for_evidence_need_not_exist_yet(tmp_path):
    assert evidence_folder(tmp_path / "reports" / "out").state is State.FINE


def test_folder_for_evidence_that_is_a_file_is_no_folder(tmp_path):
    (tmp_path / "out").touch()

    assert evidence_folder(tmp_path / "out").state is State.MISSING


def test_hands_are_shaken_over_tls_on_loopback():
    assert loopback().detail.startswith("127.0.0.1, TLSv1.")


def test_proxy_is_mentioned_and_harmless():
    found = proxy({"HTTPS_PROXY": "http://proxy:3128", "PATH": "/bin"})

    assert found.state is State.NOTE
    assert "HTTPS_PROXY" in found.detail


@pytest.mark.parametrize(
    ("states", "code", "last_line"),
    [
        ([State.FINE, State.NOTE, State.SILENT], 0, "Для прогона есть всё."),
        ([State.FINE, State.MISSING], 2, "Для прогона не хватает: предмет 1."),
    ],
)
def test_only_what_a_run_needs_decides(monkeypatch, capsys, states, code, last_line):
    findings = [Finding(f"предмет {number}", state, "…") for number, state in enumerate(states)]
    monkeypatch.setattr(doctor, "examine", lambda: iter(findings))

    assert doctor.main([]) == code

    assert capsys.readouterr().out.splitlines()[-1] == last_line


def test_table_is_aligned():
    lines = doctor.table(
        [Finding("Python", State.FINE, "3.11"), Finding("Диск", State.NOTE, "мало")]
    ).splitlines()

    assert lines[0].index("3.11") == lines[1].index("мало")


def test_browsers_passed_over_and_not_needed_are_told(machine, proofs):
    here = machine(commands=("google-chrome", "chromium"))

    lines = [finding.detail for finding in doctor.browsers(False, here, proofs("google-chrome"))]

    assert lines[0] == "Chromium, /usr/bin/chromium"
    assert "· Google Chrome: не запускается: не хватает libnss3.so" in lines
    assert lines[-1] == "· не понадобились: Microsoft Edge"


def test_missing_window_is_only_a_note(machine, proofs):
    states = [finding.state for finding in doctor.browsers(True, machine(), proofs())]

    assert states == [State.NOTE]
