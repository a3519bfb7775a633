"""Personal data for a new VK ID."""

from sim_server.domain.particulars import particulars_as_json
from sim_server.domain.sign_ins import Situation
from sim_server.domain.walks import note_answer
from sim_server.vk_id.forms import DATA_TEMPLATE, DATA_WORDS, ParticularsForm
from sim_server.vk_id.sign_in import SignInScreen

SCREEN = SignInScreen(
    for_whom=frozenset({Situation.WITHOUT_VK_ID}),
    words={**DATA_WORDS, "title": "Личные данные"},
    form=lambda sign_in, words: ParticularsForm(words),
    take=lambda sign_in, form: note_answer(sign_in, "account_data", particulars_as_json(form.particulars)),
    template=DATA_TEMPLATE,
)
