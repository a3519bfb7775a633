"""The control API against its own document: whatever that allows is answered as it says, the rest is refused."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from schemathesis import engine

from sim_server.simulator import Simulator

SEED = 19
A_SAMPLE = 2  # examples of each operation, besides those at the edges: some 700 cases


def findings(simulator: Simulator, examples: int) -> Iterator[str]:
    """What is found; the last line says in how many cases."""
    generation = {
        "max-examples": examples,
        "deterministic": True,
        "database": "none",
        "allow-x00": False,  # JSON Schema cannot say this of every text: it stands in the document's description
    }
    config = {"seed": SEED, "generation": generation, "parameters": {"path.digits": "71991111111"}}
    schema = schemathesis.openapi.from_wsgi(
        "/openapi/openapi.json", simulator.control, config=schemathesis.Config.from_dict(config)
    )
    cases = 0
    for event in engine.from_schema(schema).execute():
        assert not isinstance(event, engine.events.FatalError | engine.events.NonFatalError), event
        if isinstance(event, engine.events.ScenarioFinished):
            cases += len(event.recorder.cases)
            yield from _failed(event.recorder)
    yield str(cases)


def _failed(recorder: Any) -> Iterator[str]:
    for case, checks in recorder.checks.items():
        for check in checks:
            if check.failure_info is not None:
                answered = recorder.interactions[case].response.text
                failure = check.failure_info
                yield f"{recorder.label}: {failure.failure.title}\n{failure.code_sample}\n{answered}"


def test_nothing_is_found_of_what_the_document_promises(
    simulator: Simulator, pytestconfig: pytest.Config
) -> None:
    """All checks of Schemathesis, from a fixed seed; `--cases` asks for more than a sample."""
    wanted = pytestconfig.getoption("--cases")
    *found, cases = findings(simulator, A_SAMPLE if wanted is None else max(1, wanted // 60))
    assert not found, "\n\n".join(found)
    assert int(cases) >= (wanted or 500)
