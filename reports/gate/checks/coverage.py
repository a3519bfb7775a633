"""Whether enough clauses of each instruction were checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reports.coverage import Finding as ClauseFinding
from reports.coverage import Verdict
from reports.gate.finding import Code, Examined, Finding
from reports.gate.inputs import Inputs
from reports.record.clauses import Instruction
from reports.record.naming import first_of
from reports.record.policy import ALL

TITLE = "Пункты инструкций проверены"
NAMED_AT_MOST = 8


def examine(inputs: Inputs) -> Examined | None:
    """Find the instructions of which too little was checked; None where the policy asks for nothing."""
    asked = inputs.policy.policy.coverage
    if not asked:
        return None
    found: list[Finding] = [*_unknown(inputs)]
    shares = [share(inputs, one) for one in inputs.instructions.values() if _wanted(inputs, one)]
    for one in shares:
        found += _too_little(one, _wanted(inputs, one.instruction))
    checked, total = sum(one.checked for one in shares), sum(one.total for one in shares)
    excused = sum(len(one.excused) for one in shares)
    aside = f", в карантине и у нестабильных {excused}" if excused else ""
    return Examined(total, f"проверено {checked} из {total}{aside}", tuple(found))


@dataclass(frozen=True)
class Share:
    """How much of an instruction was checked. `excused` are clauses that only forgiven scenarios did not get to."""

    instruction: Instruction
    total: int
    silent: tuple[ClauseFinding, ...]
    excused: tuple[ClauseFinding, ...]

    @property
    def checked(self) -> int:
        """How many clauses something was found out about."""
        return self.total - len(self.silent) - len(self.excused)

    @property
    def base(self) -> int:
        """Of how many this is a share."""
        return self.total - len(self.excused)


def share(inputs: Inputs, instruction: Instruction) -> Share:
    """Return how much of an instruction was checked."""
    found = [inputs.clauses[clause.id] for clause in instruction.clauses]
    checkable = [one for one in found if one.verdict is not Verdict.UNCHECKABLE]
    unchecked = [one for one in checkable if one.verdict is Verdict.UNCHECKED]
    excused = tuple(one for one in unchecked if _is_excused(inputs, one))
    silent = tuple(one for one in unchecked if one not in excused)
    return Share(instruction, len(checkable), silent, excused)


def _is_excused(inputs: Inputs, found: ClauseFinding) -> bool:
    """Say whether only scenarios that are judged elsewhere kept a clause from being checked."""
    guilty = [trial.scenario for trial in found.trials if trial.verdict is Verdict.UNCHECKED]
    return bool(guilty) and all(one.status == "unstable" or inputs.is_quarantined(one) for one in guilty)


def _wanted(inputs: Inputs, instruction: Instruction) -> float:
    """Return the percentage that is asked for, 0 where none is."""
    asked = inputs.policy.policy.coverage
    return asked.get(instruction.id, asked.get(ALL, 0))


def _unknown(inputs: Inputs) -> Iterator[Finding]:
    for name in inputs.policy.policy.coverage:
        if name != ALL and name not in inputs.instructions:
            text = f"Инструкции «{name}» нет (coverage), есть: {', '.join(inputs.instructions)}."
            yield Finding("coverage", Code.POLICY, text, inputs.policy.path.name)


def _too_little(of: Share, wanted: float) -> Iterator[Finding]:
    name, file = of.instruction.id, f"fixtures/instructions/{of.instruction.id}.toml"
    if not of.base:
        text = f"Процента нет: у «{name}» считать не из чего, 0 пунктов, а нужно {_number(wanted)} %."
        yield Finding("coverage", Code.POLICY, text, file, 1)
    elif (reached := 100 * of.checked / of.base) < wanted:
        names = first_of([one.clause.id for one in of.silent], NAMED_AT_MOST)
        text = (
            f"«{name}»: проверено {of.checked} из {of.base} пунктов, {_down(reached)} %, нужно {_number(wanted)} %. "
            f"Не проверены: {names}."
        )
        yield Finding("coverage", Code.POLICY, text, file, 1)


def _down(percent: float) -> str:
    """Return a percentage that was not reached; never rounded up to the one that was asked for."""
    return _number(int(percent * 10) / 10)


def _number(percent: float) -> str:
    return f"{percent:g}".replace(".", ",")
