"""The automatic sign-in cannot be switched off."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="«Выключить автоматический вход» ничего не меняет: в сервисы МЭШ по-прежнему пускают без пароля.",
    kind=Kind.SESSION,
    breaks=("mesh_teacher.region.3",),
    blind=True,
    replaces=(
        function("sim_server.domain.journal_accounts:set_automatic_sign_in", lambda real, *wish: None),
    ),
)
