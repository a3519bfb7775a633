"""A request can be answered again and again."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.tables import SignInRequestRow


def free_again(real: Any, request: Any) -> None:
    with request.world.database.write() as session:
        session.get_one(SignInRequestRow, request.state).taken_at = None


DEFECT = Defect(
    says="На один запрос журнал принимает второй ответ VK ID.",
    kind=Kind.PROTOCOL,
    labels=("Привязка не выполнена",),
    test="tests/http/test_callbacks.py::test_callback_replayed_while_linked_changes_nothing",
    replaces=(function("sim_server.domain.sign_in_requests:close_request", free_again),),
)
