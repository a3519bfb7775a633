"""The whole suite as a user runs it: what it takes of the processor, and how much it leaves behind."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reports.record.messages import kind, read
from tests.bench.figures import Figure
from tests.bench.spent import Spent, carry_out, load

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 3600.0
MEGABYTE, KILOBYTE = 1_000_000, 1_000


@dataclass(frozen=True)
class Suite:
    """What a run of everything spent, with how much else the machine had to do, and what it wrote."""

    spent: Spent
    load: float
    scenarios: int
    pictures: int
    evidence: int
    stream: int


def measure_suite(named: Sequence[str] = ()) -> Suite:
    """Run all features, or those named, as `run` does without keys; raises SideDied if not all is green."""
    before = load()
    with tempfile.TemporaryDirectory(prefix="svyazka-bench-") as out:
        command: list[str | Path] = [sys.executable, ROOT / "svyazka.py", "run", *named, "--out", out]
        spent = carry_out(command, ROOT, PATIENCE_SECONDS)
        return _weighed(Path(out), spent, before)


def _weighed(out: Path, spent: Spent, before: float) -> Suite:
    stream = out / "messages.ndjson"
    kept = [each for each in (out / "evidence").rglob("*") if each.is_file()]
    return Suite(
        spent=spent,
        load=before,
        scenarios=sum(kind(message) == "testCase" for message in read(stream)),
        pictures=sum(each.suffix in (".jpg", ".png", ".webp") for each in kept),
        evidence=sum(each.stat().st_size for each in kept),
        stream=stream.stat().st_size,
    )


def suite_figures(suite: Suite) -> list[Figure]:
    """What there is to say of it; minutes have no limit, for they are the machine's."""
    each = suite.spent.processor / suite.scenarios
    return [
        Figure("suite_cpu", "Весь прогон, процессор", suite.spent.processor, "с", 430, digits=0),
        Figure("suite_user", "  из них пользователя", suite.spent.user, "с", digits=0),
        Figure("suite_system", "  из них системы", suite.spent.system, "с", digits=0),
        Figure("suite_scenarios", "Сценариев", suite.scenarios, "", digits=0),
        Figure("suite_each", "Сценарий, процессор", each, "с", digits=2),
        Figure(
            "suite_wall",
            f"По часам (нагрузка до начала {suite.load:.1f})".replace(".", ","),
            suite.spent.wall,
            "с",
            digits=0,
        ),
        Figure(
            "suite_evidence", f"Свидетельства, снимков: {suite.pictures}", suite.evidence / MEGABYTE, "МБ", 40
        ),
        Figure(
            "suite_stream", "Поток записей на сценарий", suite.stream / suite.scenarios / KILOBYTE, "КБ", 12
        ),
    ]
