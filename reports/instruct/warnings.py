"""Where in an instruction for people each warning of the source stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reports.instruct.manual import ManualStep
from reports.instruct.routes import Route, last_screen
from reports.instruct.wording import Words
from reports.record.clauses import Clause
from reports.record.facts import ActionDone
from reports.record.run import Run

KIND = "предупреждение"


@dataclass
class Placing:
    """Puts the warnings of a way where the source has them: before all, at a step, or after all."""

    run: Run
    route: Route
    words: Words

    def placed(
        self, steps: Sequence[ManualStep]
    ) -> tuple[list[ManualStep], tuple[str, ...], tuple[str, ...]]:
        """Return the steps with their warnings, and those that stand before and after them."""
        before: list[str] = []
        after: list[str] = []
        at: list[list[str]] = [[] for _ in steps]
        for clause in self.route.instruction.clauses:
            if clause.kind == KIND and self.route.concerns(clause):
                self._shelf(clause, steps, before, at, after).append(self.words.warning(clause))
        told = [replace(step, warnings=_once(each)) for step, each in zip(steps, at, strict=True)]
        return told, _once(before), _once(after)

    def _shelf(
        self,
        clause: Clause,
        steps: Sequence[ManualStep],
        before: list[str],
        at: list[list[str]],
        after: list[str],
    ) -> list[str]:
        """Return the list a warning belongs to; one about screens that the way never sees belongs to none."""
        if clause.group == self.route.instruction.clauses[0].group:
            return before
        if (place := self._neighbour(clause, steps)) is not None:
            return at[place]
        screens = self._screens(clause.id)
        if not screens:
            return after
        if self._is_later(clause):
            return []
        found = next((number for number, step in enumerate(steps) if step.screen in screens), None)
        return before if found is None else at[found]

    def _neighbour(self, clause: Clause, steps: Sequence[ManualStep]) -> int | None:
        """Return the first step that the source names nearest to it: «v1.3.2» by «v1.3.…», then by the whole «v1.…»."""
        above = clause.id.split(".")
        for length in range(len(above) - 1, 1, -1):
            near = ".".join(above[:length]) + "."
            for named in ([step.clauses for step in steps], [step.seen for step in steps]):
                for number, clauses in enumerate(named):
                    if any(f"{name}.".startswith(near) for name in clauses):
                        return number
        return None

    def _is_later(self, clause: Clause) -> bool:
        """Whether it stands in a section behind the variant's own, for another occasion."""
        groups = [one.group for one in self.route.instruction.clauses]
        own = f"v{self.route.way.number}"
        return own in groups and groups.index(clause.group) > groups.index(own)

    def _screens(self, clause: str) -> set[str]:
        """Return the screens on which some scenario carries the clause out."""
        steps = [step for one in self.run.scenarios for step in one.steps if clause in step.clauses]
        acted = {action.before.screen for step in steps for action in step.facts(ActionDone)[:1]}
        return (acted | {last_screen(step) for step in steps if step.kind == "Outcome"}) - {""}


def _once(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
