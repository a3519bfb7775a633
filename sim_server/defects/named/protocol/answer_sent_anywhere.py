"""VK ID sends its answer wherever a request says."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="VK ID отправляет ответ на любой адрес: чужой сайт получает код человека.",
    kind=Kind.PROTOCOL,
    blind=True,
    test="tests/http/test_authorize.py::test_request_that_cannot_be_sent_back_is_told_to_the_person",
    replaces=(function("sim_server.vk_id.authorize:_redirect_uri_is_registered", lambda real, asked: None),),
)
