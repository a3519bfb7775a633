"""How to prove the account: a choice among the ways it has, and not shown if there is none (assumed).

Another way may be chosen until the first has proven it.
"""

from wtforms import HiddenField

from sim_server.domain import recoveries
from sim_server.vk_id.recovering import RecoveryStep
from sim_server.web.forms import SiteForm


class WayForm(SiteForm):
    """Which way was pressed."""

    way = HiddenField()


SCREEN = RecoveryStep(
    heading="Как вы хотите подтвердить, что аккаунт принадлежит вам?",
    done=lambda case: case.way is not None or not case.ways,
    form=lambda case, words: WayForm(),
    take=lambda case, form: recoveries.choose_way(case, form.way.data or ""),
    corrects=lambda case, needed: needed.proves_way and WayForm().validate(),
    forget=recoveries.forget_way,
    template="""
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
""",
)
