"""The Flask app of the technical support: a form for people, a desk for those who handle requests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, render_template
from wtforms import SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired

from sim_server.domain.support import handle_request, requests_of, submit_request
from sim_server.web.forms import SiteForm, strip
from sim_server.web.site import Site, configured, current_world, go_to

HOST = "support.svyazka.test"

support = Blueprint("support", __name__)


@dataclass(frozen=True)
class SupportConfig:
    """The names of the journals that unlink through the support, by their ids."""

    journal_names: dict[str, str]


class RequestForm(SiteForm):
    """A request to unlink."""

    journal = SelectField("Журнал или дневник", choices=[], validators=[InputRequired("Выберите журнал")])
    login = StringField("Логин в журнале", filters=[strip], validators=[InputRequired("Введите логин")])
    text = TextAreaField("Что нужно сделать", filters=[strip], validators=[InputRequired("Опишите просьбу")])


@support.route("/", methods=["GET", "POST"])
def front() -> Any:
    """Take a request."""
    form = RequestForm()
    form.journal.choices = configured(SupportConfig).journal_names
    if form.validate_on_submit():
        submit_request(current_world(), form.journal.data, form.login.data, form.text.data)
        return go_to("support.accepted")
    return render_template("support/front.html", form=form)


@support.get("/accepted")
def accepted() -> str:
    """Say what happens next."""
    return render_template("support/accepted.html")


@support.get("/desk")
def desk() -> str:
    """The requests, for those who handle them."""
    requests, names = requests_of(current_world()), configured(SupportConfig).journal_names
    return render_template("support/desk.html", requests=requests, names=names, form=SiteForm())


@support.post("/desk/<int:request_id>/handle")
def handle(request_id: int) -> Any:
    """Handle a request."""
    if SiteForm().validate():
        handle_request(current_world(), request_id)
    return go_to("support.desk")


def create_app(journal_names: dict[str, str]) -> Site:
    """The support of the journals that unlink through it, by their ids."""
    title = "Служба технической поддержки"
    return Site(
        "support", [support], title=title, colour="#5b4a12", configuration=SupportConfig(journal_names)
    )
