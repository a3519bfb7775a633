"""A run survives what dies in it: simulator, browser, worker. What was under way is broken, everything else is not."""

import sys

import pytest

from reports.record.messages import read
from reports.record.run import read_run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="там нет SIGKILL")

STEPS = """
import psutil, signal, threading
pytest_plugins[:0] = [
    "fixtures.chosen_stand", "fixtures.database", "fixtures.simulator", "fixtures.browser", "fixtures.world",
    "reports.recorder",
]

@pytest.fixture
def page(chromium):
    context = chromium.context("Svyazka/none.d1")
    yield context.new_page()
    context.close()

@when(sentence("умирает симулятор"))
def simulator_dies(control):
    world = control.create_world(1, [])
    here = psutil.Process()
    children = [child for each in (here, here.parent()) for child in each.children()]
    next(child for child in children if "sim_server" in child.cmdline()).kill()
    try:
        control.prove_unbroken(world.id)
    finally:
        Path("died").touch()

@when(sentence("умирает браузер"))
def browser_dies(chromium, page):
    processes = chromium.browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    os.kill(next(one["id"] for one in processes if one["type"] == "browser"), signal.SIGKILL)
    page.set_content("<h1>Жив</h1>")

@when(sentence("умирает исполнитель"))
def worker_dies():
    os.kill(os.getpid(), signal.SIGKILL)

@then(sentence("симулятор отвечает"))
def simulator_answers(control):
    never = threading.Event()
    for _ in range(3000):  # another worker kills it: its file alone tells when
        if Path("died").exists():
            break
        never.wait(0.02)
    control.prove_unbroken(control.create_world(2, []).id)

@then(sentence("браузер отвечает"))
def browser_answers(page):
    page.set_content("<h1>Жив</h1>")
    assert page.get_by_role("heading").inner_text() == "Жив"
"""
SIMULATOR = """
  Сценарий: Умирает симулятор
    Когда умирает симулятор
    Тогда симулятор отвечает
  Сценарий: Живёт симулятор
    Тогда симулятор отвечает
"""
BROWSER = """
  Сценарий: Умирает браузер
    Когда умирает браузер
    Тогда браузер отвечает
  Сценарий: Живёт браузер
    Тогда браузер отвечает
"""
WORKER = """
  Сценарий: Умирает исполнитель
    Когда умирает исполнитель
    Тогда симулятор отвечает
"""
WHY = {
    "Умирает симулятор": "Симулятор ",
    "Умирает браузер": "браузер закрылся посреди шага",
    "Умирает исполнитель": "Процесс, который выполнял сценарий, умер",
}


@pytest.mark.parametrize(("workers", "scenarios"), [(1, SIMULATOR + BROWSER), (2, SIMULATOR + WORKER)])
def test_only_what_was_under_way_is_broken(project, workers, scenarios):
    project.conftest(STEPS)
    project.feature("Функция: Живучесть\n" + scenarios)
    outcome = project.svyazka("sample.feature", "-n", str(workers), "--out", "out")
    run = read_run(read(project.path / "out/messages.ndjson"))
    for one in run.scenarios:
        assert one.status == ("broken" if one.place.name in WHY else "passed"), outcome.text
        assert WHY.get(one.place.name, "") in one.reason
    assert [note.partition(":")[0] for note in run.notes] == ["Симулятор умер (код -9) и запущен снова"]
    assert outcome.code == 2
