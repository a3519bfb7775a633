"""Whole walks through several screens, for scenarios that are about something else."""
