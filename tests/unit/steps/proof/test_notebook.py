"""A proof that was broken off goes on; what was tried of something else counts no more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reports.record.kills import Defect, Ending, Made, Matrix, Origin, Row, Try
from steps.proof.notebook import HARMLESS, Notebook

CODE = Defect("code", "Код любой.", fingerprint="aa")
PAINT = Defect("paint", "Цвет другой.", harmless=True, fingerprint="cc")
SCENARIOS = {"one": "11", "two": "22"}
CAUGHT = Try("code", "one", Ending.CAUGHT, 3, "вижу", "нет")
NOW = "c"


def opened(
    folder: Path, name: str = "tries-1-1.ndjson", defect: Defect = CODE, code: str = NOW, **changed: str
) -> Notebook:
    return Notebook(folder, name, SCENARIOS | changed, [defect, PAINT], {"steps": code})


def test_what_was_noted_is_known_the_next_time(tmp_path: Path) -> None:
    opened(tmp_path).note(CAUGHT)
    assert opened(tmp_path).of("code") == {"one": CAUGHT}


def test_other_shards_notes_count(tmp_path: Path) -> None:
    opened(tmp_path, "tries-1-2.ndjson").note(CAUGHT)
    assert opened(tmp_path, "tries-2-2.ndjson").of("code") == {"one": CAUGHT}


def test_line_that_was_cut_off_is_passed_over(tmp_path: Path) -> None:
    opened(tmp_path).note(CAUGHT)
    with (tmp_path / "tries-1-1.ndjson").open("a", encoding="utf-8") as file:
        file.write('{"is": ["11", "a')
    assert opened(tmp_path).of("code") == {"one": CAUGHT}


def test_changed_defect_and_changed_scenario_are_tried_anew(tmp_path: Path) -> None:
    opened(tmp_path).note(CAUGHT)
    assert opened(tmp_path, defect=replace(CODE, fingerprint="zz")).of("code") == {}
    assert opened(tmp_path, one="99").of("code") == {}
    assert opened(tmp_path, code="d").of("code") == {}


def test_who_comes_to_a_place_is_known_when_all_were_noted(tmp_path: Path) -> None:
    book = opened(tmp_path)
    book.note_asked(["code", "paint"])
    book.note(Try(HARMLESS, "one", Ending.PASSED), touched=["code"])
    assert book.reached is None
    book.note(Try(HARMLESS, "two", Ending.PASSED), touched=[])
    assert opened(tmp_path).reached == {"code": {"one"}, "paint": set()}


def test_of_a_defect_nobody_asked_about_nothing_is_known(tmp_path: Path) -> None:
    book = opened(tmp_path)
    book.note_asked(["paint"])
    for name in SCENARIOS:
        book.note(Try(HARMLESS, name, Ending.PASSED), touched=[])
    assert book.reached == {"paint": set()}


def kept(said: dict[str, str] | None = None, code: str = NOW) -> Matrix:
    """A result by which "one" notices CODE and both pass with PAINT."""
    passed = tuple(Try("paint", name, Ending.PASSED) for name in SCENARIOS)
    rows = (Row(CODE, 1, (CAUGHT,)), Row(PAINT, 2, passed))
    made = Made("abc", "2026-11-27", "ff", 1, False, code={"steps": code})
    return Matrix(made, tuple(SCENARIOS), rows, (), {"code": (0,), "paint": ()}, said or SCENARIOS)


def test_kept_result_holds_for_what_is_as_it_was(tmp_path: Path) -> None:
    book = opened(tmp_path)
    book.remember(kept())
    assert book.of("code") == {"one": CAUGHT}
    assert set(book.of(HARMLESS)) == {"one", "two"}
    assert book.reached == {"code": {"one"}, "paint": set()}


def test_changed_scenario_is_tried_anew_with_defects_and_harmless_changes(tmp_path: Path) -> None:
    book = opened(tmp_path, one="99")
    book.remember(kept())
    assert book.of("code") == {}
    assert set(book.of(HARMLESS)) == {"two"}
    assert book.reached is None


def test_with_another_harmless_change_everybody_is_tried_with_them_anew(tmp_path: Path) -> None:
    book = opened(tmp_path)
    book.remember(
        replace(
            kept(), rows=(kept().rows[0], replace(kept().rows[1], defect=replace(PAINT, fingerprint="dd")))
        )
    )
    assert book.of("code") == {"one": CAUGHT}
    assert book.of(HARMLESS) == {}
    assert book.reached is None


def test_result_is_not_asked_about_what_is_noted_since(tmp_path: Path) -> None:
    passed = Try("code", "one", Ending.PASSED)
    opened(tmp_path).note(passed)
    book = opened(tmp_path)
    book.remember(kept())
    assert book.of("code") == {"one": passed}


def test_what_was_tried_with_other_code_says_so(tmp_path: Path) -> None:
    book = opened(tmp_path)
    before = kept(code="b")
    book.remember(before)
    origin = before.made.origin
    assert book.of("code") == {"one": replace(CAUGHT, origin=origin)}
    assert [one.origin for one in book.of(HARMLESS).values()] == [origin, origin]


def test_older_origin_is_kept_through_several_results(tmp_path: Path) -> None:
    oldest = Origin("0ld", "2026-11-20", {"steps": "a"})
    before = kept(code="b")
    first = replace(before.rows[0], tries=(replace(CAUGHT, origin=oldest),))
    book = opened(tmp_path)
    book.remember(replace(before, rows=(first, *before.rows[1:])))
    assert book.of("code")["one"].origin == oldest


def test_what_is_tried_anew_is_of_the_code_there_is(tmp_path: Path) -> None:
    book = opened(tmp_path, one="99")
    book.remember(kept(code="b"))
    book.note(CAUGHT)
    assert book.of("code")["one"].origin is None
