"""How many names a sentence says, and what it says of the rest."""

from reports.record.naming import first_of


def test_so_many_names_are_said_and_the_rest_is_counted():
    assert first_of(["a", "b"], 2) == "a, b"
    assert first_of(["a", "b", "c", "d"], 2) == "a, b и ещё 2"
