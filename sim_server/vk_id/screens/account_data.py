"""Personal data for a new VK ID, filled in with those of the journal if its instruction has them only checked."""

from sim_server.domain.particulars import particulars_as_json
from sim_server.domain.people import person_by_phone
from sim_server.domain.sign_ins import Situation
from sim_server.domain.walks import note_answer
from sim_server.vk_id.clients import Words
from sim_server.vk_id.forms import DATA_TEMPLATE, DATA_WORDS, ParticularsForm
from sim_server.vk_id.sign_in import SignIn, SignInScreen


def _form(sign_in: SignIn, words: Words) -> ParticularsForm:
    offers = sign_in.client.offers_journal_data
    known = person_by_phone(sign_in.world, sign_in.given_address) if offers else None
    return ParticularsForm(words, data=known.particulars if known else {})


SCREEN = SignInScreen(
    for_whom=frozenset({Situation.WITHOUT_VK_ID}),
    words={**DATA_WORDS, "title": "Личные данные"},
    form=_form,
    take=lambda sign_in, form: note_answer(sign_in, "account_data", particulars_as_json(form.particulars)),
    template=DATA_TEMPLATE,
)
