"""The front page of «Мой паспорт» does not lead in."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="В «Мой паспорт» не войти: кнопки входа на его странице нет.",
    kind=Kind.REGION,
    breaks=("mesh_teacher.region.1",),
    labels=("Вход в «Мой паспорт»",),
    blind=True,
    replaces=(
        template(
            "journal/front.html",
            '<p><a class="button" href="/login">',
            '<p{% if face.title %} hidden{% endif %}><a class="button" href="/{{ "" if face.title else "login" }}">',
        ),
    ),
)
