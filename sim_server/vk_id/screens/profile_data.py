"""Personal data for the study profile, filled in with its own, or, if the client wants it, with the VK ID's."""

from sim_server.domain.particulars import particulars_as_json
from sim_server.domain.walks import note_answer
from sim_server.vk_id.clients import Words
from sim_server.vk_id.forms import DATA_TEMPLATE, DATA_WORDS, ParticularsForm
from sim_server.vk_id.sign_in import SignIn, SignInScreen


def _form(sign_in: SignIn, words: Words) -> ParticularsForm:
    known = sign_in.profile or (sign_in.account if sign_in.client.offers_vk_data else None)
    return ParticularsForm(words, data=known.particulars if known else {})


SCREEN = SignInScreen(
    words={**DATA_WORDS, "title": "Информация о себе"},
    form=_form,
    take=lambda sign_in, form: note_answer(sign_in, "profile_data", particulars_as_json(form.particulars)),
    template=DATA_TEMPLATE,
)
