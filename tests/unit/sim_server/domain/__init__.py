"""The simulator's rules and storage."""
