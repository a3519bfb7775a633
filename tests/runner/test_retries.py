"""What passes at a second try alone is unstable: in the exit code, on the terminal, for every reader of the record."""

from types import SimpleNamespace
from xml.etree import ElementTree as Xml

import pytest

from reports.record.messages import Message, read
from reports.record.run import Run, read_run
from steps.runner.verdict import Verdicts
from tests.runner.conftest import Outcome, Project

STEPS = """
pytest_plugins += ["reports.recorder", "steps.runner.repeat", "steps.runner.retries"]
@given(sentence("стол накрыт"))
def laid():
    pass

@then(sentence("чай горячий с раза {times:Number}"))
def hot(times, request):
    mark = Path(request.config.getoption("out"), f"times-{times}")
    mark.parent.mkdir(exist_ok=True)
    with mark.open("a") as file:
        file.write("x")
    assert mark.stat().st_size >= times, "чай остыл"
"""


def carried_out(project: Project, *times: str, words: tuple[str, ...]) -> tuple[Outcome, Run]:
    """Runs a scenario for each number: the tea is hot from that time on."""
    project.conftest(STEPS)
    scenarios = (
        f"  Сценарий: Пью {one}\n    Дано стол накрыт\n    Тогда чай горячий с раза {one}\n" for one in times
    )
    project.feature("# language: ru\nФункция: Чай\n" + "".join(scenarios))
    outcome = project.pytest("-p", "steps.runner.terminal", "-q", "--out=out", *words)
    return outcome, read_run(read(project.path / "out" / "messages.ndjson"))


def test_retries_are_told_alike_everywhere(project: Project) -> None:
    """The repeat for a trace comes first: a second try is the third time that a scenario is carried out."""
    outcome, run = carried_out(project, "1", "3", "9", words=("--retries=2", "--unstable=1", "-n", "2"))
    assert outcome.code == 1
    assert [(one.status, one.executed, one.retries) for one in run.scenarios] == [
        ("passed", 1, 0),
        ("unstable", 1, 1),
        ("failed", 1, 2),
    ]
    assert run.scenarios[1].reason == "Прошёл с попытки № 2. В первый раз: чай остыл"
    assert [step.status for step in run.scenarios[1].steps[:2]] == ["passed", "failed"]
    assert_terminal_counts_each_once(outcome.text)
    junit = Xml.parse(project.path / "out" / "junit.xml").getroot()[0]  # noqa: S314  our own document
    assert [(case[0].tag, case[0].attrib["type"]) for case in junit if len(case)] == [
        ("error", "unstable"),
        ("failure", "failed"),
    ]
    assert_no_reader_sees_it_green(list(read(project.path / "out" / "messages.ndjson")))


def assert_terminal_counts_each_once(text: str) -> None:
    ended = [line.partition("/")[0] for line in text.splitlines() if line.startswith("[")]
    assert ended == ["[1", "[2", "[3"]
    assert "Повтор 1: нестабилен  Пью 3" in text
    assert "Повтор 2: не прошёл  Пью 9" in text
    assert "3 сценария: 1 пройден, 1 не пройден, 1 нестабилен" in text


def assert_no_reader_sees_it_green(messages: list[Message]) -> None:
    """The attempts are Cucumber's own, and the last one of what was unstable ends with a hook that failed."""
    started = {
        one["testCaseStarted"]["id"]: one["testCaseStarted"] for one in messages if "testCaseStarted" in one
    }
    finished = [one["testCaseFinished"] for one in messages if "testCaseFinished" in one]
    again = [(started[one["testCaseStartedId"]]["attempt"], one["willBeRetried"]) for one in finished]
    assert sorted(again) == [(0, False), (0, True), (0, True), (1, False), (1, True), (2, False)]
    last = {started[one["testCaseStartedId"]]["id"] for one in finished if not one["willBeRetried"]}
    steps = [one["testStepFinished"] for one in messages if "testStepFinished" in one]
    red = {one["testCaseStartedId"] for one in steps if one["testStepResult"]["status"] == "FAILED"}
    assert len(last - red) == 1
    assert not messages[-1]["testRunFinished"]["success"]


@pytest.mark.parametrize(("allowed", "code"), [(0, 1), (1, 1), (2, 0)])
def test_as_many_as_allowed_leave_the_run_green(allowed: int, code: int) -> None:
    options = SimpleNamespace(collectonly=False)
    config = SimpleNamespace(stash={}, option=options, getoption=lambda name, usual: allowed)
    book = Verdicts(config)
    book.ended = book.planned = {"один": "passed", "два": "unstable", "три": "unstable"}
    assert book.code() == code


def test_command_asks_the_policy_how_many_are_allowed(project: Project) -> None:
    from steps.runner.command import arguments, pytest_arguments

    policy = project.path / "gate.toml"
    policy.write_text("unstable = 4\n", encoding="utf-8")
    words = pytest_arguments(arguments().parse_args(["--retries", "2", "--policy", str(policy)]))
    assert {"--retries=2", "--unstable=4"} <= set(words)
    assert not [word for word in pytest_arguments(arguments().parse_args([])) if "unstable" in word]
    policy.write_text("unstable = много\n", encoding="utf-8")
    with pytest.raises(SystemExit) as left:
        pytest_arguments(arguments().parse_args(["--retries", "2", "--policy", str(policy)]))
    assert left.value.code == 64
