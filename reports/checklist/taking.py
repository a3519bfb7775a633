"""Takes a filled form back: every answer becomes a record of what a person saw, or the whole form is refused."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path

from reports.checklist.filled import FormUnsound, Line, filled_head, is_header, read_lines
from reports.checklist.form import ANSWER, ANSWERS, CLAUSE, HEAD, MARK, NUMBER, PICTURE, SEEN, SENTENCE, TASK
from reports.record.clauses import Clause, Instruction
from reports.record.knowledge import Known, Source
from reports.record.masks import KINDS

OTHER_WORDS = {"да": "так", "+": "так", "✓": "так", "нет": "не так", "-": "не так", "не дошел": "не дошёл"}
DAYS = ("%d.%m.%Y", "%Y-%m-%d")
FINGERPRINT = re.compile(rf"{MARK}([0-9a-f]{{8}})")
PERSONAL = {"phones": "телефон", "codes": "число, похожее на код", "names": "имя человека"}
DIFFERS = ANSWERS["не так"]


@dataclass(frozen=True)
class Walk:
    """Where, when and in which role the walk was made; what is empty is looked for in the form itself."""

    day: str = ""
    place: str = ""
    role: str = ""


@dataclass(frozen=True)
class Taken:
    """The records of a form, and the clauses that got no answer or whose sentence has changed since it was printed."""

    records: tuple[Known, ...]
    unanswered: tuple[str, ...]
    changed: tuple[str, ...]

    @property
    def counts(self) -> Mapping[str, int]:
        """How many answers there are of each kind."""
        verdicts = Counter(one.verdict for one in self.records)
        return {answer: verdicts[verdict] for answer, verdict in ANSWERS.items()}


@dataclass
class _Reading:
    """A form while it is read; `complaints` are collected, so that a person hears of all at once."""

    instruction: Instruction
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.clauses = {clause.id: clause for clause in self.instruction.clauses}
        self.seen_at: dict[str, int] = {}


def take(path: Path, instruction: Instruction, told: Walk, today: date) -> Taken:
    """Read a filled form of this instruction; raises FormUnsound, which names every row that is wrong."""
    lines = read_lines(path)
    header = next((at for at, line in enumerate(lines) if is_header(line)), None)
    if header is None:
        raise FormUnsound(f"{path.name}: нет строки с названиями столбцов, среди них «{CLAUSE}» и «{ANSWER}»")
    reading = _Reading(instruction)
    walk, day = _walk(lines[:header], told, today, reading)
    columns = {name: at for at, name in enumerate(lines[header].cells) if name}
    answers = [(line.number, _named(line, columns)) for line in lines[header + 1 :]]
    records = [one for number, row in answers if (one := _record(number, row, walk, day, reading))]
    if not records and not reading.complaints:
        reading.complaints.append(f"ни одного ответа: столбец «{ANSWER}» пуст")
    if reading.complaints:
        raise FormUnsound("\n".join(f"{path.name}: {one}" for one in reading.complaints))
    unanswered = tuple(row[CLAUSE] for _, row in answers if row[CLAUSE] and not row[ANSWER])
    changed = [one.clause for one in records if one.sentences != reading.clauses[one.clause].fingerprints]
    return Taken(tuple(records), unanswered, tuple(changed))


def _walk(head: Sequence[Line], told: Walk, today: date, reading: _Reading) -> tuple[Walk, date]:
    written = dict(filled_head(head, HEAD))
    day, place = told.day or written.get("Дата", ""), told.place or written.get("Место", "")
    if not place:
        reading.complaints.append("не сказано, где проходили: впишите «Место» или добавьте --place")
    found = _day(day)
    if found is None:
        said = f"дата «{day}» непонятна" if day else "не сказано, когда проходили"
        reading.complaints.append(f"{said}: впишите «Дата», например 20.11.2026, или добавьте --date")
    elif found > today:
        reading.complaints.append(f"дата {day} ещё не наступила")
    place = place or "—"  # nothing is kept then: it has been complained of
    return Walk(day, place, told.role or written.get("Роль", "")), found or today


def _day(written: str) -> date | None:
    for form in DAYS:
        try:
            return datetime.strptime(written, form).date()
        except ValueError:
            continue
    return None


def _named(line: Line, columns: Mapping[str, int]) -> dict[str, str]:
    """Return the cells by the names of their columns; what is beyond the row's end is empty."""
    known = (NUMBER, CLAUSE, TASK, ANSWER, SEEN, PICTURE, SENTENCE)
    places = {name: columns.get(name, len(line.cells)) for name in known}
    return {name: line.cells[at] if at < len(line.cells) else "" for name, at in places.items()}


def _record(number: int, row: Mapping[str, str], walk: Walk, day: date, reading: _Reading) -> Known | None:
    complaints = list(_complaints(number, row, reading))
    reading.complaints += [f"строка {number}: {one}" for one in complaints]
    if complaints or not row[ANSWER]:
        return None
    clause = reading.clauses[row[CLAUSE]]
    verdict, seen = ANSWERS[_answer(row)], _seen(row)
    said = _sentences(row, clause)
    return Known(clause.id, verdict, walk.place, day, Source.PERSON, walk.role, None, said, seen)


def _complaints(number: int, row: Mapping[str, str], reading: _Reading) -> Iterator[str]:
    """Yield what keeps a row from being taken; one that says nothing has nothing wrong with it."""
    said = row[ANSWER] or row[SEEN] or row[PICTURE]
    if not row[CLAUSE]:
        yield from [f"ответ есть, а имени пункта в столбце «{CLAUSE}» нет"] if said else []
        return
    if not said:
        return
    if row[CLAUSE] not in reading.clauses:
        yield f"пункта «{row[CLAUSE]}» в инструкции {reading.instruction.id} нет{_near(row[CLAUSE], reading)}"
    elif (earlier := reading.seen_at.setdefault(row[CLAUSE], number)) != number:
        yield f"пункт {row[CLAUSE]} уже был в строке {earlier}"
    if not row[ANSWER]:
        yield f"есть «{SEEN}», а ответа нет: {', '.join(ANSWERS)}"
    elif _answer(row) not in ANSWERS:
        yield f"ответ «{row[ANSWER]}» непонятен, бывает: {', '.join(ANSWERS)}"
    elif ANSWERS[_answer(row)] == DIFFERS and not row[SEEN]:
        yield f"ответ «не так», а столбец «{SEEN}» пуст: напишите, что увидели"
    yield from _personal(row)
    if row[SENTENCE] and not all(map(FINGERPRINT.fullmatch, row[SENTENCE].split())):
        yield f"столбец «{SENTENCE}» изменён: верните как было или очистите ячейку"


def _personal(row: Mapping[str, str]) -> Iterator[str]:
    """Yield what a person wrote of somebody: it would be kept for good."""
    for name in (SEEN, PICTURE):
        for kind, words in PERSONAL.items():
            if re.search(KINDS[kind], row[name]):
                yield f"в столбце «{name}» {words}: уберите, такое в записи не берём"


def _answer(row: Mapping[str, str]) -> str:
    word = row[ANSWER].lower().rstrip(".")
    return OTHER_WORDS.get(word, word)


def _seen(row: Mapping[str, str]) -> str:
    picture = f"снимок: {row[PICTURE]}" if row[PICTURE] else ""
    return " · ".join(filter(None, (row[SEEN], picture)))


def _sentences(row: Mapping[str, str], clause: Clause) -> tuple[str, ...]:
    """Return what the form was printed for; one without that column speaks of the list as it is."""
    return tuple(FINGERPRINT.findall(row[SENTENCE])) if row[SENTENCE] else clause.fingerprints


def _near(name: str, reading: _Reading) -> str:
    near = get_close_matches(name, reading.clauses, n=1)
    return f". Может быть, {near[0]}?" if near else ""
