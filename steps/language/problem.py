"""A problem of a feature or a step definition: where it is and what to do about it, in Russian."""

from __future__ import annotations

from dataclasses import dataclass

# What can be wrong; each has its samples in tests/lint/, but for the last two: they are not about what a feature says.
RULES = (
    "encoding",
    "broken_file",
    "no_scenario",
    "no_name",
    "equal_names",
    "equal_rows",
    "equal_columns",
    "empty_examples",
    "no_steps",
    "no_outcome",
    "unseen_end",
    "unused_column",
    "empty_cell",
    "placeholder",
    "lost_keyword",
    "unknown_tag",
    "clause_mark",
    "unwritten",
    "undefined",
    "value",
    "ambiguous",
    "async",
    "argument",
    "row_end",
    "definitions",
    "passed_over",
)


@dataclass(frozen=True)
class Problem:
    """One unsoundness; `pickles` are the ids of the scenarios it spoils, empty for a whole file."""

    rule: str
    uri: str
    line: int
    message: str
    pickles: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a rule that is not in the list."""
        assert self.rule in RULES, self.rule

    @property
    def place(self) -> str:
        """The file and the line, as editors and terminals make links of it."""
        return f"{self.uri}:{self.line}"

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"
