"""The choice does not lead to another VK ID."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Ссылки «Войти в другой аккаунт» рядом с найденным профилем нет.",
    kind=Kind.MISSING,
    breaks=("mesh_parent.v2.5.4",),
    blind=True,
    replaces=(
        template("vk_id/signin/choice.html", '{{ wish("forget", wording.other_account, "leave") }}', ""),
    ),
)
