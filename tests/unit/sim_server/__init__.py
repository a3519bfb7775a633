"""The simulator's modules, without Flask."""
