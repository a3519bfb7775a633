"""A new number becomes the VK ID's whatever code is typed."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function


def of_new_phone(real: Any, world: Any, purpose: str, *typed: Any) -> None:
    if not purpose.startswith("new phone of"):
        real(world, purpose, *typed)


DEFECT = Defect(
    says="Новый номер в кабинете VK ID становится своим без верного кода: можно забрать чужой номер.",
    kind=Kind.CODE,
    breaks=(
        "sferum.vkid.4.1",
        "sferum.vkid.6",
    ),
    labels=(
        "Неверный код",
        "Подтвердите новый номер",
    ),
    blind=True,
    replaces=(function("sim_server.domain.codes:check_code", of_new_phone),),
)
