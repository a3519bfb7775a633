"""The journal's front page answers with an error."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._journals import answering

DEFECT = Defect(
    says="Сайт журнала Перми не открывается: вместо него ошибка 503.",
    kind=Kind.REFUSAL,
    breaks=("perm.in.1.1",),
    blind=True,
    replaces=(answering("school.permkrai.ru", "/", 503, "503 Service Unavailable"),),
)
