"""The decision as others want to read it, a file for each; none of them decides anything."""
