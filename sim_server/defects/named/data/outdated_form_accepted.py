"""A form counts whoever sent it, and however old it is."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="Форму принимают без проверки, чья она: чужой сайт может нажать кнопку за человека.",
    kind=Kind.PROTOCOL,
    blind=True,
    test="tests/http/test_personal_data.py::test_answer_without_a_body_is_refused_like_an_outdated_page",
    replaces=(function("sim_server.web.forms:WorldCSRF.validate_csrf_token", lambda real, *form: None),),
)
