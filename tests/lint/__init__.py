"""Samples of what the rules find."""
