"""The ready files for CI: what their publishers' schemas allow, and shell lines that do what a fleet needs.

GitHub's lines are carried out for real, as four processes, one of which is killed; the others' must say the same.
"""

import hashlib
import json
import os
import re
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.validators import validator_for
from ruamel.yaml import YAML

from fixtures.postgres import OWN
from reports.record.messages import read
from reports.record.run import read_run
from steps.checkup import arguments as whole_arguments
from steps.runner.command import arguments
from svyazka import COMMANDS
from tests.runner.conftest import CONFTEST, INI

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="строки CI — для оболочки POSIX")

ROOT = Path(__file__).parents[2]
CI = ROOT / "docs/ci"
SCHEMAS = Path(__file__).parent / "schemas"
PARTS = 4


def documents(name: str) -> list[Any]:
    return list(YAML(typ="safe", pure=True).load_all((CI / name).read_text(encoding="utf-8")))


def published(name: str) -> Any:
    """Returns a schema that the package check-jsonschema carries."""
    return json.loads(
        (files("check_jsonschema.builtin_schemas") / "vendor" / name).read_text(encoding="utf-8")
    )


def complaints(schema: Any, document: Any) -> list[str]:
    return [
        f"{error.json_path}: {error.message}" for error in validator_for(schema)(schema).iter_errors(document)
    ]


def test_github_takes_its_file() -> None:
    (workflow,) = documents("github.yml")
    assert complaints(published("github-workflows.json"), workflow) == []
    workflow["jobs"]["part"]["strategy"]["fail-fest"] = False
    assert complaints(published("github-workflows.json"), workflow) != []


def test_gitlab_takes_its_file() -> None:
    (pipeline,) = documents("gitlab.yml")
    assert complaints(published("gitlab-ci.json"), pipeline) == []
    pipeline["часть"]["parallel"] = "четыре"
    assert complaints(published("gitlab-ci.json"), pipeline) != []


def test_kubernetes_takes_every_object_of_its_file() -> None:
    schema = SCHEMAS / "kubernetes-1.37.0.json"
    assert hashlib.sha256(schema.read_bytes()).hexdigest() in (SCHEMAS / "README.md").read_text(
        encoding="utf-8"
    )
    definitions = json.loads(schema.read_text(encoding="utf-8"))
    objects = documents("kubernetes.yaml")
    assert [each["kind"] for each in objects] == ["Job", "Job", "CronJob"]
    for each in objects:
        kind = definitions | {"$ref": f"#/$defs/io.k8s.api.batch.v1.{each['kind']}"}
        assert complaints(kind, each) == []
        each["spec"]["completion"] = 4
        assert Draft202012Validator(kind).is_valid(each) is False


@dataclass(frozen=True)
class Lines:
    """What a file of CI says in shell: of one part, of the whole, and by which variables a part knows itself."""

    part: str
    whole: str
    night: list[str]
    told: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    results: str = "."


def of_github() -> Lines:
    jobs = documents("github.yml")[0]["jobs"]
    run = {step.get("name"): step.get("run") for job in jobs.values() for step in job["steps"]}
    matrix = jobs["part"]["strategy"]["matrix"]["part"]
    assert jobs["part"]["env"] == {"PART": "${{ matrix.part }}", "PARTS": "${{ strategy.job-total }}"}
    night = [
        run["Выполнить"].replace("$LINE", each["line"])
        for each in jobs["night"]["strategy"]["matrix"]["include"]
    ]
    night.append(run["Спросить"])
    told = {part: {"PART": str(part), "PARTS": str(len(matrix))} for part in matrix}
    return Lines(run["Выполнить часть"], f"{run['Соединить']}\n{run['Решить']}", night, told)


def of_gitlab() -> Lines:
    jobs = documents("gitlab.yml")[0]
    of, script = jobs["часть"]["parallel"], jobs["ночное"]["script"][-1]
    told = {part: {"CI_NODE_INDEX": str(part), "CI_NODE_TOTAL": str(of)} for part in range(1, of + 1)}
    night = [script.replace("$LINE", line) for line in jobs["ночное"]["parallel"]["matrix"][0]["LINE"]]
    night += jobs["схема"]["script"]
    return Lines("\n".join(jobs["часть"]["script"]), "\n".join(jobs["вердикт"]["script"]), night, told)


def of_kubernetes() -> Lines:
    part, verdict, night = documents("kubernetes.yaml")
    shell, environment = _container(part["spec"])
    assert environment["PARTS"] == str(part["spec"]["completions"])
    indices = range(part["spec"]["completions"])
    told = {
        index + 1: {"JOB_COMPLETION_INDEX": str(index), "PARTS": environment["PARTS"]} for index in indices
    }
    lines = re.findall(r"(?<=\d\) ).*?(?= ;;)", _container(night["spec"]["jobTemplate"]["spec"])[0])
    assert len(lines) == night["spec"]["jobTemplate"]["spec"]["completions"]
    return Lines(shell, _container(verdict["spec"])[0], lines, told, "$RESULTS/$SEED")


def _container(spec: Any) -> tuple[str, dict[str, str]]:
    (container,) = spec["template"]["spec"]["containers"]
    assert container["command"] == ["sh", "-c"]
    return container["args"][0], {each["name"]: each["value"] for each in container.get("env", ())}


FILES = {"github.yml": of_github, "gitlab.yml": of_gitlab, "kubernetes.yaml": of_kubernetes}


@pytest.mark.parametrize("name", FILES)
def test_every_line_says_what_our_commands_understand(name: str) -> None:
    lines = FILES[name]()
    said = re.findall(r"python3 svyazka\.py ([\w-]+)", "\n".join((lines.part, lines.whole, *lines.night)))
    assert {"run", "merge"} <= set(said) <= COMMANDS.keys()
    options = lines.part.partition("svyazka.py run ")[2].replace("$SELECTION", "").replace("$SEED", "7")
    words = [re.sub(r"^\$.*/.*", "1/4", word) for word in shlex.split(options)]
    assert arguments().parse_args(words).seed == 7
    asked = [file for line in lines.night for file in re.findall(r"\btests/\S+", line)]
    assert asked
    assert all((ROOT / file).is_file() for file in asked)
    nights = [line.partition("svyazka.py run ")[2] for line in lines.night if " run " in line]
    walk, wild = (arguments().parse_args(night.split()) for night in nights)
    assert walk.walk
    assert wild.stand == "wild"
    (whole,) = (line.partition("svyazka.py test ")[2] for line in lines.night if " test " in line)
    said_of_whole = whole_arguments().parse_args(whole.split())
    assert (said_of_whole.database, said_of_whole.servers) == (OWN, 2)


def test_all_files_say_the_same_at_night() -> None:
    github, gitlab, kubernetes = (lines().night for lines in FILES.values())
    assert github == gitlab == kubernetes


def test_postgresql_is_there_where_a_line_at_night_wants_it(tmp_path: Path) -> None:
    github, gitlab = documents("github.yml")[0]["jobs"]["night"], documents("gitlab.yml")[0]["ночное"]
    lines = [each["line"] for each in github["strategy"]["matrix"]["include"]]
    (condition,) = (step["if"] for step in github["steps"] if " postgresql" in step.get("run", ""))
    wanted = re.fullmatch(r"contains\(matrix\.line, '(.+)'\)", condition)
    assert wanted
    fleet = Fleet(tmp_path, "exit 0")
    (tmp_path / "bin/apt-get").write_text('#!/bin/sh\necho "$@"\n', encoding="utf-8")
    (tmp_path / "bin/apt-get").chmod(0o755)
    for line in lines:
        code, told = fleet.carry_out("\n".join(gitlab["script"]), {"LINE": line})
        is_wanted = f"--database {OWN}" in line
        assert (code, " postgresql" in told, wanted[1] in line) == (0, is_wanted, is_wanted)
    assert sum(f"--database {OWN}" in line for line in lines) == 1
    assert "apt-get install postgresql" in (CI / "kubernetes.yaml").read_text(encoding="utf-8")


@dataclass
class Fleet:
    """Four machines that share a disk; `python3` there is ours."""

    here: Path
    python: str
    selection: str = "features"
    started: "list[subprocess.Popen[str]]" = field(default_factory=list)

    def __post_init__(self) -> None:
        (self.here / "bin").mkdir(exist_ok=True)
        shim = self.here / "bin/python3"
        shim.write_text(f"#!/bin/sh\n{self.python}\n", encoding="utf-8")
        shim.chmod(0o755)

    def start(self, line: str, told: Mapping[str, str]) -> "subprocess.Popen[str]":
        """Starts a shell with a line, in a process group of its own."""
        clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
        path = f"{self.here / 'bin'}{os.pathsep}{os.environ['PATH']}"
        own = {
            "PATH": path,
            "SEED": "7",
            "SELECTION": self.selection,
            "RESULTS": ".",
            "PYTHONPATH": str(ROOT),
        }
        process = subprocess.Popen(
            ["/bin/sh", "-e", "-c", line],
            cwd=self.here,
            env=clean | own | told,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.started.append(process)
        return process

    def carry_out(self, line: str, told: Mapping[str, str]) -> tuple[int, str]:
        """Carries a line out to its end; returns the code and what was said."""
        process = self.start(line, told)
        said, _ = process.communicate(timeout=120)
        return process.returncode, said


@pytest.mark.parametrize("name", FILES)
def test_four_shells_ask_for_four_parts_and_the_whole_of_them(name: str, tmp_path: Path) -> None:
    lines = FILES[name]()
    fleet = Fleet(tmp_path, 'echo "$@" >> said')
    shells = [fleet.start(lines.part, told) for told in lines.told.values()]
    assert [shell.wait(60) for shell in shells] == [0] * PARTS
    for shell in shells:
        shell.communicate()
    place = lines.results.replace("$RESULTS", ".").replace("$SEED", "7").removeprefix("./")
    said = (tmp_path / "said").read_text(encoding="utf-8").replace(f"./{place}/", "").splitlines()
    asked = "svyazka.py run features --shard {0}/4 --seed 7 --out parts/part-{0}"
    assert sorted(said) == [asked.format(part) for part in (1, 2, 3, 4)]
    (tmp_path / "said").unlink()
    for part in (1, 2, 3, 4):
        (tmp_path / place / f"parts/part-{part}").mkdir(parents=True)
    assert fleet.carry_out(lines.whole, {})[0] == 0
    said = (tmp_path / "said").read_text(encoding="utf-8").replace(f"./{place}/", "").splitlines()
    assert said == [
        "svyazka.py merge parts/part-1 parts/part-2 parts/part-3 parts/part-4 --out whole",
        *[line for line in said[1:] if line.startswith("svyazka.py gate whole")],
    ]
    assert len(said) == 2


STEPS = """
import threading
pytest_plugins.append("reports.recorder")

@then(sentence("порядок"))
def fine(): pass

@then(sentence("жду"))
def wait():
    if not Path("go").exists():
        Path("waiting").write_text(str(os.getpgid(0)))
        threading.Event().wait(60)
"""
FEATURE = "Функция: Чай\n" + "".join(
    f"  Сценарий: Чашка {number}\n    Тогда порядок\n" for number in range(6)
)
LONG = "Функция: Долго\n  Сценарий: Жду\n    Тогда жду\n"


@pytest.fixture
def fleet(tmp_path: Path) -> Iterator[Fleet]:
    """Four machines with a small project, the front door of which is ours."""
    (tmp_path / "pytest.ini").write_text(INI, encoding="utf-8")
    (tmp_path / "conftest.py").write_text(CONFTEST + STEPS, encoding="utf-8")
    (tmp_path / "features").mkdir()
    (tmp_path / "features/tea.feature").write_text(FEATURE, encoding="utf-8")
    (tmp_path / "features/wait.feature").write_text(LONG, encoding="utf-8")
    door = f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom svyazka import main\nsys.exit(main())\n"
    (tmp_path / "svyazka.py").write_text(door, encoding="utf-8")
    made = Fleet(tmp_path, f'exec {sys.executable} "$@"', "features -n 1")
    yield made
    for shell in made.started:
        if shell.poll() is None:
            os.killpg(shell.pid, signal.SIGKILL)
        shell.communicate()


def test_run_with_a_killed_part_is_red_and_green_once_that_part_was_made_again(fleet: Fleet) -> None:
    lines = of_github()
    merge = lines.whole.splitlines()[0]
    shells = {part: fleet.start(lines.part, told) for part, told in lines.told.items()}
    until(lambda: (fleet.here / "waiting").exists() and (fleet.here / "waiting").read_text() != "")
    group = int((fleet.here / "waiting").read_text(encoding="utf-8"))
    (killed,) = (part for part, shell in shells.items() if shell.pid == group)
    os.killpg(group, signal.SIGKILL)
    said = {part: shell.communicate(timeout=60)[0] for part, shell in shells.items()}
    codes = {part: shell.returncode for part, shell in shells.items()}
    assert codes == {**dict.fromkeys(shells, 0), killed: -signal.SIGKILL}, said

    code, told = fleet.carry_out(merge, {})
    assert code == 3
    assert (
        f"Нет части {killed} из 4. Выполнить её: python3 svyazka.py run --shard {killed}/4 --seed 7" in told
    )
    assert not (fleet.here / "whole").exists()

    (fleet.here / "go").touch()
    assert fleet.carry_out(lines.part, lines.told[killed])[0] == 0
    code, told = fleet.carry_out(merge, {})
    assert (code, "7 сценариев: 7 пройдено" in told) == (0, True), told
    run = read_run(read(fleet.here / "whole/messages.ndjson"))
    assert len({one.place.identity for one in run.scenarios}) == len(run.scenarios) == 7
    assert not run.is_part


def until(claim: Callable[[], bool]) -> None:
    """Waits for what another process does."""
    deadline = time.monotonic() + 60
    while not claim():
        assert time.monotonic() < deadline, "не дождались"
        time.sleep(0.05)  # there is nothing else to wait on
