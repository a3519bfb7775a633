"""A walk that is observed and compared: differences that are planted are found, and nothing else is."""
