"""A request whose state can be guessed is served."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="VK ID обслуживает запрос с коротким state, который можно угадать, хотя по строгим правилам не должен.",
    kind=Kind.PROTOCOL,
    blind=True,
    test="tests/http/test_authorize.py::test_request_of_a_known_client_goes_back_with_an_error",
    replaces=(function("sim_server.vk_id.authorize:_state_is_long_enough", lambda real, asked: None),),
)
