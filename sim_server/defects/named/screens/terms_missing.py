"""The screen of the phone does not say what one agrees to."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Не сказано, что, продолжая, человек принимает условия.",
    kind=Kind.MISSING,
    breaks=(
        "perm.vk.8",
        "mesh_parent.window.7",
    ),
    blind=True,
    replaces=(template("vk_id/signin/phone.html", '<p class="soft">{{ wording.agreement }}</p>', ""),),
)
