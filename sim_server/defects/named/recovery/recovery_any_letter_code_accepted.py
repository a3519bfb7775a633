"""The code of the letter is not compared."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.walks import note

DEFECT = Defect(
    says="Подходит любой код из письма: аккаунт заберёт каждый, у кого телефон.",
    kind=Kind.CODE,
    breaks=("mesh_parent.recovery.6.1",),
    labels=(
        "Неверный код",
        "Введите код из письма",
    ),
    blind=True,
    replaces=(
        function(
            "sim_server.domain.recoveries:take_letter_code",
            lambda real, case, typed: note(case, way_proven=True),
        ),
    ),
)
