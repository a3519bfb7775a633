"""What editors are set up with: the settings in the repository name commands that there are."""

import json
import shlex
import sys
from pathlib import Path

import svyazka
from steps.editor.vsix import SOURCES
from tests.editor.speaking import editor

ROOT = Path(__file__).parents[2]
TEMPLATE = json.loads((SOURCES.with_name("pycharm") / "template.json").read_text(encoding="utf-8"))
MANIFEST = json.loads((SOURCES / "package.json").read_text(encoding="utf-8"))


def test_template_for_pycharm_starts_a_server_from_wherever_pycharm_was_started(tmp_path: Path) -> None:
    started = {system: shlex.split(command) for system, command in TEMPLATE["programArgs"].items()}
    assert started["default"][1:] == started["windows"][1:]
    command = [part.replace("$PROJECT_DIR$", str(ROOT)) for part in started["default"][1:]]
    with editor([sys.executable, *command], tmp_path) as speaking:
        assert speaking.begin(ROOT)["serverInfo"]["name"] == "svyazka"
        assert speaking.end() == 0


def test_all_editors_call_a_feature_the_same() -> None:
    [mapping] = TEMPLATE["fileTypeMappings"]
    [language] = MANIFEST["contributes"]["languages"]
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert settings["files.associations"] == {"*.feature": language["id"]}
    assert (mapping["languageId"], mapping["fileType"]["patterns"]) == (language["id"], ["*.feature"])


def test_tasks_call_commands_that_there_are() -> None:
    tasks = json.loads((ROOT / ".vscode/tasks.json").read_text(encoding="utf-8"))["tasks"]
    assert {task["args"][1] for task in tasks} <= svyazka.COMMANDS.keys()
    assert {task["args"][0] for task in tasks} == {"svyazka.py"}
