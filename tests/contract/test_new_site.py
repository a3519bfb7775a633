"""A region that `new-site` lays out works at once and passes our own tests; it is taken away without a trace."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sim_server.journal.site_file import read_sites
from sim_server.new_site.command import main
from sim_server.new_site.keys import page
from sim_server.new_site.layout import LINES, SiteRefused, lay_out, take_away

ROOT = Path(__file__).parent.parent.parent
NOVGOROD = ("novgorod", "Новгородская школа", "school.novgorod.test")
CODE = ("docs", "fixtures", "reports", "sim_server", "steps", "tests")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "out", "features")
OUR_TESTS = (
    "tests/contract/test_tags.py",
    "tests/contract/test_clauses.py",
    "tests/contract/test_journal_lists.py",
    "tests/contract/test_step_documentation.py",
    "tests/contract/test_catalogue.py",
    "tests/unit/fixtures/test_journals.py",
    "tests/unit/sim_server/journal/test_site_file.py",
    "tests/unit/reports/instructions",
)

# What Pskov does otherwise: the consent first, the linking on the page of one's own, a code before unlinking.
DIFFERING = {
    "sim_server/sites/pskov/site.toml": [
        ('_profile = ["phone"', '_profile = ["consent", "phone"'),
        ('_vk_id = ["phone"', '_vk_id = ["consent", "phone"'),
        (
            'reached_by = "icon"\ncaption = "Личные сообщения"',
            'reached_by = "profile"\ncaption = "Мой профиль"',
        ),
        ("[unlinking]", '[unlinking]\ncode = { button = "Отвязать по коду" }'),
    ],
    "sim_server/sites/pskov/scenarios.toml": [
        (
            'window = "same"',
            'window = "same"\nunlink_code = "Код из СМС"\nunlink_code_button = "Отвязать по коду"',
        ),
    ],
    "features/pskov/linking.feature": [
        ("И нажимаю «Личные сообщения»", "И нажимаю «Мой профиль»"),
        (
            "И нажимаю «Привязать учебный профиль»\n",
            "И нажимаю «Привязать учебный профиль»\n    И нажимаю «Привязать»\n",
        ),
        (
            "    И нажимаю «Отвязать»\n",
            "    И нажимаю «Отвязать»\n    И ввожу код из СМС в поле «Код из СМС»\n    И нажимаю «Отвязать по коду»\n",
        ),
    ],
}


def copied(to: Path) -> Path:
    """The project, without what git leaves out."""
    for name in CODE:
        shutil.copytree(ROOT / name, to / name, ignore=LEFT_OUT)
    shutil.copytree(ROOT / "features", to / "features")
    for file in ("conftest.py", "pyproject.toml", "svyazka.py"):
        shutil.copy(ROOT / file, to)
    return to


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project in which two regions were laid out, one of them with words of its own."""
    into = copied(tmp_path_factory.mktemp("project"))
    lay_out(*NOVGOROD, into)
    lay_out("pskov", "Псковская школа", "school.pskov.test", into)
    for name, changes in DIFFERING.items():
        text = (into / name).read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new)
        (into / name).write_text(text, encoding="utf-8")
    return into


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return started(project, "-m", "pytest", *arguments, "-n", "0", "-p", "no:cacheprovider")


def command(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return started(project, "svyazka.py", *arguments)


def started(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(project), "PYTHONUTF8": "1"}
    asked = [sys.executable, *arguments]
    return subprocess.run(
        asked, cwd=project, env=environment, capture_output=True, encoding="utf-8", timeout=300
    )


def test_a_new_region_links_and_unlinks_and_so_does_one_with_words_of_its_own(project: Path) -> None:
    done = run(project, "features/novgorod", "features/pskov", "--out", "out", "--evidence", "off")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "4 сценария: 4 пройдено" in done.stdout


def test_a_new_region_passes_our_own_tests(project: Path) -> None:
    done = run(project, *OUR_TESTS, "-q")
    assert done.returncode == 0, done.stdout[-3000:]


def test_a_new_region_is_sound_to_the_linter(project: Path) -> None:
    done = command(project, "lint", "features/novgorod", "features/pskov")
    assert done.returncode == 0, done.stdout


def test_doctor_s_inspection_finds_nothing_in_a_new_region(project: Path) -> None:
    done = started(project, "-m", "fixtures.inspection")
    assert (done.returncode, done.stdout) == (0, "журналов: 7, стендов: 3\n")


def test_a_changed_caption_turns_its_scenario_red(project: Path, tmp_path: Path) -> None:
    sites = shutil.copytree(project / "sim_server/sites", tmp_path / "sites")
    file = sites / "novgorod/site.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('link = "Привязать', 'link = "Связать'), encoding="utf-8")
    done = run_with_sites(project, sites)
    assert done.returncode == 1
    assert "нет кнопки «Привязать учебный профиль»" in done.stdout
    assert "«Связать учебный профиль»" in done.stdout


def test_a_file_that_says_no_journal_is_told_whole_and_breaks_the_run(project: Path, tmp_path: Path) -> None:
    sites = shutil.copytree(project / "sim_server/sites", tmp_path / "sites")
    file = sites / "novgorod/site.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"icon"', '"door"').replace("{name}", "{fio}"), encoding="utf-8")
    done = run_with_sites(project, sites)
    assert done.returncode == 2
    assert "faces.0.places.0.reached_by: «door» не бывает; есть: icon, tab, profile" in done.stdout
    assert "faces.0.places.0.linked_as: {fio} вставить нечем: здесь подставляют только: {name}" in done.stdout
    assert "Traceback" not in done.stdout


def run_with_sites(project: Path, sites: Path) -> subprocess.CompletedProcess[str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SVYAZKA_SITES", str(sites))
        return run(
            project, "features/novgorod", "-k", "отвязывает", "--out", str(sites / "out"), "--evidence", "off"
        )


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """As much of the project as a region is written into."""
    for line in LINES:
        (tmp_path / line.file).parent.mkdir(parents=True)
        shutil.copy(ROOT / line.file, tmp_path / line.file)
    return tmp_path


def contents(folder: Path) -> dict[str, str]:
    files = [file for file in folder.rglob("*") if file.is_file()]
    return {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in files}


def test_it_writes_what_it_says_and_its_site_file_is_sound(tables: Path) -> None:
    before = contents(tables)
    written = {path.relative_to(tables).as_posix() for path in lay_out(*NOVGOROD, tables)}
    after = contents(tables)
    assert written == {name for name in after if after[name] != before.get(name)}
    assert [face.host for face in read_sites(tables / "sim_server/sites")[0].faces] == [
        "school.novgorod.test"
    ]


def test_tables_get_one_line_each_in_its_place(tables: Path) -> None:
    before = contents(tables)
    lay_out(*NOVGOROD, tables)
    for line in LINES:
        was, now = before[line.file].splitlines(), contents(tables)[line.file].splitlines()
        (added,) = [at for at, text in enumerate(now) if text not in was]
        assert now[added - 1].startswith(line.after)
        assert now[:added] + now[added + 1 :] == was


def test_it_is_taken_away_without_a_trace(tables: Path) -> None:
    before = contents(tables)
    written = lay_out(*NOVGOROD, tables)
    assert set(take_away("novgorod", tables)) == set(written)
    assert contents(tables) == before
    assert not (tables / "features/novgorod").exists()


def test_what_was_changed_since_is_not_taken_away_unasked(tables: Path) -> None:
    lay_out(*NOVGOROD, tables)
    feature = tables / "features/novgorod/linking.feature"
    feature.write_text(feature.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    before = contents(tables)
    with pytest.raises(SiteRefused, match=r"изменено: features/novgorod/linking\.feature"):
        take_away("novgorod", tables)
    assert contents(tables) == before
    take_away("novgorod", tables, even_changed=True)
    assert not feature.exists()


def test_what_somebody_has_added_stays(tables: Path) -> None:
    lay_out(*NOVGOROD, tables)
    own = tables / "features/novgorod/own.feature"
    own.write_text("# language: ru\n", encoding="utf-8")
    take_away("novgorod", tables)
    assert own.exists()


def test_scenarios_may_be_there_before_the_region(tables: Path) -> None:
    own = tables / "features/novgorod/own.feature"
    own.parent.mkdir(parents=True)
    own.write_text("# language: ru\n", encoding="utf-8")
    lay_out(*NOVGOROD, tables)
    assert own.read_text(encoding="utf-8") == "# language: ru\n"


def test_what_exists_is_not_overwritten(tables: Path) -> None:
    lay_out(*NOVGOROD, tables)
    before = contents(tables)
    with pytest.raises(SiteRefused, match="Уже есть"):
        lay_out("novgorod", "Другое имя", "other.test", tables)
    assert contents(tables) == before


WRONG_ARGUMENTS = {
    "Cyrillic": (["Новгород"], "латинскими буквами"),
    "capital": (["Novgorod"], "строчными латинскими буквами"),
    "a digit first": (["1novgorod"], "с буквы"),
    "a hyphen": (["nov-gorod"], "цифрами и «_»"),
    "an underscore last": (["novgorod_"], "имя области пишут"),
    "a path": (["../novgorod"], "имя области пишут"),
    "a tag that is taken": (["across"], "Тег @across уже занят"),
    "host with a scheme": (["n", "--host", "https://school.test"], "адрес журнала пишут без https://"),
    "host with a blank": (["n", "--host", "school test.ru"], "адрес журнала пишут без https://"),
    "host with a slash": (["n", "--host", "school.test/"], "адрес журнала пишут без https://"),
    "host with a port": (["n", "--host", "school.test:80"], "адрес журнала пишут без https://"),
    "Cyrillic host": (["n", "--host", "школа.рф"], "адрес журнала пишут без https://"),
    "host of one word": (["n", "--host", "school"], "адрес журнала пишут без https://"),
    "no host": (["n", "--host", ""], "адрес журнала пишут без https://"),
    "host of VK ID": (["n", "--host", "id.vk.com"], "уже занят: fixtures/stands/sim.toml"),
    "name with straight quotes": (["n", "--name", 'Школа "Нова"'], "не годится: в нём нет прямых кавычек"),
    "name with a line break": (["n", "--name", "Школа\nНова"], "не годится"),
    "name with brackets": (["n", "--name", "Школа {fio}"], "не годится"),
    "name of two blanks": (["n", "--name", "  "], "не годится"),
    "no name": (["n", "--name", ""], "не годится"),
    "nothing to remove": (["n", "--remove"], "Области «n» здесь нет"),
    "removing a path": (["../n", "--remove"], "Области «../n» здесь нет"),
}


@pytest.mark.parametrize("case", WRONG_ARGUMENTS)
def test_wrong_arguments_are_refused_in_words(
    case: str, tables: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments, words = WRONG_ARGUMENTS[case]
    before = contents(tables)
    assert main([*arguments, "--into", str(tables)]) == 2
    assert words in capsys.readouterr().err
    assert contents(tables) == before


def test_folder_that_is_not_the_project_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["novgorod", "--into", str(tmp_path)]) == 2
    assert "не папка проекта: там нет fixtures/stands/sim.toml" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_host_of_another_journal_is_refused_and_named(tables: Path) -> None:
    lay_out(*NOVGOROD, tables)
    with pytest.raises(SiteRefused, match=r"уже занят: sim_server/sites/novgorod/site\.toml"):
        lay_out("pskov", "Псков", "school.novgorod.test", tables)


def test_page_of_the_keys_is_the_one_in_the_documents(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--keys"]) == 0
    assert capsys.readouterr().out == page() == (ROOT / "docs/site-file.md").read_text(encoding="utf-8")


def test_every_key_of_our_own_sites_is_explained_on_the_page() -> None:
    rows = [line for line in page().splitlines() if line.startswith("| `")]
    assert len(rows) > 100
    assert all(len(row.split(" | ")) >= 2 and not row.rstrip().endswith("|  |") for row in rows)
    explained = {row.split("`")[1] for row in rows}
    assert {"reached_by", "code", "journey", "unlinking", "assumed", "consent"} <= explained
