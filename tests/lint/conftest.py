"""The samples here are read by tests/runner; pytest itself must not run them."""

collect_ignore_glob = ["*"]
