"""What is written into a chat goes nowhere."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="Сообщение в чате пропадает: его не видит никто.",
    kind=Kind.CHATS,
    breaks=(
        "sferum.picture.7.1",
        "sferum.picture.7.2",
    ),
    blind=True,
    replaces=(function("sim_server.domain.messages:write_message", lambda real, *message, **form: None),),
)
