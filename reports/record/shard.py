"""Which part of which whole a run was, and by what a whole is known again from its parts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from reports.record.facts import Fact

_LENGTH = 16  # hexadecimal digits: no two wholes of a project share them by chance


@dataclass(frozen=True)
class ShardTold(Fact):
    """Part `number` of `of`, and what all parts of one whole have alike.

    `planned` is how many scenarios the whole has, `plan` stands for them and their sentences, `split` for who got
    which, `code` for the files that were run; `commit` is empty where nobody knows it, `seed` None if none was given.
    """

    MEDIA_TYPE: ClassVar[str] = "application/vnd.svyazka.shard+json"
    number: int = 1
    of: int = 1
    planned: int = 0
    plan: str = ""
    split: str = ""
    code: str = ""
    commit: str = ""
    seed: int | None = None
    selection: str = ""

    @property
    def name(self) -> str:
        """The part as it was asked for: «2/4»."""
        return f"{self.number}/{self.of}"

    @property
    def words(self) -> str:
        """The part as people read of it."""
        return f"{self.number} из {self.of}, сценариев во всех: {self.planned}"


def written(identity: str, pickle: Mapping[str, Any]) -> str:
    """Return what stands for a scenario in a plan: its identity, and a fingerprint of its sentences."""
    sentences = [(step["text"], step.get("argument") or {}) for step in pickle["steps"]]
    return f"{identity}\t{fingerprint([json.dumps(sentences, sort_keys=True)])}"


def plan_of(scenarios: Iterable[str]) -> str:
    """Return what stands for a whole plan, whatever the order of its scenarios; they are given as `written`."""
    return fingerprint(sorted(scenarios))


def split_of(parts: Mapping[str, int]) -> str:
    """Return what stands for a split: the number of the part for each identity."""
    return fingerprint(f"{identity}\t{number}" for identity, number in sorted(parts.items()))


def fingerprint(lines: Iterable[str]) -> str:
    """Return a short name of these lines in this order."""
    told = hashlib.sha256()
    for line in lines:
        told.update(line.encode("utf-8", "surrogatepass") + b"\n")
    return told.hexdigest()[:_LENGTH]
