"""A journal whose link VK ID has taken back does not say so."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Журнал не говорит, почему привязки больше нет: её сняли в кабинете VK ID.",
    kind=Kind.REFUSAL,
    breaks=("sferum.vkid.5",),
    blind=True,
    replaces=(
        template(
            "journal/place.html",
            '{% if account.severed %}<p class="note" role="status">{{ labels[account.severed] }}</p>{% endif %}',
            "",
        ),
    ),
)
