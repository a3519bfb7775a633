"""Defects of codes, on their way and when they are typed: what several of them replace alike."""

from typing import Any

from sim_server.defects.seams import FunctionSeam, function


def lost(way: str) -> FunctionSeam:
    """Let nothing arrive that is sent in that way."""

    def deliver(
        real: Any, session: Any, world: Any, address: str, kind: str, *message: Any, **more: Any
    ) -> None:
        if kind != way:
            real(session, world, address, kind, *message, **more)

    return function("sim_server.domain.deliveries:deliver", deliver)


def overlooked(refusal: type[Exception]) -> FunctionSeam:
    """Let no code be refused for that reason."""

    def refused(real: Any, *code: Any) -> Any:
        found = real(*code)
        return None if type(found) is refusal else found

    return function("sim_server.domain.codes:_refusal", refused)
