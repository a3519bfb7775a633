"""The sign-in page is not at its address."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._journals import answering

DEFECT = Defect(
    says="По адресу из инструкции страницы входа в дневник нет.",
    kind=Kind.REFUSAL,
    breaks=("paragraf.link.1.1",),
    blind=True,
    replaces=(answering("dnevnik2.petersburgedu.ru", "/login", 404, "Страница не найдена"),),
)
