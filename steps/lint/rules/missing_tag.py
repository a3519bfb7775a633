"""A tag that selections rest on is missing: which instruction, which role, how important."""

from __future__ import annotations

from collections.abc import Iterator

from steps.language.problem import Problem
from steps.language.rule import Weight
from steps.lint.inspected import Inspected

WEIGHT = Weight.REMARK
# The group of tags, how many of it a scenario has, and what is told of one without.
WANTED = (
    ("instruction", "нет тега инструкции. Поставьте его над «Функция:»"),
    ("role", "нет тега роли. Поставьте его над «Функция:»"),
    ("severity", "нет тега важности. Поставьте его над сценарием"),
)


def find(inspected: Inspected) -> Iterator[Problem]:
    """Yield the scenarios that no selection would find, or two of them that exclude each other."""
    for scenario, _ in inspected.bound.first_rows():
        pickle = next(
            each for each in inspected.document.pickles if each["astNodeIds"][0] == scenario.node["id"]
        )
        tags = {tag["name"].removeprefix("@") for tag in pickle["tags"]}
        if tags - set().union(*inspected.known.tags.values()):
            continue  # one that is misspelt is told of already, and is probably the one that is missing
        name = scenario.node["name"]
        for group, told in WANTED:
            known = inspected.known.tags.get(group, frozenset())
            if not tags & known:
                message = f"у сценария «{name}» {told}: {', '.join(f'@{tag}' for tag in sorted(known))}."
                yield inspected.document.problem("missing_tag", scenario, message)
        severities = sorted(tags & inspected.known.tags.get("severity", frozenset()))
        if len(severities) > 1:
            both = " и ".join(f"@{tag}" for tag in severities)
            message = f"у сценария «{name}» два тега важности: {both}. Оставьте один."
            yield inspected.document.problem("missing_tag", scenario, message)
