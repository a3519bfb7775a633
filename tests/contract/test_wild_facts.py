"""What docs/wild.md says of the second face stands in the files it names, and so does how it is asked for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reports.record.situations import SITUATIONS as SAID_OF_RESIDENTS
from sim_server.journal.site_file import read_sites
from sim_server.vk_id.sign_in import sign_in_screens
from sim_server.wild.people import SITUATIONS, crowd
from sim_server.wild.people_file import told_of

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "wild.md").read_text("utf-8")
WILD = ROOT / "sim_server" / "wild"
ROW = re.compile(r"^\| ([^|]+) \| ([^|]+) \| `([^|`]+)` \| `([^|]+)` \|$", re.MULTILINE)
FACTS = ROW.findall(DOCUMENT)
FACE, WAYS = sorted((WILD / "face").glob("*.js")), sorted((WILD / "ways").glob("*.*"))
KNOWN_BY_ROLE = re.compile(
    r"""<(?:button|label|select|h1)\b|h\("(?:label|select|h1)"|aria-labelledby|data-testid"""
)


def test_document_tells_facts() -> None:
    assert len(FACTS) > 12


@pytest.mark.parametrize(("fact", "here", "file", "sign"), FACTS)
def test_each_fact_stands_in_its_file(fact: str, here: str, file: str, sign: str) -> None:
    assert sign in (WILD / file).resolve().read_text("utf-8"), fact


def test_face_says_of_its_people_what_a_stand_may() -> None:
    assert {*SITUATIONS} == {*SAID_OF_RESIDENTS}


def test_every_key_of_the_people_file_is_explained() -> None:
    explained = set(re.findall(r"`(\w+)`", DOCUMENT.partition("| ключ |")[2].partition("## ")[0]))
    (person, *_others) = crowd(read_sites(None, sign_in_screens()), seed=1, each=1)
    assert {*told_of(person)} <= explained
    assert all(f"«{situation}»" in DOCUMENT for situation in SITUATIONS)


@pytest.mark.parametrize("file", [*FACE, *WAYS], ids=lambda file: file.name)
def test_widgets_have_nothing_that_names_them_for_a_finder(file: Path) -> None:
    assert not KNOWN_BY_ROLE.findall(file.read_text("utf-8"))


def test_the_consent_alone_is_a_real_button() -> None:
    made = {file.name: file.read_text("utf-8").count('h("button"') for file in [*FACE, *WAYS]}
    assert {name: number for name, number in made.items() if number} == {"buttons.js": 1}
