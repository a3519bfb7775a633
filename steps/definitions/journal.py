"""The journal: signing in to it, and the link there; «Мой паспорт», which has the same login."""

from __future__ import annotations

from fixtures.conduct.deeds import Deed
from steps.language.sentence import given_or_when_arranged, sentence, then
from steps.screens.actor import Actor
from steps.ways import journal, passport

TOPIC = "Журнал: вход и привязка"


@given_or_when_arranged(sentence("вхожу в журнал"), does=[Deed.SIGN_IN])
def sign_in(actor: Actor) -> None:
    """Входит в журнал под своей учётной записью.

    Ещё: авторизуюсь, войти, захожу, зайти в дневник, логинюсь, вход.
    """
    journal.sign_in(actor, actor.person.account)


@given_or_when_arranged(sentence("вхожу в журнал под другой своей учётной записью"), does=[Deed.SIGN_IN])
def sign_in_to_other_account(actor: Actor) -> None:
    """Входит в тот же журнал под второй своей учётной записью.

    Ещё: вторая учётная запись, другой логин.
    """
    journal.sign_in(actor, actor.person.other_account)


@given_or_when_arranged(sentence("вхожу в «Мой паспорт»"), does=[Deed.SIGN_IN])
def sign_in_to_passport(actor: Actor) -> None:
    """Входит в «Мой паспорт» под логином журнала и видит вкладку «Безопасность».

    Ещё: захожу, вкладка «Безопасность».
    """
    passport.sign_in(actor, actor.person.account)


@given_or_when_arranged(sentence("начинаю привязку"), does=[Deed.GO, Deed.PRESS, Deed.LINK])
def begin_linking(actor: Actor) -> None:
    """Открывает в журнале место, где предлагают привязать профиль, и нажимает там кнопку привязки.

    Ещё: привязываю профиль, подключаю.
    """
    journal.begin_linking(actor)


@given_or_when_arranged(sentence("отвязываю учебный профиль"), does=[Deed.UNLINK])
def unlink(actor: Actor) -> None:
    """Отвязывает в журнале учебный профиль и подтверждает это.

    Ещё: отвязать, отключаю профиль, снимаю привязку.
    """
    journal.unlink(actor)


@then(sentence("в журнале нет привязки"), does=[Deed.LOOK])
def see_no_link(actor: Actor) -> None:
    """Открывает отдельной вкладкой место привязки в журнале: привязать предлагают, перейти в чаты нельзя.

    Ещё: не привязан, отвязан.
    """
    journal.see_no_link(actor)


@then(sentence("в журнале есть привязка"), does=[Deed.LOOK])
def see_link(actor: Actor) -> None:
    """Открывает отдельной вкладкой место привязки в журнале: профиль привязан.

    Ещё: привязан, подключён.
    """
    journal.see_link(actor)
