"""A window of the browser stands before the screen of the code."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="На экране кода выскакивает окно браузера «Ошибка 17».",
    kind=Kind.SCRIPT,
    breaks=(
        "mesh_teacher.v1.3.3",
        "mesh_teacher.v2.2.3",
        "mesh_teacher.v3.2.3",
        "perm.v1.3.2",
        "perm.v2.3.2",
        "perm.v3.2.2",
        "mesh_parent.code.1",
    ),
    labels=("Ошибка 17",),
    blind=True,
    replaces=(
        template(
            "vk_id/signin/code.html",
            '{{ told(wording["line_" ~ channel], sign_in.address) }}',
            '<script>alert("Ошибка 17")</script>{{ told(wording["line_" ~ channel], sign_in.address) }}',
        ),
    ),
)
