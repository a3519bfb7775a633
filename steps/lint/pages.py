"""The pages of the rules: one of them, and the list of all."""

from __future__ import annotations

from typing import Any

from steps.language.rule import Rule, Weight, in_one_word
from steps.lint.linting import all_rules

WHAT_IT_MEANS = {
    Weight.REFUSES: "Прогон такого сценария не примет",
    Weight.REMARK: "Прогон такое выполнит, а проверка — нет",
    Weight.ADVICE: "Это совет: проверке он не мешает",
}
INTRODUCTION = (
    "Так их называет `python3 svyazka.py lint`. Почему правило такое и как верно, скажет `lint --explain ПРАВИЛО`; "
    "этот список составляет `lint --rules`."
)


def explained(name: str) -> str | None:
    """Return the page of a rule by its title or its code, None if there is none."""
    wanted = in_one_word(name)
    found = (
        rule
        for rule in all_rules().values()
        if wanted in (rule.title, rule.code, rule.code.replace("_", "-"))
    )
    return next(map(_page, found), None)


def _page(rule: Rule[Any]) -> str:
    return f"{rule.text.rstrip()}\n\n{WHAT_IT_MEANS[rule.weight]}."


def listed() -> str:
    """Return all rules with what each is about, under what their findings mean; docs/rules.md is this text."""
    lines = ["# Правила проверки сценариев", "", INTRODUCTION, ""]
    for weight in Weight:
        lines += [f"## {WHAT_IT_MEANS[weight]}", "", *sorted(_lines(weight)), ""]
    return "\n".join(lines).rstrip()


def _lines(weight: Weight) -> list[str]:
    return [f"- `{rule.title}` — {_about(rule)}" for rule in all_rules().values() if rule.weight is weight]


def _about(rule: Rule[Any]) -> str:
    """What the page says before it says why, on one line."""
    return " ".join(rule.text.split("\n\n")[1].split())
