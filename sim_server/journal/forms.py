"""The journal's own forms."""

from __future__ import annotations

from wtforms import PasswordField, StringField
from wtforms.validators import InputRequired

from sim_server.journal.site_tables import Labels
from sim_server.web.forms import SiteForm, strip


class LoginForm(SiteForm):
    """Login and password."""

    login = StringField(
        filters=[strip],
        validators=[InputRequired("Введите логин")],
        render_kw={"autocomplete": "username"},
    )
    password = PasswordField(
        validators=[InputRequired("Введите пароль")], render_kw={"autocomplete": "current-password"}
    )

    @classmethod
    def captioned(cls, labels: Labels) -> LoginForm:
        """The form with the journal's captions."""
        form = cls()
        form.login.label.text, form.password.label.text = labels.login, labels.password
        return form
