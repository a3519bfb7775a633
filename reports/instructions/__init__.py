"""What the report knows of the instructions before any run: contradictions, sources, and how lists are renewed."""
