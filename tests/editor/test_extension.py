"""The extension for VS Code: its manifests, its package, and its client, which a played VS Code asks everything."""

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

import pytest
from playwright._impl._driver import compute_driver_executable

from steps.editor.vsix import SOURCES, main, pack
from tests.editor.speaking import editor

ROOT = Path(__file__).parents[2]
MANIFEST: dict[str, Any] = json.loads((SOURCES / "package.json").read_text(encoding="utf-8"))
SETTINGS: dict[str, Any] = MANIFEST["contributes"]["configuration"]["properties"]
NAMESPACE = "{http://schemas.microsoft.com/developer/vsx-schema/2011}"
TEXT = """\
@perm @учитель
Функция: Проба
  @важно
  Сценарий: Вход
    Когда нажмите «Войти»
     Тогда вижу экран «Рабочий стол»
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as the command writes it."""
    file = tmp_path_factory.mktemp("vscode") / "new" / "svyazka.vsix"
    assert main(["--out", str(file)]) == 0
    return file


def test_manifest_says_all_that_vs_code_requires() -> None:
    assert re.fullmatch(r"[a-z0-9-]+", MANIFEST["name"])
    assert re.fullmatch(r"[a-z0-9-]+", MANIFEST["publisher"])
    assert re.fullmatch(r"\d+\.\d+\.\d+", MANIFEST["version"])
    assert re.fullmatch(r"\^\d+\.\d+\.0", MANIFEST["engines"]["vscode"])
    assert (
        MANIFEST["capabilities"]["untrustedWorkspaces"]["supported"] is False
    )  # it starts what lies in the folder


def test_everything_the_manifest_names_is_there() -> None:
    [language], [grammar] = MANIFEST["contributes"]["languages"], MANIFEST["contributes"]["grammars"]
    named = [MANIFEST["main"], language["configuration"], grammar["path"]]
    assert all((SOURCES / each).is_file() for each in named)
    assert (
        json.loads((SOURCES / grammar["path"]).read_text(encoding="utf-8"))["scopeName"]
        == grammar["scopeName"]
    )
    assert f"onLanguage:{language['id']}" in MANIFEST["activationEvents"]
    assert f"'{language['id']}'" in (SOURCES / "extension.js").read_text(encoding="utf-8")


def test_what_is_declared_is_what_the_client_uses() -> None:
    code = (SOURCES / "extension.js").read_text(encoding="utf-8")
    for setting in SETTINGS:
        assert f"'{setting.removeprefix('svyazka.')}'" in code
    for command in MANIFEST["contributes"]["commands"]:
        assert f"registerCommand('{command['command']}'" in code


def test_grammar_knows_every_russian_word_of_gherkin() -> None:
    from gherkin.dialect import DIALECTS

    patterns = json.dumps(
        json.loads((SOURCES / "grammar.json").read_text(encoding="utf-8")), ensure_ascii=False
    )
    words = {word.strip() for kind, told in DIALECTS["ru"].items() if isinstance(told, list) for word in told}
    assert [word for word in words - {"*"} if word not in patterns] == []


def test_package_tells_installers_what_the_manifest_tells_vs_code(package: Path) -> None:
    with zipfile.ZipFile(package) as archive:
        told = Xml.fromstring(archive.read("extension.vsixmanifest"))  # noqa: S314 - our own
        types = Xml.fromstring(archive.read("[Content_Types].xml"))  # noqa: S314 - our own
        names = archive.namelist()
        assert json.loads(archive.read("extension/package.json")) == MANIFEST
    identity = told.find(f"{NAMESPACE}Metadata/{NAMESPACE}Identity")
    assert identity is not None
    said = {key.lower(): identity.get(key) for key in ("Version", "Publisher")}
    assert (identity.get("Id"), said) == (MANIFEST["name"], {key: MANIFEST[key] for key in said})
    assert {f"extension/{each.name}" for each in SOURCES.iterdir()} <= set(names)
    assert {Path(name).suffix for name in names[2:]} <= {each.get("Extension") for each in types}
    for asset in told.iter(f"{NAMESPACE}Asset"):
        assert asset.get("Path") in names


def test_same_sources_make_the_same_package(package: Path, tmp_path: Path) -> None:
    pack(tmp_path / "again.vsix")
    assert (tmp_path / "again.vsix").read_bytes() == package.read_bytes()


def test_package_that_cannot_be_written_is_told_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    assert main(["--out", str(tmp_path / "file" / "svyazka.vsix")]) == 2
    assert "Расширение не записано" in capsys.readouterr().err


def test_declared_command_is_a_server_that_can_be_spoken_to() -> None:
    python, *rest = SETTINGS["svyazka.command"]["default"]
    launcher, *rest_on_windows = SETTINGS["svyazka.commandOnWindows"]["default"]
    assert (python, launcher, rest) == ("python3", "py", rest_on_windows)
    with editor([sys.executable, *rest], ROOT) as speaking:
        able = speaking.begin(ROOT)["capabilities"]
        assert able["completionProvider"]["triggerCharacters"]
        assert speaking.end() == 0


@pytest.fixture(scope="module")
def played(package: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a played VS Code got from the extension, unpacked from its package, for a text with a mistake."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(package) as archive:
        archive.extractall(folder)
    node, _ = compute_driver_executable()
    script = Path(__file__).with_name("acting.js")
    done = subprocess.run(
        [node, script, folder / "extension", ROOT, sys.executable, TEXT],
        capture_output=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    answers: dict[str, Any] = json.loads(done.stdout)
    return answers


def test_client_underlines_what_is_wrong_until_it_is_mended(played: dict[str, Any]) -> None:
    errors, advice = ([each for each in played["before"] if each["of"][2] == kind] for kind in (0, 2))
    [found] = errors
    assert found["code"]["value"] == "неизвестный-шаг"
    assert found["of"][0]["start"] == {"line": 4, "character": 4}
    assert played["after"] == advice


def test_client_brings_every_answer(played: dict[str, Any]) -> None:
    written = {label: text for label, text, _ in played["items"]}
    assert written["нажимаю «надпись»"] == {"of": ["нажимаю «${1:надпись}»"]}
    assert "**вижу экран «заголовок экрана»**" in played["hover"]
    assert played["definition"] == (ROOT / "steps/definitions/sight.py").as_uri()
    assert played["actions"][0] == "Написать «нажимаю «Войти»»"
    [change] = played["change"]
    assert (change["newText"], change["range"]["start"]) == ("Другое", {"line": 3, "character": 12})
    assert "Название не может быть пустым" in played["refused"]
    assert played["messages"] == []
    [edit] = played["formatted"]
    assert edit["of"][0]["start"] == {"line": 5, "character": 0}
