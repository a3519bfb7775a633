"""The run as JUnit XML, with every scenario's place in its `.feature`."""

from datetime import UTC, datetime
from xml.etree import ElementTree as Xml  # noqa: S405  written here, never parsed

from reports.record.run import Run, Scenario
from reports.russian import printable

# What JUnit calls each of our verdicts; "passed" needs no element of its own.
_ELEMENTS = {
    "failed": "failure",
    "broken": "error",
    "unsound": "error",
    "interrupted": "error",
    "not_started": "error",
    "skipped": "skipped",
}
_MESSAGES = {
    "failed": "Не пройден",
    "broken": "Сломался",
    "unsound": "Ошибка в самом сценарии",
    "interrupted": "Прерван",
    "not_started": "Запланирован, но не выполнялся",
    "skipped": "Пропущен",
}
_MARKS = {"passed": "✓", "failed": "✗", "broken": "✗", "skipped": "–", "not_run": "·", "interrupted": "…"}


def junit(run: Run) -> str:
    """Returns the whole document; unsound features stand in it as errors."""
    time = f"{run.seconds:.3f}"
    suite = Xml.Element("testsuite", name="svyazka", timestamp=_moment(run.started), time=time)
    for scenario in run.scenarios:
        suite.append(_case(scenario))
    for problem in run.problems:
        place = {
            "classname": problem.uri,
            "name": problem.uri,
            "file": problem.uri,
            "line": str(problem.line),
        }
        case = Xml.SubElement(suite, "testcase", {**place, "time": "0"})
        _verdict(case, "error", "unsound", problem.message, problem.message)
    _count(suite)
    totals = {name: suite.attrib[name] for name in ("tests", "failures", "errors", "skipped", "time")}
    suites = Xml.Element("testsuites", totals)
    suites.append(suite)
    Xml.indent(suites)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + Xml.tostring(suites, encoding="unicode") + "\n"


def _case(scenario: Scenario) -> Xml.Element:
    place = scenario.place
    case = Xml.Element(
        "testcase",
        classname=printable(place.feature),
        name=printable(place.title),
        file=place.uri,
        line=str(place.line),
        time=f"{scenario.seconds:.3f}",
    )
    if element := _ELEMENTS.get(scenario.status):
        message = ": ".join(filter(None, (_MESSAGES[scenario.status], scenario.reason)))
        _verdict(case, element, scenario.status, message, _story(scenario))
    return case


def _verdict(case: Xml.Element, element: str, kind: str, message: str, text: str) -> None:
    attributes = {"message": printable(message.partition("\n")[0])}
    if element != "skipped":
        attributes["type"] = kind
    Xml.SubElement(case, element, attributes).text = printable(text)


def _story(scenario: Scenario) -> str:
    """Returns the scenario sentence by sentence, the reason and the files with the evidence."""
    lines = [
        f"{_MARKS[step.status]} {scenario.place.uri}:{step.line}  {step.sentence}"
        for step in scenario.steps
        if step.sentence is not None
    ]
    files = [piece.url for piece in scenario.attached if piece.url]
    return "\n".join(filter(None, [*lines, scenario.reason, *files]))


def _count(suite: Xml.Element) -> None:
    for plural, element in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(plural, str(len(suite.findall(f"testcase/{element}"))))
    suite.set("tests", str(len(suite)))


def _moment(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
