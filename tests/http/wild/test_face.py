"""The entrance of the second face: its hosts, its shell, its data, and that it has no other entrance."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from sim_server.control.app import HOST as CONTROL_HOST
from sim_server.domain.database import Database
from sim_server.simulator import Simulator
from sim_server.wild import making
from sim_server.wild.face import WildFace
from sim_server.wild.making import Wishes, make_face
from tests.http.wild.conftest import Asking

PERM = "https://school-permkrai-ru.shkola.test"
VK_ID = "https://id-vk-com.svyaz.test"
Json = dict[str, Any]


def form_of(told: Json) -> Json:
    """The first form of the page that is told."""
    return next(node for node in told["tree"]["body"] if node["k"] == "form")


def sign_in(asking: Asking, person: Json) -> None:
    form = form_of(asking.tell(f"{PERM}/login"))
    filled = {**dict(form["sent"]), "login": person["login"], "password": person["password"]}
    assert asking.tell(f"{PERM}/login", filled)["tree"]["title"] == "Рабочий стол"


def test_no_host_of_one_face_is_a_host_of_the_other(face: WildFace, simulator: Simulator) -> None:
    assert not {*face.hosts} & {*simulator.hosts}
    assert len(face.hosts) == len(simulator.hosts)
    assert all(host.endswith(".test") for host in face.hosts)


def test_every_address_is_answered_by_the_same_shell(asking: Asking) -> None:
    pages = {asking.fetch(PERM + path, Accept="text/html").text for path in ("/", "/login", "/no/such")}
    (shell,) = pages
    assert "Вход для сотрудников" not in shell
    assert re.search(r'src="/-/\w+/face/main.js"', shell)


def test_shell_s_files_are_there_and_nothing_else_of_the_disk(asking: Asking) -> None:
    files = re.findall(r'"(/-/[^"]+)"', asking.fetch(PERM + "/", Accept="text/html").text)
    assert files
    assert all(asking.fetch(PERM + file).status_code == 200 for file in files)
    stem = files[0].rpartition("/face/")[0]
    for path in ("/face/none.js", "/face/../face.py", "/face/..%2Fface.py", "/waylaying.py"):
        assert asking.fetch(PERM + stem + path).status_code == 404


def test_there_is_no_control_of_any_kind(asking: Asking, face: WildFace) -> None:
    assert CONTROL_HOST not in {host.replace("-", ".") for host in face.hosts}
    for address in (
        f"https://{CONTROL_HOST}",
        "http://control.svyazka.test.localhost",
        PERM.replace("-", "."),
    ):
        assert asking.fetch(f"{address}/worlds").status_code == 421
    assert asking.fetch("http://localhost/worlds").status_code == 404
    for host in face.hosts:
        told = asking.fetch(f"https://{host}/worlds", {"people": "[]"})
        assert told.status_code in (404, 405), host


def test_world_that_the_browser_names_does_not_count(asking: Asking, people: list[Json]) -> None:
    told = asking.fetch(f"{PERM}/login", **{"User-Agent": "Chrome Svyazka/other.d1"})
    assert told.json["tree"]["title"] == "Вход для сотрудников"


def test_way_to_vk_id_and_back_names_hosts_of_this_face_alone(asking: Asking, people: list[Json]) -> None:
    sign_in(asking, next(one for one in people if one["journal"] == "perm" and one["study_profile"]))
    form = form_of(asking.tell(f"{PERM}/messages"))
    told = asking.tell(PERM + form["action"], dict(form["sent"]))
    assert told["leave"].startswith(f"{VK_ID}/authorize?")
    assert "permkrai.ru%2F" not in told["leave"]
    phone = asking.tell(told["leave"])
    assert phone["tree"]["title"] == "Вход в VK ID"
    assert not re.search(r"https://(id\.vk|school\.)", json.dumps(phone))


def test_failure_of_a_page_is_told_with_its_number(asking: Asking) -> None:
    answer = asking.fetch(f"{PERM}/no/such")
    assert answer.status_code == 404
    assert answer.json["tree"]["title"] == "Страница не найдена"


def test_cookies_of_vk_id_go_along_in_frames_over_tls_alone(face: WildFace) -> None:
    over_tls = Asking(face).fetch(f"{PERM}/login").headers.getlist("Set-Cookie")
    assert any("sid=" in one and "SameSite=None" in one for one in over_tls)
    by_hand = Asking(face).fetch("http://school-permkrai-ru.shkola.test.localhost:8000/login")
    assert any("sid=" in one and "SameSite=Lax" in one for one in by_hand.headers.getlist("Set-Cookie"))


def test_by_hand_everything_is_reached_from_a_list_of_sites(face: WildFace) -> None:
    listed = Asking(face).fetch("http://localhost:8000/", Accept="text/html").text
    for host in face.hosts:
        assert f'href="http://{host}.localhost:8000/"' in listed


def test_by_hand_the_way_to_vk_id_stays_by_hand(face: WildFace, people: list[Json]) -> None:
    asking, perm = Asking(face), "http://school-permkrai-ru.shkola.test.localhost:8000"
    person = [one for one in people if one["journal"] == "perm" and one["study_profile"]][-1]
    form = form_of(asking.tell(f"{perm}/login"))
    asking.tell(
        f"{perm}/login", {**dict(form["sent"]), "login": person["login"], "password": person["password"]}
    )
    told = asking.tell("http://web-vk-me.svyaz.test.localhost:8000/")
    onward = re.findall(
        r'"href": "(/[^"]*)", "new": false, "current": false, "t": "Войти"',
        json.dumps(told, ensure_ascii=False),
    )
    left = asking.tell("http://web-vk-me.svyaz.test.localhost:8000" + onward[0])["leave"]
    assert left.startswith("http://id-vk-com.svyaz.test.localhost:8000/authorize?")
    assert asking.tell(left)["tree"]["title"]


@pytest.mark.parametrize("host", ["school.permkrai.ru", "school-permkrai-ru.test", "evil.test"])
def test_unknown_host_is_nobody(face: WildFace, host: str) -> None:
    assert Asking(face).fetch(f"https://{host}/").status_code == 421


def test_defect_of_the_product_is_on_this_face_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "crowd", lambda _journals, _seed, _circles: [])
    database = Database(f"sqlite:///{(tmp_path / 'worlds.sqlite').as_posix()}")
    wishes = Wishes(tmp_path / "people.toml", defects=("caption:Вход для сотрудников",))
    told = Asking(make_face(database, wishes)).tell(PERM + "/")
    database.close()
    assert "Вход для сотрудников" not in str(told)
    assert "Электронная Пермская Образовательная система" in str(told)
