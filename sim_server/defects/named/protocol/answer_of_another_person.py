"""A journal takes the answer of VK ID from whoever brings it."""

from dataclasses import replace
from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.tables import SignInRequestRow


def of_anybody(real: Any, request: Any) -> Any:
    with request.world.database.read() as session:
        row = session.get(SignInRequestRow, request.state)
    return real(replace(request, subject=row.subject) if row else request)


DEFECT = Defect(
    says="Ответ VK ID, полученный одним, журнал принимает от другого: его привяжут к чужому профилю.",
    kind=Kind.PROTOCOL,
    labels=("Привязка не выполнена",),
    blind=True,
    test="tests/http/test_callbacks.py::test_callback_of_another_person_is_refused",
    replaces=(function("sim_server.domain.sign_in_requests:take_request", of_anybody),),
)
