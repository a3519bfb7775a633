"""The run as JUnit XML, with every scenario's place in its `.feature`."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, datetime
from xml.etree import ElementTree as Xml  # noqa: S405  written here, never parsed

from reports.record.printable import printable
from reports.record.run import Run, Scenario
from reports.record.status import ENDED_WELL, WORDS

# Where JUnit says more of a verdict than our word for it.
_MESSAGES = {"unsound": "Ошибка в самом сценарии", "not_started": "Запланирован, но не выполнялся"}
_SIGNS = {status: words.sign for status, words in WORDS.items()} | {"broken": "✗"}


def junit(run: Run, folder: str = "") -> str:
    """Return the whole document; unsound features stand in it as errors.

    `folder`, where the evidence lies as CI asks for it, adds what was kept of bad ends as GitLab's attachments.
    """
    time = f"{run.seconds:.3f}"
    suite = Xml.Element("testsuite", name="svyazka", timestamp=_moment(run.started), time=time)
    apart: dict[Xml.Element, str] = {}
    for scenario in run.scenarios:
        suite.append(case := _case(scenario))
        if folder and scenario.status not in ENDED_WELL:
            _attach(case, scenario, folder)
        apart[case] = ", ".join(filter(None, (scenario.place.uri, scenario.place.rule)))
    for problem in run.problems:
        place = {
            "classname": problem.uri,
            "name": problem.uri,
            "file": problem.uri,
            "line": str(problem.line),
        }
        case = Xml.SubElement(suite, "testcase", {**place, "time": "0"})
        _verdict(case, "error", "unsound", problem.message, problem.message)
    _tell_apart(suite, apart)
    _count(suite)
    totals = {name: suite.attrib[name] for name in ("tests", "failures", "errors", "skipped", "time")}
    suites = Xml.Element("testsuites", totals)
    suites.append(suite)
    Xml.indent(suites)
    document = Xml.tostring(suites, encoding="unicode")
    return printable(f'<?xml version="1.0" encoding="utf-8"?>\n{document}\n')


def _case(scenario: Scenario) -> Xml.Element:
    place = scenario.place
    case = Xml.Element(
        "testcase",
        classname=place.feature,
        name=place.title,
        file=place.uri,
        line=str(place.line),
        time=f"{scenario.seconds:.3f}",
    )
    if scenario.status != "passed":
        said = _MESSAGES.get(scenario.status) or WORDS[scenario.status].word.capitalize()
        message = ": ".join(filter(None, (said, scenario.reason)))
        _verdict(case, _element(scenario.status), scenario.status, message, _story(scenario))
    return case


def _attach(case: Xml.Element, scenario: Scenario, folder: str) -> None:
    pictures = [
        piece.url for piece in scenario.attached if piece.url and piece.media_type.startswith("image/")
    ]
    if pictures:
        Xml.SubElement(case, "system-out").text = f"[[ATTACHMENT|{folder}/{pictures[-1]}]]"


def _element(status: str) -> str:
    """Return JUnit's word: all that is no finding about the system and was not left out is an error."""
    return "failure" if status == "failed" else "skipped" if status in ENDED_WELL else "error"


def _verdict(case: Xml.Element, element: str, kind: str, message: str, text: str) -> None:
    attributes = {"message": message.partition("\n")[0]}
    if element != "skipped":
        attributes["type"] = kind
    Xml.SubElement(case, element, attributes).text = text


def _story(scenario: Scenario) -> str:
    """Return the scenario sentence by sentence, the reason and the files with the evidence."""
    lines = [
        f"{_SIGNS[step.status]} {scenario.place.uri}:{step.line}  {step.sentence}"
        for step in scenario.steps
        if step.sentence is not None
    ]
    files = [piece.url for piece in scenario.attached if piece.url]
    return "\n".join(filter(None, [*lines, scenario.reason, *files]))


def _tell_apart(suite: Xml.Element, apart: Mapping[Xml.Element, str]) -> None:
    """Add file and rule to those whom readers would take for one, and a number where these are one too.

    Never the line: it moves, and a reader that remembers names would take the case for a new one.
    """
    for case in (case for twins in _twins(suite) for case in twins if case in apart):
        case.set("name", f"{case.attrib['name']} ({apart[case]})")
    for twins in _twins(suite):
        for number, case in enumerate(twins, start=1):
            case.set("name", f"{case.attrib['name']} ({number})")


def _twins(suite: Xml.Element) -> list[list[Xml.Element]]:
    """Return the cases that are called alike, class and name, group by group."""
    called: defaultdict[tuple[str, str], list[Xml.Element]] = defaultdict(list)
    for case in suite:
        called[case.attrib["classname"], case.attrib["name"]].append(case)
    return [cases for cases in called.values() if len(cases) > 1]


def _count(suite: Xml.Element) -> None:
    for plural, element in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(plural, str(len(suite.findall(f"testcase/{element}"))))
    suite.set("tests", str(len(suite)))


def _moment(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
