"""The form in which a message is written."""

from __future__ import annotations

from secrets import token_urlsafe

from wtforms import HiddenField, StringField
from wtforms.validators import InputRequired, Length

from sim_server.domain.limits import LIMITS
from sim_server.web.forms import SiteForm, strip


class MessageForm(SiteForm):
    """A message to write, once however often it is sent."""

    form_id = HiddenField(default=lambda: token_urlsafe(9))
    text = StringField(
        "Сообщение",
        filters=[strip],
        validators=[
            InputRequired("Введите сообщение"),
            Length(max=LIMITS.message_letters, message="Сообщение слишком длинное: не больше %(max)d знаков"),
        ],
        render_kw={"autocomplete": "off", "placeholder": "Сообщение"},
    )
