"""A code of the generator app can be used again."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="Код из приложения годится второй раз: подсмотренный код открывает ещё одно восстановление.",
    kind=Kind.CODE,
    breaks=("mesh_parent.recovery.5.2",),
    labels=(
        "Введите код из приложения",
        "Придумайте новый пароль",
    ),
    blind=True,
    replaces=(function("sim_server.domain.app_codes:_use_up", lambda real, *used: True),),
)
