"""How a scenario's sentences become actions: the collector, the step definitions and the screens they speak to.

The front door imports this package before pytest looks at its plugins: PYTEST_DONT_REWRITE keeps that quiet.
"""
