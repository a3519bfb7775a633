"""What stands around the staging journal: VK ID alone as a process of its own, the people of both, the stand's file."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import urlsplit

from reports.record.situations import WITH_PROFILE, WITH_VK_ID
from sim_server.server import Listener
from tests.conformance.served import resolved
from tests.staging.journal import create_app

ROOT = Path(__file__).parents[2]
STAND = ROOT / "fixtures/stands/staging.toml"
READY = ROOT / "sim_server/start/people.toml"  # whom `serve` has
JOURNAL = "perm"
CLIENT_ID = "51234567"
CLIENTS = """[[clients]]
id = "{id}"
name = "Пробный журнал"
redirect_uris = ["{site}/vk/callback"]
like = "perm-journal"
"""


@dataclass(frozen=True)
class Staging:
    """The stand's file, and the file of its people."""

    stand: Path
    people: Path


@contextmanager
def staging(folder: Path) -> Iterator[Staging]:
    """Have VK ID and the journal answer, and be told of as a stand."""
    site = f"http://localhost:{_free_port()}"
    clients = folder / "clients.toml"
    clients.write_text(CLIENTS.format(id=CLIENT_ID, site=site), encoding="utf-8")
    with ExitStack() as held:
        port = held.enter_context(_vk_id_alone(clients))
        vk_id = f"http://id.vk.ru.localhost:{port}"
        app = create_app(_staff(), vk_id, CLIENT_ID)
        held.enter_context(patch.dict(os.environ, {"NO_PROXY": "*", "no_proxy": "*"}))
        held.enter_context(resolved({"id.vk.ru.localhost": port}, asked=port))
        journal = Listener(app, urlsplit(site).port or 0)
        journal.start()
        held.callback(journal.stop)
        yield Staging(_stand(folder, site, port), _people(folder))


@contextmanager
def _vk_id_alone(clients: Path) -> Iterator[int]:
    """`serve --vk-id-only`, as anybody starts it; gives its port."""
    command = [
        sys.executable,
        ROOT / "svyazka.py",
        "serve",
        "--vk-id-only",
        "--clients",
        clients,
        "--port",
        "0",
    ]
    own = {name: value for name, value in os.environ.items() if name != "SVYAZKA_DATABASE_URL"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=own) as process:
        assert process.stdout is not None
        port = urlsplit(process.stdout.readline().split()[-1]).port
        try:
            assert port is not None
            yield port
        finally:
            process.terminate()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def _teachers() -> list[Mapping[str, Any]]:
    """Those of the ready people who teach in that journal and have a VK ID, with their account there."""
    told = tomllib.loads(READY.read_text(encoding="utf-8"))["people"]
    return [
        {**one, "account": account}
        for one in told
        for account in one.get("journal_accounts", ())
        if account["journal"] == JOURNAL and not account.get("linked") and "vk_id" in one
    ]


def _staff() -> dict[str, dict[str, Any]]:
    """The journal's own list of them."""
    names = ("last_name", "first_name", "middle_name")
    return {
        one["account"]["login"]: {
            "password": one["account"]["password"],
            "name": " ".join(one[name] for name in names),
            "class_names": one["account"]["class_names"],
        }
        for one in _teachers()
    }


def _people(folder: Path) -> Path:
    """The file of the stand's people, which its owner alone may read."""
    lines = [line for one in _teachers() for line in ("[[people]]", *_told_of(one))]
    file = folder / "people.toml"
    file.touch(mode=0o600)
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def _told_of(one: Mapping[str, Any]) -> Iterator[str]:
    account = one["account"]
    told = {name: one[name] for name in ("key", "last_name", "first_name", "middle_name", "sex", "phone")}
    told |= {"journal": JOURNAL, "role": "teacher", "vk_password": one["vk_id"]["password"]}
    told |= {name: account[name] for name in ("login", "password", "school")}
    yield from (f'{name} = "{value}"' for name, value in told.items())
    yield f"birth_date = {one['birth_date']}"
    yield f'situations = ["{WITH_PROFILE if "study_profile" in one else WITH_VK_ID}"]'
    yield f"class_names = {account['class_names']!r}"


def _stand(folder: Path, site: str, port: int) -> Path:
    """The stand's file of the repository, at these ports."""
    text = STAND.read_text(encoding="utf-8")
    file = folder / "staging.toml"
    file.write_text(
        text.replace("http://localhost:5000", site).replace(":8000", f":{port}"), encoding="utf-8"
    )
    return file
