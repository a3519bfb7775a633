"""Makes a scenario of the answers, proves that it is sound, and only then writes it; nothing there is, is changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from steps.catalogue.definitions import known_definitions
from steps.language.binding import misbound
from steps.language.features import FeatureDocument, line_of
from steps.language.matching import Matcher
from steps.language.reading import parse_feature, read_feature
from steps.lint.layout import indent_of
from steps.scaffold.answers import BEFORE, STARTS, Answers
from steps.scaffold.fitness import file_unfit
from steps.scaffold.project import FEATURES, FIRST_POSITION, Project

HEADING, STEP = "  ", "    "  # how far in they stand where no scenario shows it


class Unfit(ValueError):
    """No sound scenario can be made of the answers; the message is Russian and says what to change."""


@dataclass(frozen=True)
class Draft:
    """What will be written: the file, what is added to it, and the line the scenario will stand on."""

    path: Path
    uri: str
    added: str
    line: int
    is_new: bool


def draft(answers: Answers, project: Project) -> Draft:
    """Return the scenario in its place; raises Unfit, above all where a run would refuse it."""
    if why := file_unfit(answers.file):
        raise Unfit(why)
    path = project.path(answers.folder, answers.file)
    uri, is_new = "/".join((FEATURES, answers.folder, answers.file)), not path.exists()
    before = parse_feature("", uri) if is_new else read_feature(path, uri)
    lines = _feature(answers) if is_new else [*_gap(before), *_scenario(answers, before)]
    ending = "\r\n" if not is_new and b"\r\n" in path.read_bytes() else "\n"
    whole = parse_feature(before.source + "".join(f"{line}\n" for line in lines), uri)
    _prove(before, whole, answers.name)
    line = next(whole.line_of(pickle) for pickle in whole.pickles if pickle["name"] == answers.name)
    return Draft(path, uri, "".join(f"{line}{ending}" for line in lines), line, is_new)


def write(made: Draft) -> None:
    """Write a new file, or add to the end of the one there is; one that has come meanwhile is an error."""
    with made.path.open("xb" if made.is_new else "ab") as file:
        file.write(made.added.encode())


def _gap(before: FeatureDocument) -> list[str]:
    """What ends the last line of a file, if nothing does, and an empty line."""
    return [""] if before.source.endswith("\n") else ["", ""]


def _feature(answers: Answers) -> list[str]:
    tags = [f"@{tag}" for tag in (answers.folder, answers.role) if tag]
    return ["# language: ru", " ".join(tags), f"Функция: {answers.title}", "", *_scenario(answers, None)]


def _scenario(answers: Answers, before: FeatureDocument | None) -> Iterator[str]:
    feature = before.feature if before else None
    present = {tag["name"] for tag in feature["tags"]} if feature else set()
    power = STARTS[answers.start].power if answers.start in STARTS else ""
    tags = [f"@{answers.severity}", *([f"@{power}"] if power and f"@{power}" not in present else [])]
    heading, step = _indents(before)
    yield f"{heading}{' '.join(tags)}"
    yield f"{heading}Сценарий: {answers.name}"
    for keyword, sentences in (
        ("Дано", _given(answers)),
        ("Когда", _pressed(answers)),
        ("Тогда", [_seen(answers)]),
    ):
        yield from (f"{step}{'И' if number else keyword} {each}" for number, each in enumerate(sentences))


def _indents(before: FeatureDocument | None) -> tuple[str, str]:
    """How far in a scenario and its steps stand: as far as those of the one before, in a rule or not."""
    last = before.scenarios[-1].node if before and before.scenarios else None
    if not before or not last or not last["steps"]:
        return HEADING, STEP
    heading, step = (indent_of(before.lines[line_of(node) - 1]) for node in (last, last["steps"][0]))
    return heading, step


def _given(answers: Answers) -> list[str]:
    """What comes first; where an answer is empty, the file says it already."""
    who = f"я — «{answers.who}»" if answers.who not in ("", FIRST_POSITION) else ""
    before = BEFORE[answers.before] if answers.before else ""
    return [sentence for sentence in (who, before, _started(answers.start)) if sentence]


def _started(start: str) -> str:
    known = STARTS[start].sentence if start in STARTS else ""
    return known or (f"открываю «{start}»" if start else "")


def _pressed(answers: Answers) -> list[str]:
    return [f"нажимаю «{label}»" for label in answers.press]


def _seen(answers: Answers) -> str:
    return f"вижу экран «{answers.see}»"


def _prove(before: FeatureDocument, whole: FeatureDocument, name: str) -> None:
    """What was wrong with the file before is not the new scenario's."""
    matcher = Matcher(known_definitions())
    old = {problem.message for problem in [*before.problems, *misbound(before, matcher)]}
    new = [each for each in [*whole.problems, *misbound(whole, matcher)] if each.message not in old]
    if new:
        raise Unfit(_told([problem.message for problem in new]))
    if name not in [pickle["name"] for pickle in whole.pickles]:
        raise Unfit(f"название «{name}» в файле читалось бы иначе: уберите лишние пробелы и переводы строк")


def _told(messages: Sequence[str]) -> str:
    return "; ".join(dict.fromkeys(messages))
