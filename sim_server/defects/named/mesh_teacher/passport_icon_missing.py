"""Beside the id of the account there is no icon that unlinks."""

import re

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import page

ICON = re.compile(r'<form method="get" action="/security/unlink">.*?</form>', re.S)


DEFECT = Defect(
    says="Значка рядом с id аккаунта нет: отвязать профиль нечем.",
    kind=Kind.MISSING,
    breaks=("mesh_teacher.region.5",),
    blind=True,
    replaces=(page(lambda html, asked: ICON.sub("", html)),),
)
