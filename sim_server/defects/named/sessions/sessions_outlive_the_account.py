"""The sessions of a deleted VK ID stay."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function


def unless_of_all(real: Any, session: Any, world: Any, account: Any, *which: Any) -> None:
    if which:
        real(session, world, account, *which)


DEFECT = Defect(
    says="Номер удалённого VK ID достаётся новому, и браузер, где остался вход, открывает чужой кабинет.",
    kind=Kind.PROTOCOL,
    test="tests/http/test_deleted_vk_id.py::test_whoever_registers_next_is_not_met_in_its_browsers",
    replaces=(function("sim_server.domain.sign_outs:end_sessions", unless_of_all),),
)
