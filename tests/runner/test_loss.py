"""What is lost in a run and what is not: workers that die together, a full disk, a folder with an unusual name."""

import re
import sys
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as Xml

import pytest

from reports.record.messages import kind, read, salvage
from reports.record.run import read_run

STEPS = """
import threading
from reports.record.facts import Piece
pytest_plugins.append("reports.recorder")

@then(sentence("порядок"))
def fine():
    pass

@when(sentence("умирают оба"))
def both_die():
    Path(f"here-{os.getpid()}").touch()
    never = threading.Event()
    for _ in range(1000):
        if len(list(Path().glob("here-*"))) > 1:
            break
        never.wait(0.02)  # for another process: nothing here tells of it
    os._exit(7)

def pytest_svyazka_evidence(item, step, status, error):
    if FULL == "picture":
        fill(100_000)
    return [Piece("image/png", b"png" * 100_000, "screen.png")]

@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session):
    if FULL in LARGEST:
        fill(LARGEST[FULL])

def fill(largest):
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, resource.RLIM_INFINITY))

LARGEST = {"record": 1_000, "report": 60_000, "picture": -1}
"""
FINE = "  Сценарий: Порядок {}\n    Тогда порядок\n"
DIES = "  Сценарий: Умирает {}\n    Когда умирают оба\n    Тогда порядок\n"


def with_steps(project, full: str = ""):
    project.conftest(f"FULL = {full!r}\n" + ("import resource\n" if full else ""))
    project.conftest(STEPS)
    return project


@pytest.mark.parametrize(
    "order", [(DIES, FINE, DIES, FINE, FINE), (FINE, DIES, FINE, DIES)], ids=["at the start", "at the end"]
)
def test_workers_that_die_together_break_what_they_carried_out_and_nothing_else(project, order):
    scenarios = "".join(each.format(number) for number, each in enumerate(order))
    with_steps(project).feature("Функция: Образец\n" + scenarios)
    outcome = project.svyazka("sample.feature", "-n", "2", "--out", "out")
    run = read_run(read(project.path / "out/messages.ndjson"))
    died = [one.status for one in run.scenarios if one.place.name.startswith("Умирает")]
    assert outcome.code == 2
    assert died == ["broken", "broken"]
    assert {one.status for one in run.scenarios if one.place.name.startswith("Порядок")} == {"passed"}
    assert outcome.text.count("сломался   Умирает") == 2
    suite = Xml.parse(project.path / "out/junit.xml").getroot()[0]  # noqa: S314  our own document
    assert (suite.attrib["tests"], suite.attrib["errors"]) == (str(len(order)), "2")


TOO_LARGE = "файл больше, чем здесь разрешено"
FULL = {
    "record": (2, f"Записи не сохранены: {TOO_LARGE} ("),
    "picture": (0, f"Не сохранено 1 свидетельство, первое: screen.png: {TOO_LARGE}"),
    "report": (0, "Отчёт не сделан: "),
}


@pytest.mark.skipif(sys.platform == "win32", reason="там нельзя ограничить размер файла")
@pytest.mark.parametrize("place", FULL)
def test_full_disk_is_told_and_leaves_nothing_half_done(project, place):
    with_steps(project, place).feature("Функция: Образец\n" + FINE)
    code, words = FULL[place]
    outcome = project.svyazka("sample.feature", "-n", "1", "--out", "out")
    out = project.path / "out"
    assert outcome.code == code
    assert words in outcome.text
    assert "1 сценарий: 1 пройден" in outcome.text
    kept = {path.name for path in out.iterdir() if path.suffix in (".ndjson", ".xml")}
    assert kept == (set() if place == "record" else {"messages.ndjson", "junit.xml"})
    assert (out / "report/index.html").exists() == ("Отчёт: " in outcome.text) == (place == "picture")
    assert not list(out.rglob("*.draft"))
    if place == "record":
        assert "что успело записаться, осталось в parts и evidence" in outcome.text
        (part,) = [path for path in (out / "parts").iterdir() if "plan" not in path.name]
        assert "testCaseFinished" in {kind(message) for message in salvage(part)[0]}
        assert [path.stat().st_size for path in (out / "evidence").iterdir()] == [300_000]


@pytest.mark.parametrize(
    "name", ["мои итоги за ноябрь", "/".join(["о" * 60] * 3 + ["п" * 20])], ids=["blanks", "200 letters"]
)
def test_results_can_lie_anywhere_and_be_moved(project, name):
    with_steps(project).feature("Функция: Образец\n" + FINE)
    outcome = project.svyazka("sample.feature", "-n", "1", "--out", name)
    moved = (project.path / name).rename(project.path / "moved")
    pages = list((moved / "report").rglob("*.html"))
    assert outcome.code == 0
    assert f"Отчёт: {name}/report/index.html" in outcome.text
    assert len(pages) > 2
    for page in pages:
        told = re.sub(r"<script\b.*?</script>", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        for link in re.findall(r'(?:href|src)="([^"#?]+)', told):
            assert not link.startswith(("/", "file:"))
            assert link.startswith("data:") or Path(page.parent, unquote(link)).exists(), (
                f"{page.name}: {link}"
            )
