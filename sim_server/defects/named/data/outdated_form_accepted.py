"""A form counts whoever sent it, and however old it is."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="Форму принимают без проверки, чья она: чужой сайт может нажать кнопку за человека.",
    kind=Kind.PROTOCOL,
    blind=True,
    replaces=(function("sim_server.web.forms:WorldCSRF.validate_csrf_token", lambda real, *form: None),),
)
