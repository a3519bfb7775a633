"""The second face with few people, and a browser that asks it as its pages do."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import Client, TestResponse

from sim_server.domain.database import Database
from sim_server.wild.face import WildFace
from sim_server.wild.making import Wishes, make_face

Json = dict[str, Any]


class Asking:
    """One browser at the second face: it keeps its cookies and fetches pages as data."""

    def __init__(self, face: WildFace) -> None:
        self.client = Client(face)

    def fetch(self, address: str, data: Json | None = None, **headers: str) -> TestResponse:
        """What is told at that address, or after sending the form there."""
        wanted = {"Accept": "application/json", **headers}
        return self.client.open(
            base_url="/".join(address.split("/")[:3]),
            path="/" + "/".join(address.split("/")[3:]),
            method="GET" if data is None else "POST",
            data=data,
            headers=wanted,
        )

    def tell(self, address: str, data: Json | None = None) -> Json:
        """The same through all that leads on within the site; what leads away from it is told."""
        told: Json = self.fetch(address, data).json
        return self.tell("/".join(address.split("/")[:3]) + told["go"]) if "go" in told else told


@pytest.fixture(scope="package")
def people_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("wild") / "people.toml"


@pytest.fixture(scope="package")
def face(database: Database, people_file: Path) -> WildFace:
    """The second face, with one circle of each kind."""
    return make_face(database, Wishes(people_file, circles=1))


@pytest.fixture(scope="package")
def people(face: WildFace, people_file: Path) -> list[Json]:
    """Its people, as their file tells them."""
    return list(tomllib.loads(people_file.read_text("utf-8"))["people"])


@pytest.fixture
def asking(face: WildFace) -> Asking:
    return Asking(face)
