"""The way by trusted friends: codes that they were sent and tell by phone, until enough of them have."""

from wtforms import SelectField

from sim_server.domain import recoveries
from sim_server.domain.limits import LIMITS
from sim_server.domain.recoveries import Recovering
from sim_server.vk_id.forms import CODE_REFUSALS, CodeForm
from sim_server.vk_id.recovering import RecoveryStep, is_passed


class FriendForm(CodeForm):
    """The code a friend has told, and which friend."""

    friend = SelectField("Кто назвал код", coerce=int)


def _form(case: Recovering, _words: object) -> FriendForm:
    form = FriendForm({"code": "Код от друга"})
    form.friend.choices = [(one.id, one.short_name) for one in case.waiting_friends]
    form.code.render_kw = {**form.code.render_kw, "autocomplete": "off"}  # it came to another phone
    return form


SCREEN = RecoveryStep(
    heading="Спросите коды у друзей",
    proves_way=True,
    opens=True,
    done=is_passed(recoveries.Way.FRIENDS),
    form=_form,
    take=lambda case, form: recoveries.take_friend_code(case, form.friend.data, form.code.data),
    refusals=CODE_REFUSALS,
    send=recoveries.send_awaited,
    shows=lambda case: {"friends_needed": LIMITS.friends_needed},
    template="""
<p>Мы отправили код каждому из друзей, которым вы доверяете. Позвоните им и введите коды, которые они назовут.
 Нужны коды от {{ friends_needed }} друзей.</p>
<ul class="list friends" aria-label="Друзья">
{% for friend in case.friends %}
<li>{{ friend.short_name }}: {{ "ждём код" if friend in case.waiting_friends else "код принят" }}</li>
{% endfor %}
</ul>
{% call press("Подтвердить") %}{{ row(form.friend) }}{{ row(form.code) }}{% endcall %}
{{ resend(plain, seconds_left, "Отправить коды повторно {left}", {own ~ "/resend": "Отправить коды повторно"}) }}
<div class="actions">{{ wish("other_way", "Выбрать другой способ") }}</div>
""",
)
