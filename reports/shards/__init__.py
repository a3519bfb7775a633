"""One run out of the parts that several machines carried out, and the proof that nothing of it is missing."""
