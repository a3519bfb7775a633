"""A run on a system of somebody else's, at whose phones nobody but the operator can look: here a program plays them.

It reads the phone's page as a person does, and a picture of the screen where that is all there is.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx2
import pytest
from PIL import Image
from playwright.sync_api import Browser, Playwright, Route

from fixtures.browser import launch, launch_arguments
from fixtures.operator.desk import Desk
from fixtures.operator.door import Door
from fixtures.operator.question import Kind, Question
from fixtures.residents.reading import read_people
from tests.secrets.searching import Secrets, search

ROOT = Path(__file__).parents[2]
WITHOUT_VK_ID = "features/vk_id/phone.feature:61"  # a code by SMS; whoever plays it must prove to be no robot
SERVE = ("serve", "--face", "wild", "--circles", "1", "--port", "0", "--people")
BOX, READY = (
    (0x7B, 0x84, 0x90),
    (0x1F, 0x5F, 0xBF),
)  # the edge of the box to tick, the button once it is ticked
STAND = """
name = "somebody"
title = "чужой журнал"
place = "на чужом журнале"
simulator = false
network = true
eyes = "tolerant"
ignore_certificate_errors = false
powers = []
masks = []
scenario_seconds = 170
operator_seconds = 150

[asks]
"Подтвердите, что вы не робот" = "robot"

[sites]
journal.perm = "http://school-permkrai-ru.shkola.test.localhost:{port}"
vk_id = "http://id-vk-com.svyaz.test.localhost:{port}"
messenger = "http://web-vk-me.svyaz.test.localhost:{port}"

"""
WILD = ROOT / "fixtures" / "stands" / "wild.toml"  # what stands in the way there is told in it


@pytest.fixture(scope="module")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, Path]]:
    """Somebody's system, in a process of its own: the port where it is, and the file of the people it has."""
    people = tmp_path_factory.mktemp("system") / "people.toml"
    command = [sys.executable, str(ROOT / "svyazka.py"), *SERVE, str(people)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=_own_environment())
    assert process.stdout is not None
    found = re.search(r"localhost:(\d+)", process.stdout.readline())
    assert found
    yield int(found[1]), people
    process.terminate()
    process.wait()
    process.stdout.close()


def _own_environment(**more: str) -> dict[str, str]:
    return {**os.environ, "SVYAZKA_DATABASE_URL": "", **more}


def _suspected(people: Path, folder: Path) -> Path:
    """A file with one of the people alone: whom VK ID takes for a robot."""
    head, *told = people.read_text(encoding="utf-8").split("[[people]]")
    wanted = ('journal = "perm"', 'situations = ["нет VK ID"]', "robot_check = true")
    one = next(person for person in told if all(line in person for line in wanted))
    file = folder / "people.toml"
    file.touch(mode=0o600)
    file.write_text(f"{head}[[people]]{one}", encoding="utf-8")
    return file


class Program:
    """Plays the operator over the interface that stands.md describes, until the run is over."""

    def __init__(self, address: str, browser: Browser, port: int) -> None:
        """Look at phones with this browser."""
        self.address = address
        self._page = browser.new_page()
        self._port = port
        base, _, key = address.partition("/?key=")
        self._run = httpx2.Client(base_url=base, headers={"Authorization": f"Bearer {key}"}, timeout=40)
        self.asked: list[str] = []
        self.codes = set[str]()

    def play(self) -> None:
        """Answer whatever is asked."""
        known = 0
        while True:
            try:
                seen = self._run.get("/question", params={"wait": 20, "known": known}).json()
            except httpx2.HTTPError:
                return
            known = seen["state"]
            if question := seen["question"]:
                self.asked.append(question["kind"])
                answer = {"id": question["id"], **self._answer(question)}
                assert self._run.post("/answer", json=answer).status_code == 204

    def _answer(self, question: dict[str, Any]) -> dict[str, Any]:
        if question["kind"] == "robot":
            x, y = _to_press(self._run.get(question["picture"]).content)
            return {"answer": "point", "x": x, "y": y}
        return {"answer": "code", "code": self._code(question["whom"].lstrip("+"))}

    def _code(self, number: str) -> str:
        self._page.goto(f"http://phone-svyazka-test.svyaz.test.localhost:{self._port}/{number}")
        message = self._page.get_by_text(re.compile(r"\b\d{6}\b")).first
        found = re.search(r"\b\d{6}\b", message.inner_text())
        assert found
        self.codes.add(found[0])
        return found[0]


def _to_press(picture: bytes) -> tuple[int, int]:
    """Where a person would press: the button once it is ready, else the box before it."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    pixels = list(image.get_flattened_data())
    row, column = divmod(pixels.index(READY if READY in pixels else BOX), image.width)
    return column + 5, row + 5


@contextmanager
def _running(folder: Path, port: int, people: Path) -> Iterator[subprocess.Popen[str]]:
    stand = folder / "somebody.toml"
    detours = WILD.read_text(encoding="utf-8").partition("[detours]")[2]
    stand.write_text(f"{STAND.format(port=port)}[detours]{detours}", encoding="utf-8")
    chosen = [WITHOUT_VK_ID, "--stand", str(stand), "--operator", "browser", "--evidence", "off"]
    kept = ["--operator-file", str(folder / "operator"), "--out", str(folder / "out")]
    command = [sys.executable, str(ROOT / "svyazka.py"), "run", *chosen, *kept]
    environment = _own_environment(SVYAZKA_PEOPLE=str(people))
    pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    with subprocess.Popen(command, cwd=ROOT, env=environment, **pipes) as run:
        try:
            yield run
        finally:
            run.terminate()


def _address(file: Path, run: subprocess.Popen[str]) -> str:
    """What the run has written there for a program."""
    never = threading.Event()
    while not file.exists():
        assert run.poll() is None
        never.wait(0.05)
    assert file.stat().st_mode & 0o077 == 0
    return file.read_text(encoding="utf-8")


@pytest.fixture
def desk() -> Iterator[tuple[Desk, str]]:
    """A desk and the address of its page."""
    made = Desk()
    door = Door(made)
    yield made, door.address
    door.close()


def test_request_that_breaks_off_ends_neither_the_page_nor_the_answer(
    desk: tuple[Desk, str], driver: Playwright
) -> None:
    lying, address = desk
    lying.go_on("Вход")
    fails = {"/question": 1, "/answer": 1}

    def break_off(route: Route) -> None:
        path = urlsplit(route.request.url).path
        fails[path] -= 1
        route.abort() if fails[path] >= 0 else route.continue_()

    with closing(launch(driver, launch_arguments(None))) as browser, ThreadPoolExecutor(1) as run:
        page = browser.new_page()
        page.route(re.compile("/(question|answer)"), break_off)
        page.goto(address)
        page.get_by_text("Связи с прогоном нет, пробуем ещё раз…").wait_for()
        page.get_by_text("Идёт сценарий: Вход").wait_for()
        answer = run.submit(lying.put, Question(1, Kind.SMS, "+71997000001"), 60)
        page.get_by_label("Код").fill("123456")
        page.get_by_role("button", name="Ответить").click()
        page.get_by_text("Ответ пока не дошёл, отправляем ещё раз…").wait_for()
        page.get_by_role("heading", name="Пока ничего не нужно").wait_for()
        given = answer.result(60)
    assert given is not None
    assert given.code == "123456"


def test_program_plays_the_operator_of_a_run_on_another_system(
    system: tuple[int, Path], driver: Playwright, tmp_path: Path
) -> None:
    port, everybody = system
    people = _suspected(everybody, tmp_path)
    browser = launch(driver, launch_arguments(None))
    with _running(tmp_path, port, people) as run:
        program = Program(_address(tmp_path / "operator", run), browser, port)
        program.play()
        told, _ = run.communicate(timeout=60)
    browser.close()
    assert run.returncode == 0, told
    assert program.asked == ["robot", "robot", "sms"]
    assert "1 сценарий: 1 пройден" in told
    secrets = Secrets.of(read_people(people))
    said = told.replace(program.address, "")
    assert not search(
        tmp_path / "out", replace(secrets, words=secrets.words | program.codes), said=said
    ).places
    assert not (tmp_path / "operator").exists()
