"""What the tests of the linter share: the project's knowledge, with the sentences of the samples or with its own."""

from functools import cache

import pytest

from fixtures.clauses import clause_labels, printed_labels
from steps.labels.known import known_labels
from steps.language.tags import tag_groups
from steps.lint.known import Basis, known_to
from tests.lint.samples import matcher


@cache
def of_samples(labels: bool = False) -> Basis:
    """What is known where the sentences are those of the samples; of labels only if asked for."""
    screens = known_labels() if labels else None
    return Basis(matcher(), tag_groups(), clause_labels(), screens, printed=printed_labels())


@pytest.fixture(scope="session")
def known() -> Basis:
    """What our own project knows."""
    return known_to()
