"""Errands: whole ways through the screens, carried out inside the process, as a person would but with no browser."""
