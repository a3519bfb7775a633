"""A document of people beside the clauses that are known: which sentence is which, what is new, what is gone."""
