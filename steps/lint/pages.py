"""The pages of the rules: one of them, and the list of all."""

from __future__ import annotations

from typing import Any

from steps.language.rule import Rule, Weight
from steps.lint.linting import all_rules

WHAT_IT_MEANS = {
    Weight.REFUSES: "Прогон такого сценария не примет",
    Weight.REMARK: "Прогон такое выполнит, а проверка — нет",
    Weight.ADVICE: "Это совет: проверке он не мешает",
}


def explained(name: str) -> str | None:
    """Return the page of a rule by its title or its code, None if there is none."""
    wanted = name.casefold().replace(" ", "-")
    found = (
        rule
        for rule in all_rules().values()
        if wanted in (rule.title, rule.code, rule.code.replace("_", "-"))
    )
    return next(map(_page, found), None)


def _page(rule: Rule[Any]) -> str:
    return f"{rule.text.rstrip()}\n\n{WHAT_IT_MEANS[rule.weight]}."


def listed() -> str:
    """Return the titles of all rules, under what their findings mean."""
    lines = []
    for weight in Weight:
        lines += [f"{WHAT_IT_MEANS[weight]}:", *_titles(weight), ""]
    return "\n".join(lines).rstrip()


def _titles(weight: Weight) -> list[str]:
    return sorted(f"  {rule.title}" for rule in all_rules().values() if rule.weight is weight)
