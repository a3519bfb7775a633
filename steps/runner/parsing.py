"""How features are parsed in a run: by what lies on the shelf in pytest's folder for such things, if it has one."""

from __future__ import annotations

import pytest

from steps.language.parsed import Parse, Shelf, parsed

PARSER = pytest.StashKey[Parse]()


def parser_of(config: pytest.Config) -> Parse:
    """Return what parses a text; without pytest's cache that is the parser itself."""
    if PARSER not in config.stash:
        cache = getattr(config, "cache", None)
        config.stash[PARSER] = Shelf(cache.mkdir("svyazka-parsed")).parsed if cache else parsed
    return config.stash[PARSER]
