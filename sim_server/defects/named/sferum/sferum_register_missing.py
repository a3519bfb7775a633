"""Сферум's front page does not lead to registering."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import data

DEFECT = Defect(
    says="Кнопки «Зарегистрироваться» на сайте Сферума нет.",
    kind=Kind.MISSING,
    breaks=("sferum.reg.2",),
    labels=("Зарегистрироваться",),
    blind=True,
    replaces=(data("services/sferum/service.toml", "register_caption", ""),),
)
