"""`run --watch`: runs what was chosen, waits for saved files, and runs again what they change, until Ctrl-C."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from watchfiles import watch as changes_on_disk

from fixtures.environment.launch import relay
from steps.runner.addresses import NobodyMeant
from steps.runner.changes import Again, Selection, worth_running
from steps.runner.exit_codes import INTERRUPTED, PASSED, refuse

ROOT = Path(__file__).parents[2]
LOOK_EVERY_MS = 300

Translate = Callable[[Namespace], Sequence[str]]


def watch(chosen: Namespace, scenarios: str, translate: Translate) -> int:
    """Run and watch; each run is a process of its own, so that it has the steps as they were saved.

    `translate` makes pytest's arguments of what was chosen. Ctrl-C ends it: 0 while it waits, 130 in a run.
    """
    here = Path.cwd()
    root = ROOT if here.is_relative_to(ROOT) else here
    everything = root / scenarios if (root / scenarios).is_dir() else root
    try:
        selection = Selection.of(chosen.asked_for, root, here, everything)
    except NobodyMeant as problem:
        refuse(str(problem))
    changes = _changes(selection)
    saved_meanwhile = next(changes)  # from here on nothing that is saved is missed
    try:
        for again in worth_running(selection, chain([saved_meanwhile], changes)):
            if again.why:
                print(f"\n{again.why}\n", flush=True)
            if _run(again, chosen, translate) == INTERRUPTED:
                return INTERRUPTED
            print("\nЖду, пока вы сохраните файл. Закончить: Ctrl-C.", flush=True)
    except KeyboardInterrupt:
        print("\nБольше не слежу.", flush=True)
    return PASSED


def _run(again: Again, chosen: Namespace, translate: Translate) -> int:
    wanted = Namespace(**{**vars(chosen), "asked_for": list(again.asked_for)})
    using = [f"--using={module}" for module in again.using]
    return relay([sys.executable, "-m", "steps.runner", *using, *translate(wanted)])


def _changes(selection: Selection) -> Iterator[set[Path]]:
    """Yield what was saved, batch by batch, also what was saved during a run; an empty one where there is nothing."""
    for batch in changes_on_disk(*selection.folders(), yield_on_timeout=True, rust_timeout=LOOK_EVERY_MS):
        yield {Path(path) for _, path in batch}
