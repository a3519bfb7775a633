"""The map of screens: which there are, how people went from one to the next, and how that is drawn."""
