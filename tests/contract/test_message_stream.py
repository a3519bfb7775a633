"""The promise that any tool of Cucumber can read our record: messages, order, ids and references are the protocol's.

The picture's other half, Cucumber's own HTML formatter, needs Node; how it was tried stands in the ADR on records.
"""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from cucumber_messages import Envelope, message_converter

from reports.record.messages import Message, content, kind, read
from reports.record.run import Run, read_run
from tests.runner.conftest import STRICT

ROOT = Path(__file__).parents[2]
PLUGINS = [
    "steps.runner.parent",
    "steps.runner.interruption",
    "steps.runner.collector",
    "steps.runner.verdict",
    "reports.recorder",
]
CONFTEST = f"""
import os
import pytest
from pathlib import Path
from reports.record.facts import Piece
from steps.language.sentence import given, sentence, then, when

pytest_plugins = {PLUGINS}

@given(sentence("есть учитель"))
def teacher(): pass

@when(sentence("нажимаю «{{label:Label}}»"))
def press(label):
    if label == "Нет":
        raise AssertionError("на экране нет кнопки «Нет»")
    if label == "Сломать":
        raise RuntimeError("симулятор не отвечает")
    if label == "Пропустить":
        pytest.skip("у стенда нет VPN")
    if label == "Умереть" and "PYTEST_XDIST_WORKER" in os.environ:
        os._exit(9)

@when(sentence("пишу:"))
def write(docstring): pass

@then(sentence("вижу кнопки:"))
def see_buttons(datatable): pass

@then(sentence("вижу учителя"))
def see_teacher(): pass

def pytest_svyazka_evidence(status):
    screen = Piece("application/vnd.svyazka.screen+json", b'{{"screen": "Desk"}}', "screen.json")
    return [screen] if status == "passed" else [screen, Piece("image/png", b"png", "screen.png")]

def pytest_svyazka_scenario_started(item):
    with Path("identities.txt").open("a", encoding="utf-8") as file:
        file.write(item.identity + "\\n")
"""
INI = f"{STRICT}svyazka_steps = this_project_has_its_steps_in_conftest\n"
FEATURES = {
    "one.feature": """\
@критично
Функция: Первая
  Предыстория:
    Дано есть учитель
  Сценарий: Все вместе
    #> perm.v1.1
    Когда нажимаю «Войти»
    И пишу:
      \"\"\"
      текст
      \"\"\"
    Тогда вижу кнопки:
      | таблица |
      | строка  |
  Правило: По строкам
    Структура сценария: Кнопка
      Когда нажимаю «<кнопка>»
      Тогда вижу учителя
      Примеры:
        | кнопка     |
        | Нет        |
        | Сломать    |
        | Пропустить |
        | Войти      |
    Сценарий: Неизвестный шаг
      Когда делаю что-то ещё
      Тогда вижу учителя
""",
    "two.feature": """\
Функция: Вторая
  Сценарий: Умирает
    Когда нажимаю «Умереть»
    Тогда вижу учителя
  Сценарий: Живёт
    Дано есть учитель
    Тогда вижу учителя
""",
    "unsound.feature": "Функция: Третья\n  Сценари: С опечаткой\n    Дано есть учитель\n",
}


@dataclass(frozen=True)
class Record:
    """What a real run of the project left, by one process or by two workers."""

    folder: Path
    messages: list[Message]
    run: Run
    identities: Counter[str]
    workers: int

    def every(self, name: str) -> list[Message]:
        """Returns what stands inside the messages of one kind."""
        return [message[name] for message in self.messages if name in message]


@pytest.fixture(scope="module", params=[0, 2], ids=["one process", "two workers"])
def record(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Record:
    """Runs the project once for all tests of this module."""
    project = tmp_path_factory.mktemp("project")
    for name, text in {**FEATURES, "conftest.py": CONFTEST, "pytest.ini": INI}.items():
        (project / name).write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", str(request.param)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    environment.pop("PYTEST_XDIST_WORKER", None)
    ended = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, timeout=120)
    folder = project / "reports" / "out"
    assert (folder / "messages.ndjson").exists(), ended.stdout + ended.stderr
    messages = list(read(folder / "messages.ndjson"))
    identities = Counter((project / "identities.txt").read_text(encoding="utf-8").splitlines())
    return Record(folder, messages, read_run(messages), identities, request.param)


def test_every_message_is_one_of_the_protocol_to_the_last_field(record: Record) -> None:
    for message in record.messages:
        assert len(message) == 1
        assert message_converter.to_dict(message_converter.from_dict(message, Envelope)) == message


def test_stream_begins_and_ends_as_it_should(record: Record) -> None:
    kinds = [kind(message) for message in record.messages]
    assert kinds[0] == "meta"
    assert kinds[-1] == "testRunFinished"
    assert [kinds.count(name) for name in ("meta", "testRunStarted", "testRunFinished")] == [1, 1, 1]
    started = kinds.index("testRunStarted")
    static = {"meta", "source", "gherkinDocument", "pickle", "parseError", "hook", "stepDefinition"}
    assert set(kinds[:started]) == static
    assert not static & set(kinds[started:])


def test_every_id_is_one_of_its_kind_and_every_reference_points_back(record: Record) -> None:
    known: set[str] = set()
    for message in record.messages:
        assert set(references(message)) <= known | set(own_ids(message))
        fresh = list(own_ids(message))
        assert len(fresh) == len(set(fresh))
        assert not known & set(fresh)
        known |= set(fresh)


def own_ids(node: Any) -> Iterator[str]:
    """Yields every `id` within a message."""
    if isinstance(node, dict):
        if isinstance(node.get("id"), str):
            yield node["id"]
        node = list(node.values())
    if isinstance(node, list):
        for inner in node:
            yield from own_ids(inner)


def references(node: Any) -> Iterator[str]:
    """Yields what any field whose name ends in Id or Ids points to."""
    if isinstance(node, list):
        for inner in node:
            yield from references(inner)
    if isinstance(node, dict):
        for name, value in node.items():
            if name.endswith("Id") and name != "workerId":
                yield value
            elif name.endswith("Ids"):
                yield from value
            else:
                yield from references(value)


def test_every_step_of_a_case_that_began_starts_and_finishes_once_within_it(record: Record) -> None:
    cases = {case["id"]: case for case in record.every("testCase")}
    for started in record.every("testCaseStarted"):
        told = [one for one in record.messages if content(one).get("testCaseStartedId") == started["id"]]
        assert kind(told[-1]) == "testCaseFinished"
        planned = [step["id"] for step in cases[started["testCaseId"]]["testSteps"]]
        for name in ("testStepStarted", "testStepFinished"):
            assert Counter(one[name]["testStepId"] for one in told if name in one) == Counter(planned)


def test_every_planned_scenario_has_its_one_verdict(record: Record) -> None:
    verdicts = {(one.place.name, *one.place.cells): one.status for one in record.run.scenarios}
    assert verdicts == {
        ("Все вместе",): "passed",
        ("Кнопка", "Нет"): "failed",
        ("Кнопка", "Сломать"): "broken",
        ("Кнопка", "Пропустить"): "skipped",
        ("Кнопка", "Войти"): "passed",
        ("Неизвестный шаг",): "unsound",
        ("Умирает",): "broken" if record.workers else "passed",
        ("Живёт",): "passed",
    }
    assert {problem.uri for problem in record.run.problems} == {"unsound.feature"}
    assert record.every("testRunFinished")[0]["success"] is False


def test_identities_are_those_the_collector_gave(record: Record) -> None:
    assert Counter(one.place.identity for one in record.run.scenarios) == record.identities


def test_pictures_are_files_named_relative_to_the_stream(record: Record) -> None:
    urls = [one["url"] for one in record.every("attachment") if "url" in one]
    assert len(urls) == 3
    assert len(set(urls)) == 3
    assert all((record.folder / url).read_bytes() == b"png" for url in urls)


def test_steps_are_tied_to_their_definitions(record: Record) -> None:
    definitions = {one["id"]: one["pattern"]["source"] for one in record.every("stepDefinition")}
    sentences = {step["id"]: step["text"] for one in record.every("pickle") for step in one["steps"]}
    tied = {
        sentences[step["pickleStepId"]]: [definitions[one] for one in step["stepDefinitionIds"]]
        for case in record.every("testCase")
        for step in case["testSteps"]
        if "pickleStepId" in step
    }
    assert tied["есть учитель"] == ["есть учитель"]
    assert tied["нажимаю «Войти»"] == ["нажимаю «{label:Label}»"]
    assert tied["делаю что-то ещё"] == []


def test_nothing_but_the_results_is_left(record: Record) -> None:
    left = {path.name for path in record.folder.iterdir()}
    assert left == {"messages.ndjson", "junit.xml", "evidence", "report", "run.lock"}
