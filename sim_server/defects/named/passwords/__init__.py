"""Passwords, and what happens after wrong ones."""
