"""No test of ours can hold up a check for ever."""

import pytest


def test_every_test_has_a_limit(request: pytest.FixtureRequest):
    unlimited = [item.nodeid for item in request.session.items if item.get_closest_marker("timeout") is None]
    assert not [name for name in unlimited if not name.partition("::")[0].endswith(".feature")]
