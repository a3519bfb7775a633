"""Who may ask a simulator that listens: the control API wants its token and a host of this machine, always."""

import json
import stat
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import httpx2
import pytest

from fixtures.control import Control, ControlRefused
from sim_server.domain.database import Database
from sim_server.simulator import Simulator

ROOT = Path(__file__).parents[2]
BEARER = {"Authorization": "Bearer open sesame"}


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "school.permkrai.ru", "10.0.0.5:80"]
)
def test_host_of_nobody_s_machine_is_refused_even_with_the_token(database: Database, host: str) -> None:
    """A page of that host could ask by a browser here, once its name leads to loopback."""
    api = Simulator(database, control_token="open sesame").control.test_client()
    answer = api.get("/health", base_url=f"http://{host}", headers=BEARER)
    assert (answer.status_code, answer.json["error"].startswith("Этот адрес")) == (421, True)


@pytest.mark.parametrize(
    "host", ["127.0.0.1:81", "localhost", "[::1]:81", "control.svyazka.test.localhost:8000"]
)
def test_host_of_this_machine_is_answered(database: Database, host: str) -> None:
    api = Simulator(database, control_token="open sesame").control.test_client()
    assert api.get("/health", base_url=f"http://{host}", headers=BEARER).status_code == 200


@pytest.mark.parametrize(
    "said", ["", "open sesame", "Basic open sesame", "Bearer open", "Bearer open sesame "]
)
def test_anything_but_the_token_as_a_bearer_is_refused(database: Database, said: str) -> None:
    api = Simulator(database, control_token="open sesame").control.test_client()
    answer = api.get("/health", base_url="http://localhost", headers={"Authorization": said})
    assert answer.status_code == 401


def test_control_api_of_a_run_wants_the_token_that_its_owner_was_told(tmp_path: Path) -> None:
    worlds = tmp_path / "worlds"
    worlds.mkdir()
    command = (sys.executable, "-m", "sim_server", "--exit-with-parent", "--worlds", str(worlds))
    with subprocess.Popen(  # noqa: S603 - our own module
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        told = json.loads(process.stdout.readline())["control"]
        plain = f"http://127.0.0.1:{urlsplit(told).port}"
        with httpx2.Client(trust_env=False) as stranger:
            assert stranger.get(f"{plain}/health").status_code == 401
        owner = Control(told)
        owner.prove_alive()
        owner.close()
        nobody = Control(plain)
        with pytest.raises(ControlRefused, match="Нужен токен"):
            nobody.prove_alive()
        nobody.close()
        (kept,) = worlds.glob("*token*")
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
        process.stdin.close()
        assert process.wait(20) == 0
