"""What is known before any run, the clause lists and what they contradict, beside a run and, if given, the sources."""

from __future__ import annotations

from pathlib import Path

from reports.instructions.clauses import load_instructions
from reports.instructions.contradictions import load_contradictions
from reports.instructions.sources import compare_all
from reports.model import Earlier, Model
from reports.record.run import Run


def load_model(run: Run, folder: Path, sources: Path | None = None, earlier: Earlier | None = None) -> Model:
    """Computes what a report shows of a run whose record lies in the folder.

    Raises TableUnsound for a list and SourceUnsound for a source that cannot be read.
    """
    instructions = load_instructions()
    comparisons = None if sources is None else compare_all(instructions, sources)
    contradictions = load_contradictions(instructions)
    return Model(run, folder, instructions, contradictions, comparisons, earlier)
