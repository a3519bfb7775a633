"""A walk of the real system by a person: the clauses as a form to fill in, and the filled form taken back."""
