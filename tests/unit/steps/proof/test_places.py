"""Who is tried first: earlier catchers, then who speaks of it, then one of each file by turns."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from fixtures.control import Touched
from reports.record.kills import Defect
from steps.proof.catalogue import caption_defects, chosen_by_day
from steps.proof.places import Places, touching

CODE = Defect("code", "Код любой.", breaks=("a.1",), labels=("Неверный код",))


def scenario(
    name: str, *steps: str, clauses: tuple[str, ...] = (), uri: str = "f.feature", arranges: bool = False
) -> Any:
    role = "Context" if arranges else "Outcome"
    told = [{"text": text, "clauses": list(clauses), "type": role} for text in steps]
    return SimpleNamespace(identity=name, steps=told, document=SimpleNamespace(uri=uri))


FIRST = scenario("first", "вхожу")
SECOND = scenario("second", "вхожу")
QUOTES = scenario("quotes", "вхожу", "вижу «Неверный код»")
CARRIES = scenario("carries", "вхожу", clauses=("a.1",))
ELSEWHERE = scenario("elsewhere", "вхожу", uri="g.feature")
ALL = [FIRST, SECOND, QUOTES, CARRIES, ELSEWHERE]


def order(touching: set[str] | None = None, catchers: tuple[str, ...] = ()) -> list[str]:
    return [item.identity for item in Places(ALL).candidates(CODE, touching, catchers)]


def test_who_speaks_of_it_sooner_comes_first_and_files_take_turns() -> None:
    assert order() == ["carries", "quotes", "first", "elsewhere", "second"]


def test_who_only_arranges_it_does_not_speak_of_it() -> None:
    arranges = scenario("arranges", "дохожу до «Неверный код»", clauses=("a.1",), arranges=True)
    places = Places([arranges, QUOTES])
    assert [item.identity for item in places.candidates(CODE, None, ())] == ["quotes", "arranges"]
    assert not places.speaks_of(arranges, CODE)


def test_earlier_catcher_comes_before_all() -> None:
    assert order(catchers=("second",))[0] == "second"


def test_who_does_not_come_to_the_place_is_not_tried() -> None:
    assert order(touching={"quotes", "second"}) == ["quotes", "second"]
    assert order(touching=set()) == []


def test_touching_finds_captions_within_texts() -> None:
    caption = Defect("caption:Код", "…", labels=("Код",))
    seen = {"one": Touched(("code",), ("Введите Код из СМС",)), "two": Touched((), ("Чаты",))}
    assert touching([CODE, caption], seen) == {"code": {"one"}, "caption:Код": {"one"}}


def test_there_is_a_defect_for_each_caption_of_a_clause_and_none_for_addresses() -> None:
    captions = {one.labels[0]: one for one in caption_defects()}
    assert "perm.in.1.2" in captions["Вход для сотрудников"].breaks
    assert not any("://" in label for label in captions)
    assert len(captions) > 100


def test_defects_of_a_day_are_others_the_next_day_and_the_same_everywhere() -> None:
    many = [Defect(f"d{number}", "…") for number in range(100)]
    today, tomorrow = chosen_by_day(many, "2026-11-27", 20), chosen_by_day(many, "2026-11-28", 20)
    assert len(today) == 20
    assert today == chosen_by_day(reversed(many), "2026-11-27", 20)
    assert today != tomorrow
