"""The messenger's sign-in page has one button."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Кнопки «Войти в Сферум» на странице входа нет.",
    kind=Kind.MISSING,
    breaks=("paragraf.chats.2.2",),
    blind=True,
    replaces=(
        template(
            "messenger/sign_in.html", '<a class="button quiet" href="{{ onward }}">Войти в Сферум</a>', ""
        ),
    ),
)
