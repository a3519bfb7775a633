"""`doctor --stand X` says of each address what is to be seen there, and asks nobody but the stand."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from fixtures.environment.examination import Examined, State
from fixtures.residents.reading import VARIABLE
from fixtures.stand import Stand
from fixtures.survey.command import main, survey
from tests.residents import ANNA, WITH_ANNA
from tests.small_site import SmallSite, small_site

PAGE = '<h1>Вход</h1><button>Войти</button><img src="http://127.0.0.1:{port}/logo.png">'


def stand_of(**said: object) -> Stand:
    told = {"name": "t", "title": "Пермь", "place": "на т", "simulator": False, "network": True, "masks": ()}
    return Stand(**{**told, "ignore_certificate_errors": False, "powers": frozenset(), **said})  # type: ignore[arg-type]


@pytest.fixture
def stranger() -> Iterator[SmallSite]:
    """A host that is no stand's: to a browser `127.0.0.1` is another one than `localhost`."""
    with small_site({"/": "чужой", "/logo.png": ""}) as served:
        yield served


@pytest.fixture(autouse=True)
def people(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "people.toml"
    file.write_text(ANNA, encoding="utf-8")
    file.chmod(0o600)
    for name, value in {VARIABLE: str(file), **WITH_ANNA}.items():
        monkeypatch.setenv(name, value)
    return file


def told(findings: list[Examined]) -> dict[str, tuple[State, str]]:
    """Returns each finding by its subject, with the advice that follows it."""
    found: dict[str, tuple[State, str]] = {}
    subject = ""
    for one in findings:
        subject = one.subject or subject
        state, before = found.get(subject, (one.state, ""))
        found[subject] = state, f"{before}{one.detail}\n"
    return found


def surveyed(stand: Stand) -> dict[str, tuple[State, str]]:
    """What is found, in a thread of its own: in this one another test's browser may be at work."""
    with ThreadPoolExecutor(1) as alone:
        return told(alone.submit(lambda: list(survey(stand))).result())


def test_each_address_is_looked_at_and_no_other_host_is_asked(stranger: SmallSite) -> None:
    with (
        small_site({"/": PAGE.format(port=stranger.port)}) as journal,
        small_site({"/": f"→http://127.0.0.1:{stranger.port}/"}) as vk_id,
        small_site({"/": "<h1>Чаты</h1><button>Новый чат</button>"}) as messenger,
    ):
        closed = f"http://localhost:{stranger.port + 1 if stranger.port < 65535 else 1}"
        sites = {"journal.perm": journal.address, "vk_id": vk_id.address, "messenger": messenger.address}
        found = surveyed(stand_of(sites={**sites, "gto": closed}))
    state, words = found["journal.perm"]
    assert (state, "экран «Вход»; нажимают: «Войти»" in words) == (State.NOTE, True)
    assert f'добавьте в also в файле стенда: "127.0.0.1:{stranger.port}"' in words
    state, words = found["vk_id"]
    assert (state, f"ведёт на 127.0.0.1:{stranger.port}" in words) == (State.MISSING, True)
    assert found["messenger"] == (State.FINE, f"{messenger.address}, экран «Чаты»; нажимают: «Новый чат»\n")
    assert found["gto"][0] is State.MISSING
    assert found["Люди"] == (State.FINE, "в файле 1, журналы: perm\n")
    assert stranger.asked == []


def test_stand_that_nobody_has_allowed_is_not_asked() -> None:
    with small_site({"/": "Вход"}) as journal:
        found = told(list(survey(stand_of(sites={"journal.perm": journal.address}, network=False))))
    assert found["Разрешение"][0] is State.MISSING
    assert "network = true" in found["Разрешение"][1]
    assert journal.asked == []


def test_unknown_stand_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simm"]) == 2
    assert "Стенда «simm» нет; есть: sim" in capsys.readouterr().err
