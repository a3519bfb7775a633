"""Mends what is mechanical in feature files, and nothing else: every other byte stays, and so does every scenario."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from steps.language.problem import Edit
from steps.language.reading import read_raw
from steps.lint.inspected import Company
from steps.lint.known import Basis
from steps.lint.linting import Source, inspect

PLACES = ("id", "astNodeId", "astNodeIds", "location")
ROUNDS = 5  # one mend may call for another: a table moves with the step it stands under


def mend(sources: Sequence[Source], known: Basis) -> tuple[str, ...]:
    """Write the files that can be mended mechanically; return the addresses of those that were."""
    mended = []
    for source in sources:
        better = mended_raw(source, known)
        if better != source.raw and source.path is not None:
            source.path.write_bytes(better)
            mended.append(source.uri)
    return tuple(mended)


def mended_raw(source: Source, known: Basis) -> bytes:
    """Return the bytes of a feature with what is mechanical mended; mending them again changes nothing."""
    raw = source.raw
    for _ in range(ROUNDS):
        edits = _edits(replace(source, raw=raw), known)
        better = applied(raw, edits) if edits else raw
        if better == raw or meaning(better, source.uri) != meaning(raw, source.uri):
            return raw
        raw = better
    return raw


def _edits(source: Source, known: Basis) -> list[Edit]:
    document = read_raw(source.raw, source.uri, frozenset(known.clauses))
    if not document.feature:
        return []
    mends = [each.problem.mend for each in inspect(document, source.raw, known, Company())]
    edits = {edit for each in mends if each and each.mechanical for edit in each.edits}
    return sorted(edits, key=lambda edit: (edit.line, edit.start, edit.end))


def applied(raw: bytes, edits: Iterable[Edit]) -> bytes:
    """Return the bytes of a file with these edits made; of two that overlap, the first.

    The byte mark is the first column of the first line where there is one; a carriage return is the last of its line.
    """
    lines = raw.decode().split("\n")
    for edit in sorted(edits, key=lambda each: (each.line, each.start), reverse=True):
        line = lines[edit.line - 1]
        lines[edit.line - 1] = line[: edit.start] + edit.text + line[edit.end :]
    return "\n".join(lines).encode()


def meaning(raw: bytes, uri: str) -> Any:
    """Return what a run would carry out: the pickles, without their ids and places."""
    return [_bare(pickle) for pickle in read_raw(raw, uri).pickles]


def _bare(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _bare(value) for key, value in node.items() if key not in PLACES}
    return [_bare(each) for each in node] if isinstance(node, list) else node
