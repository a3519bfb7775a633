"""One file for each question the gate asks: a title, and what it found; their order stands in `deciding.py`."""
