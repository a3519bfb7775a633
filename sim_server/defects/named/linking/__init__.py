"""Linking a journal with a study profile."""
