"""The defects break every clause that can break, and every variant of an instruction in several ways."""

from collections import Counter

from reports.record.clauses import FOLDER, read_clause_file
from sim_server.defects.catalogue import known
from sim_server.defects.defect import Defect

DEFECTS = [one.what for one in known() if isinstance(one.what, Defect)]
LEAST = 120
VARIANTS = (
    "perm.v1", "perm.v2", "perm.v3", "mesh_teacher.v1", "mesh_teacher.v2", "mesh_teacher.v3", "mesh_teacher.region",
    "mesh_parent.v1", "mesh_parent.v2", "mesh_parent.recovery", "paragraf.link", "paragraf.chats", "paragraf.unlink",
    "sferum.reg", "sferum.in", "sferum.chats",
)  # fmt: skip


def test_there_are_enough_and_half_of_them_are_blind() -> None:
    assert len(DEFECTS) >= LEAST
    assert sum(one.blind for one in DEFECTS) >= len(DEFECTS) / 2


def test_every_clause_that_can_break_is_broken_by_one() -> None:
    broken = {clause for one in DEFECTS for clause in one.breaks}
    files = [read_clause_file(file) for file in sorted(FOLDER.glob("*.toml"))]
    can_break = {one.id for each in files for one in each.clause if one.checkable}
    assert can_break - broken == set()


def test_every_variant_is_broken_in_three_ways() -> None:
    ways = Counter(variant for one in DEFECTS for variant in VARIANTS if _breaks(one, variant))
    assert {variant: ways[variant] for variant in VARIANTS if ways[variant] < 3} == {}


def _breaks(defect: Defect, variant: str) -> bool:
    return any(clause.startswith(f"{variant}.") for clause in defect.breaks)
