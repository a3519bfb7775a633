"""Where several plugins of ours answer a hook, their order is the one that `steps/runner/hooks.py` tells."""

import pytest

from steps.runner.hooks import ORDER

PACKAGES = ("steps", "fixtures", "reports")


def called(config: pytest.Config, hook: str) -> list[str]:
    """Ours that are registered in this process, in the order in which they are called."""
    functions = [each.function for each in reversed(getattr(config.hook, hook).get_hookimpls())]
    ours = [each for each in functions if each.__module__.partition(".")[0] in PACKAGES]
    return [
        ".".join(filter(None, (each.__module__.rpartition(".")[2], each.__qualname__.rpartition(".")[0])))
        for each in ours
    ]


@pytest.mark.parametrize("hook", ORDER)
def test_hook_is_called_in_the_order_that_is_told(hook: str, request: pytest.FixtureRequest):
    now = called(request.config, hook)
    assert now == [name for name in ORDER[hook] if name in now]
