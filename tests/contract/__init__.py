"""Promises the project makes as a whole."""
