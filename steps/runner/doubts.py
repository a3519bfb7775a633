"""Who answers beside a run can make a slip: before it is taken for a finding, they are asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from fixtures.sight.scene import SCENE


@contextmanager
def doubts(stash: pytest.Stash, kind: str) -> Iterator[None]:
    """Let a step of this kind, Cucumber's word, be carried out; raises what the scene says of a slip.

    Where nothing would be a finding, nobody is asked.
    """
    try:
        yield
    except AssertionError as mismatch:
        if kind != "Context" and SCENE in stash:
            stash[SCENE].prove_told_right(mismatch)
        raise
