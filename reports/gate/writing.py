"""The files of a decision, each in the form that its reader takes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reports.gate.deciding import Decision
from reports.gate.finding import Code
from reports.gate.formats.markdown import summary, undecided
from reports.gate.formats.quality import quality
from reports.gate.formats.verdict import verdict
from reports.gate.inputs import Inputs
from reports.junit import junit
from reports.record.folder import SUMMARY, VERDICT_FILES, write_whole
from reports.record.run import Run, Scenario


def write_files(decision: Decision, folder: Path) -> list[Path]:
    """Write them all and return where they lie; raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    judged = junit(as_judged(decision.inputs), _typed(decision.inputs.folder))
    texts = verdict(decision), summary(decision), judged, quality(decision)
    for name, text in zip(VERDICT_FILES, texts, strict=True):
        write_whole(folder / name, [text])
    return [folder / name for name in VERDICT_FILES]


def write_undecided(code: Code, why: str, folder: Path) -> None:
    """Write the summary of a gate that could not decide: there is no verdict beside it; raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / SUMMARY, [undecided(code, why)])


def _typed(folder: Path | None) -> str:
    """Return the folder as CI asks for it: from where the command was given; nothing for none."""
    if folder is None:
        return ""
    here = Path.cwd()
    whole = folder.resolve()
    return (whole.relative_to(here) if whole.is_relative_to(here) else whole).as_posix()


def as_judged(inputs: Inputs) -> Run:
    """Return the run in which what is forgiven says so."""
    return replace(inputs.run, scenarios=tuple(_judged(inputs, one) for one in inputs.run.scenarios))


def _judged(inputs: Inputs, scenario: Scenario) -> Scenario:
    if not inputs.is_quarantined(scenario):
        return scenario
    term = inputs.forgiven[scenario.place.identity].term
    reason = f"{term.reason}\n{scenario.reason}"
    return replace(scenario, status="quarantined", reason=reason)
