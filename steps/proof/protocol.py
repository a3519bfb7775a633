"""What no screen shows: a protocol test of ours is carried out in worlds that have the defect."""

from __future__ import annotations

import re
import subprocess
import sys

from reports.record.kills import Defect, Ending, Try
from reports.record.revision import ROOT

PASSED, FAILED = 0, 1
ASSERTED = re.compile(r"(^E +|: )(AssertionError|assert )")  # with words, or bare


def tried_by_test(defect: Defect) -> Try:
    """Carry the defect's own test out with the defect: it must fail, and by what it asserts."""
    command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", "--tb=line"]
    asked = [*command, f"--with-defect={defect.id}", defect.test]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own
    if done.returncode == PASSED:
        return Try(defect.id, defect.test, Ending.PASSED)
    words = next((line for line in done.stdout.splitlines() if ASSERTED.search(line)), "")
    caught = done.returncode == FAILED and words
    return Try(
        defect.id, defect.test, Ending.CAUGHT if caught else Ending.CRASHED, 0, defect.test, words[-200:]
    )
