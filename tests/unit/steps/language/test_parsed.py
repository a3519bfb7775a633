"""What was parsed lies on a shelf: it is the same as parsed anew, and only of the very same text."""

from pathlib import Path

import pytest
from gherkin.errors import CompositeParserException

from steps.language import parsed as module
from steps.language.parsed import Parsed, Shelf, parsed

TEXT = """\
# language: ru
Функция: Ф
  Сценарий: С
    #> perm.in.1
    Когда нажимаю «Войти»
    * нажимаю «Выйти»
"""


@pytest.fixture
def parsings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    made: list[str] = []

    def count(source: str, uri: str) -> Parsed:
        made.append(uri)
        return parsed(source, uri)

    monkeypatch.setattr(module, "parsed", count)
    return made


def test_text_is_parsed_once_by_all_who_share_a_shelf(tmp_path: Path, parsings: list[str]) -> None:
    fresh = Shelf(tmp_path).parsed(TEXT, "a.feature")
    assert Shelf(tmp_path).parsed(TEXT, "a.feature") == fresh == parsed(TEXT, "a.feature")
    assert parsings == ["a.feature"]


def test_changed_text_and_another_address_are_parsed_anew(tmp_path: Path, parsings: list[str]) -> None:
    shelf = Shelf(tmp_path)
    shelf.parsed(TEXT, "a.feature")
    changed = shelf.parsed(TEXT.replace("Войти", "Уйти"), "a.feature")
    assert changed.pickles[0]["steps"][0]["text"] == "нажимаю «Уйти»"
    assert shelf.parsed(TEXT, "b.feature").pickles[0]["id"] != changed.pickles[0]["id"]
    assert len(parsings) == 3


@pytest.mark.parametrize("body", [b"", b"torn", b"i\x01\x00\x00\x00"])
def test_what_cannot_be_read_on_the_shelf_is_parsed_anew(
    tmp_path: Path, parsings: list[str], body: bytes
) -> None:
    Shelf(tmp_path).parsed(TEXT, "a.feature")
    [file] = [each for each in tmp_path.rglob("*") if each.is_file()]
    file.write_bytes(body)
    assert Shelf(tmp_path).parsed(TEXT, "a.feature") == parsed(TEXT, "a.feature")
    assert len(parsings) == 2


def test_shelf_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert Shelf(tmp_path / "file").parsed(TEXT, "a.feature") == parsed(TEXT, "a.feature")


def test_text_that_is_no_feature_stays_an_error(tmp_path: Path) -> None:
    for _ in range(2):
        with pytest.raises(CompositeParserException):
            Shelf(tmp_path).parsed("Сценарий: С\n  Чушь", "a.feature")
    assert not any(each.is_file() for each in tmp_path.rglob("*"))


def test_asterisk_goes_on_like_and() -> None:
    steps = parsed(TEXT, "a.feature").pickles[0]["steps"]
    assert [step["type"] for step in steps] == ["Action", "Action"]
