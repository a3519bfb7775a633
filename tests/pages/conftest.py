"""These scenarios run in a project of their own, where their pages are served: `tests/runner/test_pages.py`."""

collect_ignore_glob = ["*"]
