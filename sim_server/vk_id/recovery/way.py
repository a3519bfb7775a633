"""How to prove that the account is one's own: a choice among the ways it has."""

from __future__ import annotations

from typing import Any

from wtforms import HiddenField

from sim_server.domain import recoveries
from sim_server.domain.recoveries import Recovering
from sim_server.vk_id.recovering import Step
from sim_server.web.forms import SiteForm


class WayForm(SiteForm):
    """Which way was pressed."""

    way = HiddenField()


class WayStep(Step):
    """Is not shown where there is no way: there the SMS alone proves the account (assumed). May be chosen otherwise."""

    heading = "Как вы хотите подтвердить, что аккаунт принадлежит вам?"
    template = """
<ul class="ways">
{% for way, caption, line in (
  ("app", "С помощью приложения-генератора кодов", "Будет необходимо ввести код из приложения"),
  ("mail", "С помощью электронной почты", "Мы отправим код на почту " ~ hidden_email),
  ("friends", "С помощью друзей, которым доверяете",
   "Если вы можете связаться с друзьями вне ВКонтакте — например, позвонить или написать в мессенджерах"),
) if way in case.ways %}
<li><form method="post" action="{{ own }}/way" novalidate>
  {{ form.csrf_token(id=False) }}<input type="hidden" name="way" value="{{ way }}">
  <button class="link" aria-describedby="{{ way }}-line">{{ caption }}</button>
</form>
<p class="soft" id="{{ way }}-line">{{ line }}</p></li>
{% endfor %}
</ul>
{% if form.csrf_token.errors %}<p class="error" role="alert">{{ form.csrf_token.errors | join(". ") }}</p>{% endif %}
"""

    def done(self, case: Recovering) -> bool:
        """Whether a way is chosen, or there is none."""
        return case.way is not None or not case.ways

    def form(self, case: Recovering) -> WayForm:
        """Makes the form."""
        return WayForm()

    def take(self, case: Recovering, form: Any) -> None:
        """Goes on by this way."""
        recoveries.choose_way(case, form.way.data or "")

    def corrects(self, case: Recovering, needed: Any) -> bool:
        """Whether another way was chosen and has not proven the account yet."""
        return needed is not None and needed.proves_way and self.form(case).validate()

    def forget(self, case: Recovering) -> None:
        """Forgets the other way."""
        recoveries.forget_way(case)


SCREEN = WayStep()
