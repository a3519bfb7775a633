"""Whoever comes back from VK ID is a guest of Сферум."""

from typing import Any

from flask import session

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.web.site import current_place


def forget_at_once(real: Any) -> Any:
    answer = real()
    if current_place().host == "sferum.ru":
        session.pop("vk_account", None)
    return answer


DEFECT = Defect(
    says="После регистрации Сферум не узнаёт человека: на сайте он снова гость.",
    kind=Kind.SESSION,
    breaks=(
        "sferum.reg.5",
        "sferum.reg.3",
    ),
    blind=True,
    replaces=(function("sim_server.services.app:end_sign_in", forget_at_once),),
)
