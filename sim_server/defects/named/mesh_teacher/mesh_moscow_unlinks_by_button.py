"""A teacher of Moscow unlinks without the support."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import data

DEFECT = Defect(
    says="Учитель Москвы отвязывает профиль сам, кнопкой, хотя это может только поддержка.",
    kind=Kind.REGION,
    breaks=(
        "mesh_teacher.intro.6",
        "mesh_teacher.region.0",
    ),
    blind=True,
    replaces=(
        data(
            "sites/mesh/site.toml",
            "unlinking",
            {
                "by": "button",
                "asks_back": False,
                "caption": "Отвязать аккаунт",
                "explanation": "Учебный профиль будет отвязан.",
            },
        ),
    ),
)
