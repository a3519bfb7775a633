"""A refused form is shown again without a word."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function


def recall_silently(real: Any, form: Any, place: str) -> None:
    real(form, place)
    for field in form:
        field.errors = []


DEFECT = Defect(
    says="Почему форму не приняли, не сказано: та же страница без единого слова.",
    kind=Kind.REFUSAL,
    breaks=(
        "perm.v1.5.3",
        "perm.v2.5.3",
        "perm.v3.3.3",
        "perm.v3.6.2",
        "mesh_teacher.v2.1.3",
        "mesh_parent.v1.7.9",
        "mesh_parent.recovery.7.3",
        "mesh_parent.recovery.7.4",
    ),
    blind=True,
    replaces=(function("sim_server.web.forms:SiteForm.recall", recall_silently),),
)
