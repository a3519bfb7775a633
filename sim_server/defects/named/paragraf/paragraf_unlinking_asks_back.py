"""The diary asks back before unlinking."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import data

DEFECT = Defect(
    says="Перед отвязкой задают вопрос, и по нажатию кнопки VK ID остаётся привязан.",
    kind=Kind.UNLINK,
    breaks=("paragraf.unlink.2.1",),
    blind=True,
    replaces=(
        data(
            "sites/paragraf/site.toml",
            "unlinking",
            {
                "by": "button",
                "asks_back": True,
                "caption": "Отвязать аккаунт от VK ID",
                "question": "Отвязать?",
                "confirm": "Да, отвязать",
                "cancel": "Отмена",
            },
        ),
    ),
)
