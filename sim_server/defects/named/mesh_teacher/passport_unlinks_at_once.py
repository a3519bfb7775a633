"""The icon unlinks without asking back."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Значок отвязывает профиль сразу: окна «Удаление профиля «Сферум»» нет.",
    kind=Kind.UNLINK,
    breaks=(
        "mesh_teacher.region.6",
        "mesh_teacher.region.7",
    ),
    blind=True,
    replaces=(
        template(
            "passport/security.html",
            '<form method="get" action="/security/unlink">',
            '<form method="post" action="/security/unlink" novalidate>{{ form.csrf_token(id=False) }}',
        ),
    ),
)
