"""A draft of scenarios from an instruction in prose; what is not understood is marked, never guessed nor dropped."""
