"""The account page does not show the e-mail address."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Почты, к которой привязан VK ID, в кабинете не видно.",
    kind=Kind.MISSING,
    breaks=("sferum.vkid.4.2",),
    blind=True,
    replaces=(
        template(
            "vk_id/own/front.html",
            '<tr><th scope="row">Почта</th><td>{{ account.email or "не указана" }}</td></tr>',
            "",
        ),
    ),
)
