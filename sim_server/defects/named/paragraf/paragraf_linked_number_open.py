"""VK ID tells the whole number of the linked account to whoever asks."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="VK ID показывает полный номер привязанной учётной записи тому, кто ещё не вошёл.",
    kind=Kind.PRIVACY,
    breaks=("paragraf.chats.3",),
    blind=True,
    replaces=(
        function(
            "sim_server.domain.phones:masked_phone",
            lambda real, phone: f"{phone[:2]} {phone[2:5]} {phone[5:8]}-{phone[8:10]}-{phone[10:]}",
        ),
    ),
)
