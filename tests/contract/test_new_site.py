"""A region that `new-site` lays out works at once: it starts, links and unlinks."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sim_server.journal.site_file import read_sites
from sim_server.new_site.command import SiteRefused, lay_out, main

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def region(tmp_path: Path) -> Path:
    lay_out("novgorod", "Новгородская школа", "school.novgorod.test", tmp_path)
    shutil.copy(ROOT / "conftest.py", tmp_path)
    return tmp_path


def test_a_new_region_links_and_unlinks(region: Path) -> None:
    run = _run(region)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "1 сценарий: 1 пройден" in run.stdout


def test_a_changed_caption_turns_its_scenario_red(region: Path) -> None:
    file = region / "sim_server/sites/novgorod/site.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('link = "Привязать', 'link = "Связать'), encoding="utf-8")
    run = _run(region)
    assert run.returncode == 1
    assert "нет кнопки «Привязать учебный профиль»" in run.stdout
    assert "«Связать учебный профиль»" in run.stdout


def test_its_site_file_is_sound(region: Path) -> None:
    assert [face.host for face in read_sites(region / "sim_server/sites")[0].faces] == [
        "school.novgorod.test"
    ]


def test_what_exists_is_not_overwritten(region: Path) -> None:
    with pytest.raises(SiteRefused, match="Уже есть"):
        lay_out("novgorod", "Другое имя", "other.test", region)
    assert "Другое имя" not in (region / "sim_server/sites/novgorod/site.toml").read_text(encoding="utf-8")


def test_a_name_that_is_no_name_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["Новгород", "--into", str(tmp_path)]) == 2
    assert "латинскими буквами" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "host",
    ["https://school.test", "school test.ru", "school.test/", "school.test:80", "школа.рф", "school", ""],
)
def test_what_is_no_host_is_refused(tmp_path: Path, host: str) -> None:
    with pytest.raises(SiteRefused, match="адрес журнала пишут без https://"):
        lay_out("novgorod", "Новгород", host, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_host_of_another_journal_is_refused_and_named(region: Path) -> None:
    with pytest.raises(SiteRefused, match="уже занят журналом .*novgorod.site.toml"):
        lay_out("pskov", "Псков", "school.novgorod.test", region)


def _run(region: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml"), "--rootdir", str(region)]
    places = [str(region / "features"), "--out", str(region / "out"), "-p", "no:cacheprovider"]
    environment = {
        **os.environ,
        "SVYAZKA_SITES": str(region / "sim_server/sites"),
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
    }
    return subprocess.run(
        [*command, *places], cwd=region, env=environment, capture_output=True, encoding="utf-8", timeout=120
    )
