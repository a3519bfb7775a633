"""After signing out the browser still knows the VK ID."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.web.site import go_to

DEFECT = Defect(
    says="После «Выйти из VK ID» браузер помнит человека: кабинет открыт каждому, кто сядет за компьютер.",
    kind=Kind.SESSION,
    breaks=("sferum.vkid.6",),
    labels=("Выйти из VK ID",),
    blind=True,
    replaces=(function("sim_server.vk_id.own_site:leave", lambda real: go_to("own_site.front")),),
)
