"""Contradictions are numbered once, from those that send a person another way to those of a letter."""

from reports.instructions.contradictions import WEIGHTS, Contradiction, Side, load_contradictions
from reports.record.clauses import load_instructions
from reports.views.contradictions import HEADINGS, shown
from tests.unit.reports.story import instruction, model, run


def dispute(name: str, weight: str) -> Contradiction:
    return Contradiction(name, weight, "Т", "Р", (Side("А", ("t.1",)), Side("Б", ("t.2",))))


def test_numbers_go_on_from_weight_to_weight() -> None:
    disputes = (dispute("a", "путь"), dispute("b", "путь"), dispute("c", "написание"))
    told = shown(model(run(), instruction("t.1", "t.2"), contradictions=disputes))
    assert [(heading, [one.number for one in each]) for heading, each in told] == [
        (HEADINGS["путь"], [1, 2]),
        (HEADINGS["написание"], [3]),
    ]
    says, statements = told[0][1][0].sides[1]
    assert (says, [one.finding.clause.id for one in statements]) == ("Б", ["t.2"])


def test_who_may_unlink_weighs_more_than_a_letter() -> None:
    order = [one.id for one in load_contradictions(load_instructions())]
    assert order[0] == "who_unlinks"
    assert (
        order.index("password_with_profile")
        < order.index("profile_name")
        < order.index("advantage_messenger")
    )
    assert HEADINGS.keys() == set(WEIGHTS)
