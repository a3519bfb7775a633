"""The second face: its trees, its people, its entrance, and what is laid over it."""
