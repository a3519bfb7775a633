"""Personal data for a new VK ID."""

from sim_server.domain.particulars import particulars_as_json
from sim_server.domain.walks import note
from sim_server.vk_id.forms import DATA_TEMPLATE, DataWords, ParticularsForm
from sim_server.vk_id.sign_in import SignInScreen


class AccountDataWords(DataWords):
    """Its captions."""

    title: str = "Личные данные"


SCREEN = SignInScreen(
    wording=AccountDataWords,
    done=lambda sign_in: sign_in.account_data is not None,
    form=lambda sign_in, words: ParticularsForm(dict(words)),
    take=lambda sign_in, form: note(sign_in, account_data=particulars_as_json(form.particulars)),
    template=DATA_TEMPLATE,
)
