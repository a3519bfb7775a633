"""The forms of the messenger, and what is said when nobody is found."""

from __future__ import annotations

from secrets import token_urlsafe

from wtforms import HiddenField, SelectMultipleField, StringField
from wtforms.validators import InputRequired, Length
from wtforms.widgets import CheckboxInput, ListWidget

from sim_server.domain.limits import LIMITS
from sim_server.web.forms import SiteForm, strip

NOBODY_FOUND = {
    "study": "В вашей школе таких людей не нашлось.",
    "personal": "Среди ваших собеседников таких людей не нашлось.",
}


class SearchForm(SiteForm):
    """Whom to look for."""

    name = StringField("Имя или фамилия", filters=[strip])


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


class NewChatForm(SiteForm):
    """A chat to make."""

    title = StringField(
        "Название чата",
        filters=[strip],
        validators=[
            InputRequired("Введите название чата"),
            Length(
                max=LIMITS.chat_title_letters, message="Название слишком длинное: не больше %(max)d знаков"
            ),
        ],
        render_kw={"autocomplete": "off"},
    )
    people = SelectMultipleField(
        "Участники",
        coerce=int,
        validators=[InputRequired("Выберите хотя бы одного участника")],
        validate_choice=False,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
