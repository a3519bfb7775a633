"""What is known before any run: the clause lists, their contradictions, and the sources when they are given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reports.instructions.clauses import Instruction, load_instructions
from reports.instructions.contradictions import Contradiction, load_contradictions
from reports.instructions.sources import Comparison, compare_all
from reports.model import Earlier, Model, model_of
from reports.record.run import Run


@dataclass(frozen=True)
class Library:
    """The instructions as they were transcribed."""

    instructions: Mapping[str, Instruction]
    contradictions: tuple[Contradiction, ...]
    comparisons: Mapping[str, Comparison] | None

    def model(self, run: Run, folder: Path, earlier: Earlier | None = None) -> Model:
        """Computes what a report shows of a run whose record lies in the folder."""
        return model_of(run, folder, self.instructions, self.contradictions, self.comparisons, earlier)


def load_library(sources: Path | None = None) -> Library:
    """Reads the lists, and compares them with the sources; raises TableUnsound and SourceUnsound."""
    instructions = load_instructions()
    comparisons = None if sources is None else compare_all(instructions, sources)
    return Library(instructions, load_contradictions(instructions), comparisons)
