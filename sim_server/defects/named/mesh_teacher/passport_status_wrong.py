"""The tab of security shows every account as linked."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="«Безопасность» показывает, что аккаунт привязан, и тем, у кого он не привязан.",
    kind=Kind.LINK,
    breaks=("mesh_teacher.region.4",),
    blind=True,
    replaces=(
        template(
            "passport/security.html",
            "<p>Аккаунт МЭШ не привязан к учебному профилю.</p>",
            "<p>Аккаунт МЭШ привязан к учебному профилю.</p>",
        ),
    ),
)
