"""The second button leads to another site."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="«Войти в Сферум» открывает сайт Сферума, а не VK Мессенджер.",
    kind=Kind.SESSION,
    breaks=("paragraf.chats.2.3",),
    blind=True,
    replaces=(
        template(
            "messenger/sign_in.html",
            '<a class="button quiet" href="{{ onward }}">',
            '<a class="button quiet" href="{{ g.place.url("sferum.ru") }}">',
        ),
    ),
)
