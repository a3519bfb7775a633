"""A journal takes any answer of VK ID for the one it has asked for."""

from dataclasses import replace
from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.tables import SignInRequestRow


def any_open(real: Any, request: Any) -> Any:
    own = {"world_id": request.world.id, "client_id": request.client_id, "subject": request.subject}
    with request.world.database.read() as session:
        row = session.query(SignInRequestRow).filter_by(**own, taken_at=None).first()
    return real(replace(request, state=row.state) if row else request)


DEFECT = Defect(
    says="Журнал не проверяет, на свой ли запрос пришёл ответ VK ID: подделанную ссылку он принимает.",
    kind=Kind.PROTOCOL,
    labels=("Привязка не выполнена",),
    blind=True,
    test="tests/http/test_callbacks.py::test_callback_with_another_state_is_refused",
    replaces=(function("sim_server.domain.sign_in_requests:take_request", any_open),),
)
