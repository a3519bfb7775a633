"""Checks features without a browser: what a run would refuse, and what it would do for nothing."""
