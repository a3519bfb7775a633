"""The second face as a process of its own, as a run starts it."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

START = (sys.executable, "-m", "sim_server", "--face", "wild", "--exit-with-parent", "--circles", "1")
PATIENCE_SECONDS = 60


def test_process_says_where_it_listens_and_goes_with_whoever_started_it(tmp_path: Path) -> None:
    people = tmp_path / "people.toml"
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    process = subprocess.Popen([*START, "--people", str(people)], **pipes)  # type: ignore[call-overload]
    facts = json.loads(process.stdout.readline())
    assert facts["tls_port"] > 0
    assert "control" not in facts
    assert "school-permkrai-ru.shkola.test" in facts["hosts"]
    assert tomllib.loads(people.read_text("utf-8"))["people"]
    _out, errors = process.communicate(timeout=PATIENCE_SECONDS)  # closes its input
    assert (process.returncode, errors) == (0, b"")


def test_process_without_a_file_of_people_says_what_it_wants() -> None:
    refused = subprocess.run(START, capture_output=True, check=False, timeout=PATIENCE_SECONDS)  # noqa: S603
    assert refused.returncode == 2
    assert "--people" in refused.stderr.decode()
