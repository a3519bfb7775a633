"""«Мой паспорт» opens at the personal data and has no tab of security."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import data, template

DEFECT = Defect(
    says="Вкладки «Безопасность» в «Моём паспорте» нет.",
    kind=Kind.MISSING,
    breaks=("mesh_teacher.region.2",),
    blind=True,
    replaces=(
        data("sites/mosreg/site.toml", "faces.1.home", "/personal"),
        template("passport/page.html", ', ("/security", "Безопасность")) %}', ",) %}"),
    ),
)
