"""What the two screens have in common that ask for ФИО, birth date and sex: for the VK ID and for the study profile."""

from __future__ import annotations

from sim_server.domain.particulars import PARTICULARS
from sim_server.vk_id.clients import Words
from sim_server.vk_id.forms import ParticularsForm
from sim_server.vk_id.sign_in import SignIn, SignInScreen


class DataWords(Words):
    """Their captions."""

    advice: str = (
        "Проверьте свои личные данные — они будут отображаться на платформе. Ф. И. О. должны быть настоящими"
    )
    last_name: str = "Фамилия"
    first_name: str = "Имя"
    middle_name: str = "Отчество"
    birth_date: str = "Дата рождения"
    sex: str = "Пол"


class DataScreen(SignInScreen):
    """A screen with the five fields, in the client's order."""

    template = """
{% call press(wording.proceed) %}
  {% if wording.advice %}<p class="soft">{{ wording.advice }}</p>{% endif %}
  {% for name in client.data_fields %}
  {{ row(form[name]) }}
  {% endfor %}
{% endcall %}
"""

    def form(self, sign_in: SignIn) -> ParticularsForm:
        """Makes the form, filled in with what is known."""
        words = self.words(sign_in)
        labels = {name: getattr(words, name) for name in PARTICULARS}
        return ParticularsForm(labels, data=self.known(sign_in))

    def known(self, sign_in: SignIn) -> dict[str, object]:
        """Returns the particulars to fill in."""
        return {}
