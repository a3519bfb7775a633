"""«Мой паспорт» lets in teachers of Moscow."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function


def of_both(real: Any, world: Any, journal: str, login: str, password: str) -> Any:
    found = real(world, journal, login, password)
    return real(world, "mesh", login, password) if found is None and journal == "mosreg" else found


DEFECT = Defect(
    says="В «Мой паспорт» пускают и учителей Москвы, хотя он только для Московской области.",
    kind=Kind.REGION,
    breaks=(
        "mesh_teacher.region.0",
        "mesh_teacher.region.8",
    ),
    blind=True,
    replaces=(function("sim_server.domain.journal_accounts:account_by_password", of_both),),
)
