"""Wrong codes are not counted."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import limit

DEFECT = Defect(
    says="Неверный код можно вводить сколько угодно раз: шесть цифр подбираются перебором.",
    kind=Kind.CODE,
    labels=("Слишком много неверных кодов. Запросите новый код",),
    blind=True,
    replaces=(limit("wrong_codes", 1_000_000),),
)
