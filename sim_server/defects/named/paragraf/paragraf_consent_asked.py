"""A consent is asked for that the instruction does not know."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import shown

DEFECT = Defect(
    says="После входа спрашивают согласие, и нажатием «Продолжить» VK ID не привязан.",
    kind=Kind.CONSENT,
    breaks=(
        "paragraf.link.4.1",
        "paragraf.link.4.2",
    ),
    blind=True,
    replaces=(shown("paragraf-diary", "with_profile", "phone", "password", "code_instead", "consent"),),
)
