"""A new scenario from a few answers: a file that is sound from the first line, or a scenario more in one there is."""
