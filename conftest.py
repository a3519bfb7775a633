"""Wiring only: which plugins a run of ours has."""

pytest_plugins = [
    "steps.runner.arguments",
    "steps.runner.garbage",
    "steps.runner.parent",
    "steps.runner.interruption",
    "steps.runner.collector",
    "steps.runner.choosing",
    "steps.runner.dry",
    "steps.catalogue.told",
    "steps.runner.repeat",
    "steps.runner.verdict",
    "fixtures.stand",
    "fixtures.simulator",
    "fixtures.browser",
    "fixtures.sight.thoroughness",
    "fixtures.sight.trace",
    "fixtures.world",
    "fixtures.pause",
    "fixtures.sight.evidence",
    "reports.recorder",
]
