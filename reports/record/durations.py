"""How long each scenario took: kept in a file, or read from a record; what a split into parts goes by."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from statistics import fmean

from reports.record.run import Run
from reports.record.status import NEVER_ENDED
from reports.record.stored import RecordUnreadable, read_record
from reports.record.trouble import said

UNKNOWN = 1.0  # seconds, where nothing is known of any scenario


@dataclass(frozen=True)
class Durations:
    """Seconds by the identity of a scenario."""

    seconds: Mapping[str, float]

    def of(self, identity: str) -> float:
        """Return how long a scenario takes; one that nobody has seen takes as long as its file's, or as any."""
        if identity in self.seconds:
            return self.seconds[identity]
        return self._means.get(_file(identity), self._means[""])

    @cached_property
    def _means(self) -> Mapping[str, float]:
        by_file: defaultdict[str, list[float]] = defaultdict(list)
        for identity, seconds in self.seconds.items():
            by_file[_file(identity)].append(seconds)
        everything = fmean(self.seconds.values()) if self.seconds else UNKNOWN
        return {"": everything} | {name: fmean(times) for name, times in by_file.items()}


def durations_of(runs: Iterable[Run]) -> Durations:
    """Return how long the scenarios of these runs took; what never ended says nothing."""
    ended = (one for run in runs for one in run.scenarios if one.status not in NEVER_ENDED and one.started)
    return Durations({one.place.identity: round(one.seconds, 1) for one in ended})


def read_durations(path: Path) -> Durations:
    """Read the file, or the record in the folder; raise RecordUnreadable."""
    if path.is_dir():
        return durations_of([read_record(path)])
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return Durations({str(identity): float(seconds) for identity, seconds in told.items()})
    except OSError as error:
        raise RecordUnreadable(f"Длительности не читаются: {said(error)} ({path})") from None
    except (ValueError, TypeError, AttributeError):
        raise RecordUnreadable(
            f"В «{path}» не длительности сценариев. Записать их: python3 svyazka.py merge ПАПКА --durations {path}"
        ) from None


def as_text(durations: Durations) -> str:
    """Return the durations as their file has them: a scenario a line, in the order of their names."""
    return json.dumps(dict(sorted(durations.seconds.items())), ensure_ascii=False, indent=0) + "\n"


def _file(identity: str) -> str:
    return identity.partition(" / ")[0]
