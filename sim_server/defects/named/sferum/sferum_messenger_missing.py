"""Сферум does not lead to the chats."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import data

DEFECT = Defect(
    says="Кнопки «Открыть VK Мессенджер» на сайте Сферума нет.",
    kind=Kind.MISSING,
    breaks=(
        "sferum.chats.5.1",
        "sferum.chats.5.2",
    ),
    labels=("Открыть VK Мессенджер",),
    blind=True,
    replaces=(data("services/sferum/service.toml", "messenger", ""),),
)
