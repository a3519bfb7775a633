"""Recovering a forgotten password."""
