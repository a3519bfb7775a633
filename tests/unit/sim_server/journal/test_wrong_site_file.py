"""Wrong sites, one of each kind: none is taken, and each is told by a Russian line with file, key, what is allowed."""

import re
import tomllib
from pathlib import Path

import pytest

from sim_server.domain.database import Database
from sim_server.journal.site_file import SITES, SiteFileUnsound, read_sites
from sim_server.simulator import Simulator

WRONG = tomllib.loads(Path(__file__).with_name("wrong_sites.toml").read_text(encoding="utf-8"))
NAMES = ("perm", "mesh", "diary", "mosreg")


@pytest.fixture
def sites(tmp_path: Path) -> Path:
    """Some of our journals, to be spoilt."""
    for name in NAMES:
        (tmp_path / name).mkdir()
        write(tmp_path, name, (SITES / name / "site.toml").read_text(encoding="utf-8"))
    (tmp_path / "mosreg/passport.py").write_text(
        (SITES / "mosreg/passport.py").read_text(encoding="utf-8"), "utf-8"
    )
    return tmp_path


def write(sites: Path, name: str, text: str) -> None:
    (sites / name / "site.toml").write_text(text, encoding="utf-8")


def spoil(sites: Path, old: str, new: str, name: str = "perm", times: int = 1) -> None:
    text = (sites / name / "site.toml").read_text(encoding="utf-8")
    assert old in text
    write(sites, name, text.replace(old, new, times))


def told(sites: Path, database: Database) -> list[str]:
    with pytest.raises(SiteFileUnsound) as error:
        Simulator(database, sites=sites)
    return str(error.value).splitlines()


def test_they_are_sound_before(sites: Path, database: Database) -> None:
    assert {site.id for site in Simulator(database, sites=sites).journals} == set(NAMES)


TWO_FAULTS = (
    "list wanted",
    "button nobody can press",
)  # one spoilt place, of which two things are to be said


@pytest.mark.parametrize("case", WRONG)
def test_wrong_file_is_told_by_key(case: str, sites: Path, database: Database) -> None:
    wrong = WRONG[case]
    spoil(
        sites,
        wrong["old"],
        wrong["new"],
        times=-1 if case.startswith("host of") and case != "host of one word" else 1,
    )
    lines = told(sites, database)
    file = (sites / "perm/site.toml").as_posix()
    assert all(line.startswith(f"{file}: ") for line in lines)
    assert len(lines) == (2 if case in TWO_FAULTS else 1), lines
    assert wrong["told"] in lines[0]
    assert not re.search(
        r"Value error|Input should|Field required|Extra inputs|line \d|Traceback", " ".join(lines)
    )


def test_another_encoding_is_told(sites: Path, database: Database) -> None:
    file = sites / "perm/site.toml"
    file.write_bytes(file.read_text(encoding="utf-8").encode("cp1251", errors="replace"))
    assert told(sites, database) == [f"{file.as_posix()}: файл не в UTF-8: сохраните его в этой кодировке"]


def test_mark_of_byte_order_does_not_matter(sites: Path) -> None:
    file = sites / "perm/site.toml"
    file.write_text(file.read_text(encoding="utf-8"), encoding="utf-8-sig")
    assert "perm" in {site.id for site in read_sites(sites)}


def test_faults_of_all_files_are_told_at_once(sites: Path, database: Database) -> None:
    spoil(sites, 'name = "ЭПОС Пермь"', 'name = ""')
    spoil(sites, "colour =", "color =")
    spoil(sites, "login =", "logon =", "mesh")
    assert [line.partition("toml: ")[2].partition(":")[0] for line in told(sites, database)] == [
        "labels.logon", "labels.logon", "name", "color"
    ]  # fmt: skip


def test_circle_of_models_is_told(sites: Path, database: Database) -> None:
    spoil(sites, 'id = "mesh"', 'like = "mosreg"\nid = "mesh"', "mesh")
    assert "like: «mesh» не бывает" in told(sites, database)[0]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('chats_with = "mesh"', 'chats_with = "nowhere"', "chats_with: «nowhere» чатов не хранит; есть: mesh"),
        ('chats_with = "mesh"', 'chats_with = "diary"', "chats_with: «diary» чатов не хранит"),
        ('title = "Чат школы"', 'title = "Вся школа"', "chats.2.title: «Вся школа», а в журнале «mesh» у"),
    ],
)  # fmt: skip
def test_chats_that_are_shared_with_nobody_or_differ_are_told(
    sites: Path, database: Database, old: str, new: str, words: str
) -> None:
    spoil(sites, old, new, "diary")
    assert words in told(sites, database)[0]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("blueprint = 1 / 0", "код не исполняется: ZeroDivisionError"),
        ("def f(", "код не исполняется: SyntaxError"),
        ("x = 1", "код не исполняется: AttributeError"),
    ],
)
def test_own_code_that_is_broken_is_told(sites: Path, database: Database, code: str, words: str) -> None:
    (sites / "mosreg/passport.py").write_text(code, encoding="utf-8")
    (line,) = told(sites, database)
    assert line.startswith((sites / "mosreg/passport.py").as_posix())
    assert words in line


def test_own_template_that_is_broken_is_told(sites: Path, database: Database) -> None:
    page = sites / "perm/templates/journal/desk.html"
    page.parent.mkdir(parents=True)
    page.write_text("<p>\n{% if %}</p>", encoding="utf-8")
    (line,) = told(sites, database)
    assert line.startswith(f"{page.as_posix()}: строка 2: шаблон не читается")


def test_folder_without_journals_is_told(tmp_path: Path, database: Database) -> None:
    assert "нет ни одного журнала" in told(tmp_path / "nowhere", database)[0]
