"""The journal: signing in to it, and the link there; «Мой паспорт», which has the same login."""

from __future__ import annotations

from steps.language.sentence import given, given_or_when, sentence, then, when
from steps.screens.actor import Actor
from steps.ways import journal, passport


@given(sentence("я вхожу в журнал"))
@when(sentence("вхожу в журнал"))
def sign_in(actor: Actor) -> None:
    """Входит в журнал под своей учётной записью."""
    journal.sign_in(actor, actor.person.account)


@given_or_when(sentence("вхожу в журнал под другой своей учётной записью"))
def sign_in_to_other_account(actor: Actor) -> None:
    """Входит в тот же журнал под второй своей учётной записью."""
    journal.sign_in(actor, actor.person.other_account)


@given_or_when(sentence("вхожу в «Мой паспорт»"))
def sign_in_to_passport(actor: Actor) -> None:
    """Входит в «Мой паспорт» под логином журнала и видит вкладку «Безопасность»."""
    passport.sign_in(actor, actor.person.account)


@given_or_when(sentence("начинаю привязку"))
def begin_linking(actor: Actor) -> None:
    """Открывает в журнале место, где предлагают привязать профиль, и нажимает там кнопку привязки."""
    journal.begin_linking(actor)


@given_or_when(sentence("отвязываю учебный профиль"))
def unlink(actor: Actor) -> None:
    """Отвязывает в журнале учебный профиль и подтверждает это."""
    journal.unlink(actor)


@then(sentence("в журнале нет привязки"))
def see_no_link(actor: Actor) -> None:
    """Открывает отдельной вкладкой место привязки в журнале: привязать предлагают, перейти в чаты нельзя."""
    journal.see_no_link(actor)


@then(sentence("в журнале есть привязка"))
def see_link(actor: Actor) -> None:
    """Открывает отдельной вкладкой место привязки в журнале: профиль привязан."""
    journal.see_link(actor)
