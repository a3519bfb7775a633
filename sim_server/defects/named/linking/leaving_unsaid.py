"""Who comes back from VK ID without linking is told nothing."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import page

DEFECT = Defect(
    says="Кто вышел из VK ID, не завершив привязку, возвращается в журнал без объяснения.",
    kind=Kind.REFUSAL,
    breaks=("paragraf.link.3.3",),
    labels=("Вы вышли из VK ID, не завершив привязку. Профиль не привязан.",),
    blind=True,
    replaces=(
        page(
            lambda html, asked: html.replace(
                "Вы вышли из VK ID, не завершив привязку. Профиль не привязан.", ""
            )
        ),
    ),
)
