"""The proof that parts are one whole: it holds for all of them, and each way to spoil it is told in words."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reports.record.shard import ShardTold
from reports.shards.proof import prove
from tests.unit.reports.shards.conftest import Machines

NO_PART = ShardTold(of=0)


def told(folders: list[Path]) -> dict[str, str]:
    return {flaw.kind: flaw.text for flaw in prove(folders).flaws}


def test_all_parts_in_whatever_order_are_one_whole(machines: Machines) -> None:
    proof = prove(list(reversed(machines.all())))
    assert proof.whole
    assert [part.numbers for part in proof.parts] == [(1,), (2,), (3,), (4,)]
    assert proof.told is not None
    assert (proof.told.planned, proof.told.seed) == (4, 7)


def test_run_that_was_never_split_is_a_whole_by_itself(machines: Machines) -> None:
    machines.of = 1
    assert prove([machines.write(1, NO_PART)]).whole


def test_missing_part_is_named_with_the_command_that_makes_it(machines: Machines) -> None:
    first, _, *others = machines.all()
    assert told([first, *others]) == {
        "missing": "Нет части 2 из 4. Выполнить её: python3 svyazka.py run --shard 2/4 --seed 7"
    }


def test_more_parts_than_scenarios_are_told_to_be_fewer(machines: Machines) -> None:
    machines.of = 5
    assert told([machines.write(number) for number in (1, 2, 3, 4)]) == {
        "missing": "Нет части 5 из 5. Всего 4 сценария, на столько частей их не хватит: поделите не больше чем на 4."
    }


def test_single_part_is_no_whole(machines: Machines) -> None:
    assert [flaw.kind for flaw in prove([machines.write(3)]).flaws] == ["missing"] * 3


def test_one_run_twice_is_told_also_under_another_name(machines: Machines, tmp_path: Path) -> None:
    folders = machines.all()
    copy = tmp_path / "copy"
    copy.mkdir()
    (copy / "messages.ndjson").write_bytes((folders[1] / "messages.ndjson").read_bytes())
    assert list(told([*folders, copy])) == ["twice"]
    assert "Один и тот же прогон дан дважды" in told([*folders, folders[0]])["twice"]


def test_part_that_was_made_twice_is_told(machines: Machines) -> None:
    folders = machines.all()
    again = machines.write(2, name="again")
    assert told([*folders, again]) == {
        "twice": f"Часть 2 выполнена дважды: «{folders[1]}» и «{again}». Оставьте одну папку."
    }


SPOILT: dict[str, tuple[Callable[[ShardTold], Any], str]] = {
    "code": (
        lambda one: replace(one, commit="f00"),
        "1/4, 3/4, 4/4 — коммит a1b2c3, файлы c0de; 2/4 — коммит f00",
    ),
    "seed": (lambda one: replace(one, seed=None), "1/4, 3/4, 4/4 — 7; 2/4 — без зерна"),
    "selection": (lambda one: replace(one, selection="-m «perm»"), "— все; 2/4 — -m «perm»"),
    "plan": (lambda one: replace(one, plan="0" * 16), "план 00000000"),
    "split": (lambda one: replace(one, split="1" * 16), "--split-by"),
    "division": (lambda one: replace(one, of=5), "всего 4; 2/5 — всего 5"),
}


@pytest.mark.parametrize("kind", SPOILT)
def test_part_of_something_else_is_told_with_what_is_different(machines: Machines, kind: str) -> None:
    spoil, words = SPOILT[kind]
    folders = [machines.write(number) for number in (1, 3, 4)]
    found = told([*folders, machines.write(2, spoil(machines.told(2)))])
    assert list(found) == [kind]
    assert words in found[kind]


def test_files_changed_after_the_commit_are_another_code(machines: Machines) -> None:
    folders = [machines.write(number) for number in (1, 2, 3)]
    assert list(told([*folders, machines.write(4, replace(machines.told(4), code="d1f7"))])) == ["code"]


def test_record_that_lost_a_planned_scenario_is_told(machines: Machines) -> None:
    folders = machines.all()
    stream = folders[3] / "messages.ndjson"
    lines = stream.read_text(encoding="utf-8").splitlines(keepends=True)
    stream.write_text("".join(line for line in lines if not line.startswith('{"pickle"')), encoding="utf-8")
    assert told(folders) == {"plan": "В записях частей не то, что запланировано (3 из 4): записи меняли."}


def test_scenario_that_two_parts_have_is_told(machines: Machines) -> None:
    folders = [machines.write(number) for number in (1, 2, 3)]
    machines.pickles[3] = machines.pickles[2]
    assert list(told([*folders, machines.write(4, Machines(machines.root).told(4))])) == ["plan"]


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda text: None, "нет записей (messages.ndjson): прогон этой части не дошёл до конца."),
        (lambda text: text[: len(text) // 2], "обрываются: конца прогона в них нет."),
        (lambda text: text[:400] + text[500:], "повреждены или это не они."),
        (lambda text: "", "обрываются"),
    ],
    ids=["no record", "torn", "damaged", "empty"],
)
def test_part_whose_run_did_not_end_is_told_and_missing(
    machines: Machines, damage: Callable[[str], str | None], words: str
) -> None:
    folders = machines.all()
    stream = folders[2] / "messages.ndjson"
    left = damage(stream.read_text(encoding="utf-8"))
    stream.unlink() if left is None else stream.write_text(left, encoding="utf-8")
    found = told(folders)
    kind = "unreadable" if "повреждены" in words else "absent"
    assert list(found) == [kind, "missing"]
    assert words in found[kind]


def test_folder_that_is_not_there_is_told(machines: Machines, tmp_path: Path) -> None:
    assert "нет: часть сюда не дошла" in told([*machines.all(), tmp_path / "nowhere"])["absent"]


def test_run_without_parts_cannot_be_united_with_others(machines: Machines) -> None:
    folders = machines.all()
    assert list(told([*folders, machines.write(1, NO_PART, name="alone")])) == ["stranger"]
