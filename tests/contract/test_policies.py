"""The policies and the quarantine of the project are such as the gate takes, and say what they are kept for."""

import tomllib
from dataclasses import replace
from pathlib import Path

from reports.gate.finding import SEVERITIES
from reports.gate.quarantine import QUARANTINE, read_quarantine
from reports.record.matrix import MATRIX
from reports.record.policy import POLICY, read_policy

ROOT = Path(__file__).parents[2]
NIGHTLY = ROOT / "gate.nightly.toml"


def test_both_policies_are_known_to_the_last_key() -> None:
    assert read_policy(POLICY).unknown == read_policy(NIGHTLY).unknown == ()


def test_nightly_policy_asks_for_the_defects_too_and_else_for_the_same() -> None:
    nightly, usual = read_policy(NIGHTLY).policy, read_policy(POLICY).policy
    assert usual.defects is None
    assert nightly.defects is not None
    assert NIGHTLY.parent / nightly.defects.result == MATRIX
    assert replace(nightly, defects=None) == usual


def test_severities_are_those_of_the_tags() -> None:
    tags = tomllib.loads((ROOT / "steps/language/tags.toml").read_text(encoding="utf-8"))
    assert tuple(tags["severity"]) == SEVERITIES
    assert set(read_policy(POLICY).policy.severity) <= set(SEVERITIES)


def test_quarantine_shows_an_entry_that_would_be_taken(tmp_path: Path) -> None:
    read_quarantine(QUARANTINE)
    text = QUARANTINE.read_text(encoding="utf-8")
    shown = [
        line.removeprefix("# ")
        for line in text.splitlines()
        if line.startswith(("# [[", "# id", "# reason", "# owner", "# until"))
    ]
    (tmp_path / "quarantine.toml").write_text("\n".join(shown), encoding="utf-8")
    (entry,) = read_quarantine(tmp_path / "quarantine.toml")
    assert entry.term.owner == "разработчик"
