"""What the report knows of the instructions before any run: clauses, contradictions, sources."""
