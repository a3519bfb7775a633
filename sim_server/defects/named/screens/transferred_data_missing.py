"""What a service is told cannot be seen."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Списка передаваемых данных нет: человек не узнает, что о нём сообщат журналу.",
    kind=Kind.MISSING,
    breaks=(
        "perm.vk.9",
        "mesh_parent.window.8",
    ),
    blind=True,
    replaces=(
        template(
            "vk_id/signin/phone.html",
            "<details><summary>{{ wording.transferred_data }}</summary>",
            "<details hidden><summary hidden></summary>",
        ),
    ),
)
