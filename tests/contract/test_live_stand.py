"""At a terminal a live stand begins with a question, and without a «да» nothing is done."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.residents import ANNA, WITH_ANNA

ROOT = Path(__file__).parents[2]
QUESTION = "Начать?".encode()
SCENARIO = "features/perm/sign_in.feature:47"
STAND = """
name = "live"
title = "боевой журнал"
place = "на боевом журнале"
simulator = false
live = true
network = true
eyes = "tolerant"
ignore_certificate_errors = false
powers = []
masks = []

[sites]
journal.perm = "https://journal.invalid"
vk_id = "https://id.invalid"
"""
PEOPLE = f"""{ANNA}
school = "Школа № 1"
class_names = ["5 «А»"]
subjects = ["Биология", "История"]
"""


def _run_at_a_terminal(folder: Path, answer: str) -> tuple[int, str]:
    """Run the scenario with a terminal of its own, at which this is typed once a question is asked."""
    import pty  # there is none on Windows

    people, stand = folder / "people.toml", folder / "live.toml"
    people.touch(mode=0o600)
    people.write_text(PEOPLE, encoding="utf-8")
    stand.write_text(STAND, encoding="utf-8")
    chosen = ["run", SCENARIO, "--stand", str(stand), "--out", str(folder / "out")]
    environment = {**os.environ, "SVYAZKA_PEOPLE": str(people), **WITH_ANNA, "TERM": "dumb"}
    process, terminal = pty.fork()
    if not process:
        os.chdir(ROOT)
        os.execve(sys.executable, [sys.executable, "svyazka.py", *chosen], environment)  # noqa: S606 - our own
    said, answered = b"", False
    while chunk := _read(terminal):
        said += chunk  # a question may come in pieces
        if not answered and QUESTION in said:
            answered = bool(os.write(terminal, f"{answer}\n".encode()))
    os.close(terminal)
    _, status = os.waitpid(process, 0)
    return os.waitstatus_to_exitcode(status), said.decode("utf-8").replace("\r", "")


def _read(terminal: int) -> bytes:
    """What is said next; nothing once whoever speaks is gone, which the system calls an error."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


@pytest.mark.skipif(sys.platform == "win32", reason="там нет такого терминала")
def test_person_is_told_and_asked_before_anything_is_done(tmp_path: Path) -> None:
    code, said = _run_at_a_terminal(tmp_path, "нет")
    told, _, after = said.partition("Начать? Наберите «да»: ")
    assert "Стенд «боевой журнал» — живая система. Что будет сделано и с кем:" in told
    assert "anna: Ветрова Анна Олеговна, журнал «perm» — сценариев: 1" in told
    assert "привязывать свой профиль" not in told
    assert "Ничего не сделано: на это не согласились." in after
    assert "Не завершено 1 из 1" in after
    assert code == 3
    assert not any(secret in said for secret in ("Jr-secret", "Vk-secret", "700-00-01"))
