"""What passes at a second try alone is unstable: in the exit code, on the terminal, for every reader of the record."""

from xml.etree import ElementTree as Xml

import pytest

from reports.record.messages import read
from reports.record.run import Run, read_run
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
# A trace is asked for after the first time, so that a second try is the third time that a scenario is carried out.
CALM = ("1", "3")


def carried_out(project: Project, *times: str, words: tuple[str, ...]) -> tuple[Outcome, Run]:
    """Runs a scenario for each number: the tea is hot from that time on."""
    project.conftest(STEPS)
    scenarios = (
        f"  Сценарий: Пью {one}\n    Дано стол накрыт\n    Тогда чай горячий с раза {one}\n" for one in times
    )
    project.feature("# language: ru\nФункция: Чай\n" + "".join(scenarios))
    outcome = project.pytest("-p", "steps.runner.terminal", "-q", "--out=out", *words)
    return outcome, read_run(read(project.path / "out" / "messages.ndjson"))


def test_scenario_that_passes_at_a_second_try_is_unstable_everywhere(project: Project) -> None:
    outcome, run = carried_out(project, *CALM, words=("--retries=2",))
    assert outcome.code == 1
    assert [(one.status, one.executed, one.retries) for one in run.scenarios] == [
        ("passed", 1, 0),
        ("unstable", 1, 1),
    ]
    unstable = run.scenarios[1]
    assert unstable.reason == "Прошёл с попытки № 2. В первый раз: чай остыл"
    assert [step.status for step in unstable.steps[:2]] == ["passed", "failed"]
    assert "[2/2] нестабилен  Пью 3" in outcome.text
    assert "2 сценария: 1 пройден, 1 нестабилен" in outcome.text
    case = Xml.parse(project.path / "out" / "junit.xml").getroot()[0][1]  # noqa: S314  our own document
    assert (case[0].tag, case[0].attrib["type"]) == ("error", "unstable")


def test_no_reader_of_the_record_sees_an_unstable_scenario_green(project: Project) -> None:
    carried_out(project, "3", words=("--retries=2",))
    messages = list(read(project.path / "out" / "messages.ndjson"))
    started = [one["testCaseStarted"] for one in messages if "testCaseStarted" in one]
    finished = [one["testCaseFinished"] for one in messages if "testCaseFinished" in one]
    assert [one["attempt"] for one in started] == [0, 1]
    assert [one["willBeRetried"] for one in finished] == [True, False]
    last = [one["testStepFinished"] for one in messages if "testStepFinished" in one]
    own = [one["testStepResult"]["status"] for one in last if one["testCaseStartedId"] == started[-1]["id"]]
    assert own == ["PASSED", "PASSED", "FAILED"]
    assert not messages[-1]["testRunFinished"]["success"]


def test_as_many_as_allowed_leave_the_run_green(project: Project) -> None:
    outcome, run = carried_out(project, *CALM, words=("--retries=1", "--unstable=1"))
    assert (outcome.code, [one.status for one in run.scenarios]) == (0, ["passed", "unstable"])


def test_one_that_never_passes_has_failed_however_often_it_was_tried(project: Project) -> None:
    words = ("--retries=2", "--unstable=1", "-n", "2")
    outcome, run = carried_out(project, *CALM, "9", words=words)
    assert (outcome.code, [one.status for one in run.scenarios]) == (1, ["passed", "unstable", "failed"])
    assert [one.retries for one in run.scenarios] == [0, 1, 2]
    assert "[3/3]" in outcome.text
    assert "[4/3]" not in outcome.text


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
