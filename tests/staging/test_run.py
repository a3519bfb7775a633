"""A few scenarios, not a word of them changed, on somebody else's journal beside VK ID alone."""

import os
import subprocess
import sys
from pathlib import Path

from reports.record.messages import read
from reports.record.run import read_run
from tests.staging.beside import ROOT, staging

CHOSEN = {
    "features/perm/variant_1.feature:8": "Учитель привязывает свой учебный профиль",
    "features/perm/unlinking.feature:8": "Учитель отвязывает учебный профиль",
    "features/perm/sign_in.feature:25": "С неверными логином или паролем не пускают",
}


def test_scenarios_pass_on_somebody_else_s_journal(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with staging(tmp_path) as stand:
        told = ["--stand", str(stand.stand), "-n", "1", "--evidence", "off", "--out", str(out)]
        command = [sys.executable, str(ROOT / "svyazka.py"), "run", *CHOSEN, *told]
        done = subprocess.run(
            command,
            cwd=ROOT,
            env={**os.environ, "SVYAZKA_PEOPLE": str(stand.people)},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stdout + done.stderr
    run = read_run(read(out / "messages.ndjson"))
    assert sorted(one.place.name for one in run.scenarios) == sorted(CHOSEN.values())
    assert "3 пройдено" in done.stdout


def test_journal_imports_nothing_of_ours() -> None:
    text = (ROOT / "tests/staging/journal.py").read_text(encoding="utf-8")
    taken = {
        line.split()[1].split(".")[0] for line in text.splitlines() if line.startswith(("import ", "from "))
    }
    assert taken == {"__future__", "collections", "typing", "authlib", "flask"}
