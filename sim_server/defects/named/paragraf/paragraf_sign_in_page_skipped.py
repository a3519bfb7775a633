"""The diary leads past the page with the two buttons."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import data

DEFECT = Defect(
    says="Страницы с кнопками «Войти» и «Войти в Сферум» нет: из дневника попадают сразу в VK ID.",
    kind=Kind.ORDER,
    breaks=(
        "paragraf.chats.2.1",
        "paragraf.chats.2.2",
    ),
    blind=True,
    replaces=(data("sites/paragraf/site.toml", "messenger.entrance", "chats"),),
)
