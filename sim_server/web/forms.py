"""Forms: CSRF tokens that age by the world's clock, and the field rules that several sites share."""

from __future__ import annotations

from typing import Any, cast

from flask import current_app
from flask_wtf import FlaskForm
from itsdangerous import BadData, SignatureExpired, TimestampSigner, URLSafeTimedSerializer
from werkzeug.datastructures import MultiDict
from wtforms import Form, PasswordField, ValidationError
from wtforms.csrf.core import CSRF, CSRFTokenField

from sim_server.domain.limits import LIMITS
from sim_server.web.sessions import own_session
from sim_server.web.site import current_world

KEPT = "refused form"
FORM_OUTDATED = "Страница устарела. Проверьте данные и отправьте их ещё раз"


class WorldTimestampSigner(TimestampSigner):
    """Signs with the world's time."""

    def get_timestamp(self) -> int:
        """The world's time in whole seconds."""
        return int(current_world().now())


class WorldCSRF(CSRF):
    """A token bound to the session and to the world's clock."""

    def generate_csrf_token(self, csrf_token_field: CSRFTokenField) -> str:
        """A token for the session of this request."""
        return self._serializer().dumps(own_session().form_owner)

    def validate_csrf_token(self, form: Form, field: CSRFTokenField) -> None:
        """Raise ValidationError if the token is another session's, forged, or too old."""
        try:
            owner = self._serializer().loads(field.data or "", max_age=LIMITS.form_lifetime_minutes * 60)
        except (SignatureExpired, BadData) as error:
            raise ValidationError(FORM_OUTDATED) from error
        if not own_session().owns_form_of(owner):
            raise ValidationError(FORM_OUTDATED)

    @staticmethod
    def _serializer() -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(
            cast(str, current_app.secret_key), salt="form", signer=WorldTimestampSigner
        )


class SiteForm(FlaskForm):
    """The base of every form of the simulator; without fields it is a button."""

    class Meta:
        csrf = True
        csrf_class = WorldCSRF
        csrf_field_name = "csrf_token"
        locales = ("ru",)

    def refuse(self, field_name: str, message: str) -> None:
        """Show the message at the field, as if the field itself had found it."""
        field = self[field_name]
        field.errors = [*field.errors, message]

    def keep(self, place: str) -> None:
        """Remember what was typed and refused until the page of this place is shown; a password is not kept."""
        typed = {
            field.name: field.raw_data or []
            for field in self
            if not isinstance(field, PasswordField | CSRFTokenField)
        }
        own_session()[KEPT] = {"place": place, "typed": typed, "errors": self.errors}

    def recall(self, place: str) -> None:
        """Show, once, what was kept for this place."""
        if own_session().get(KEPT, {}).get("place") != place:
            return
        kept = own_session().pop(KEPT)
        self.process(MultiDict(kept["typed"]))
        for name, errors in kept["errors"].items():
            self[name].errors = errors


def without_blanks(text: Any) -> Any:
    """A filter: what was typed, without any blanks, as messages like to print them in the middle of a code."""
    return "".join(text.split()) if isinstance(text, str) else text


def strip(text: Any) -> Any:
    """A filter: what was typed, without blanks around it."""
    return text.strip() if isinstance(text, str) else text
