"""The way that an instruction for people follows through a run: its steps, each with what could be seen at it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reports.moments import Moment, moments
from reports.record.clauses import Clause, Instruction
from reports.record.facts import ActionDone, ScreenSeen
from reports.record.run import Run, Scenario, Step
from reports.record.status import ENDED_WELL
from reports.russian import plural
from reports.screen_map.ways import MapWay, ways
from reports.sections import VARIANT

RED, PARTIAL, WRONG = 1, 3, 64


class NotInstructive(ValueError):
    """No instruction can be made of this run; the message is Russian and says what to do, the code what is wrong."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True)
class Route:
    """A variant's way through the run, from the first thing a person does; `entrance` leads to where it begins."""

    way: MapWay
    moments: tuple[Moment, ...]
    entrance: Scenario | None = None

    @property
    def instruction(self) -> Instruction:
        """The instruction it is a way through."""
        return self.way.instruction

    @property
    def name(self) -> str:
        """What its files are called by."""
        return f"{self.instruction.id}-{self.way.number}"

    @property
    def is_variant(self) -> bool:
        """Whether the instruction has several ways."""
        return any(VARIANT.fullmatch(clause.group) for clause in self.instruction.clauses)

    def concerns(self, clause: Clause) -> bool:
        """Whether a clause is said of this way, not of another variant."""
        return (
            clause.id.partition(".")[0] == self.instruction.id
            and (not VARIANT.fullmatch(clause.group) or clause.group == f"v{self.way.number}")
        )  # fmt: skip


def require_green(run: Run) -> None:
    """Raise NotInstructive unless the whole of a run has passed: people follow an instruction without doubting it."""
    bad = [one for one in run.scenarios if one.status not in ENDED_WELL]
    if bad or run.problems:
        named = "; ".join(f"«{one.place.title}»" for one in bad[:3])
        raise NotInstructive(
            f"Инструкция делается только из прогона, в котором прошло всё. Не прошли: "
            f"{plural(len(bad), 'сценарий', 'сценария', 'сценариев')}{f' — {named}' if named else ''}"
            f"{' и другие' if len(bad) > 3 else ''}.\n"
            "Посмотрите отчёт, почините и повторите: python3 svyazka.py run",
            RED,
        )
    if not run.scenarios or run.left_out or run.is_part or run.of("skipped"):
        raise NotInstructive(
            "Инструкция делается только из целого прогона, а этот — часть: чего не выполняли, того он не знает.\n"
            "Повторите без выбора сценариев: python3 svyazka.py run",
            PARTIAL,
        )


def routes(
    run: Run, instructions: Mapping[str, Instruction], name: str = "", variant: int = 0
) -> list[Route]:
    """Return the ways that were asked for, by default all; raise NotInstructive."""
    require_green(run)
    found = [way for way in ways(run, instructions) if name in ("", way.instruction.id)]
    chosen = [way for way in found if variant in (0, way.number)]
    if not chosen:
        numbers = ", ".join(str(way.number) for way in found)
        there = f"есть: {numbers}" if numbers else "ни один сценарий её не выполняет"
        raise NotInstructive(f"Варианта {variant} у «{name}» нет, {there}.", WRONG)
    return [_route(run, way) for way in chosen]


def _route(run: Run, way: MapWay) -> Route:
    own = list(_walked(way.scenario))
    goal = _skipped_to(own)
    entrance = goal and _entrance(run, way.instruction, goal)
    if not entrance:
        return Route(way, tuple(own))
    before = list(_until(_walked(entrance), goal))
    return Route(way, (*before, *own[1:]), entrance)


def _walked(scenario: Scenario) -> Iterator[Moment]:
    """Yield what is done and seen, without what was arranged, and without detours: what is done and seen there."""
    on_detour = False
    for one in moments(scenario):
        if one.step.kind == "Action":
            on_detour = one.step.detour
        if one.step.kind in ("Action", "Outcome") and not on_detour:
            yield one


def _skipped_to(walked: list[Moment]) -> str:
    """Return the screen a scenario begins from by a short cut: one that opens an address inside the system."""
    if not walked:
        return ""
    opened = [one for one in walked[0].step.facts(ActionDone) if one.verb == "open"]
    is_short_cut = any(one.before.screen for one in opened)
    return last_screen(walked[0].step) if is_short_cut else ""


def _entrance(run: Run, instruction: Instruction, goal: str) -> Scenario | None:
    """Return the scenario that gets to the screen as the instruction has it: it carries the most of its clauses."""

    shared = {clause.id for clause in instruction.clauses if not VARIANT.fullmatch(clause.group)}

    def carried(scenario: Scenario) -> int:
        return len({clause for step in scenario.steps for clause in step.clauses} & shared)

    found = [one for one in run.scenarios if carried(one) and _arrives(one, goal)]
    return max(found, key=carried, default=None)


def _arrives(scenario: Scenario, goal: str) -> bool:
    walked = list(_walked(scenario))
    if not walked or any(_shows_anything(step) for step in scenario.steps if step.kind == "Context"):
        return False
    return not _skipped_to(walked) and any(last_screen(one.step) == goal for one in walked)


def _shows_anything(step: Step) -> bool:
    """Whether something was in front by then: somebody has gone there, or was brought."""
    return bool(step.facts(ActionDone) or step.facts(ScreenSeen))


def _until(walked: Iterator[Moment], goal: str) -> Iterator[Moment]:
    for one in walked:
        yield one
        if last_screen(one.step) == goal:
            return


def last_screen(step: Step) -> str:
    """Return the screen that a step ended on."""
    return next((seen.screen for seen in reversed(step.facts(ScreenSeen))), "")
