"""Wiring only: which plugins a run of ours has."""

pytest_plugins = [
    "steps.arguments",
    "steps.parent",
    "steps.interruption",
    "steps.collector",
    "steps.repeat",
    "steps.verdict",
    "fixtures.stand",
    "fixtures.simulator",
    "fixtures.browser",
    "fixtures.thoroughness",
    "fixtures.trace",
    "fixtures.world",
    "fixtures.evidence",
    "reports.recorder",
]
