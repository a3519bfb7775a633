"""Linking works through a VPN."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="Через VPN привязывают как обычно: предупреждение «Отключите VPN» не появляется.",
    kind=Kind.REGION,
    breaks=("mesh_teacher.intro.7",),
    blind=True,
    replaces=(function("sim_server.vk_id.vpn:refuse_vpn", lambda real, *asked, **named: None),),
)
