"""Journals without their web side."""
