"""What happens on a person's phone."""

from __future__ import annotations

from steps.language.sentence import given, sentence, then
from steps.screens.actor import COLLEAGUE, Actor
from steps.screens.phone import CALL, SMS


@given(sentence("на мой телефон приходит СМС с кодом"))
@then(sentence("на мой телефон приходит СМС с кодом"))
def receive_code(actor: Actor) -> None:
    """На телефоне того, кто сейчас действует, есть новое СМС с кодом."""
    actor.phone.expect(SMS)


@then(sentence("на мой телефон поступает звонок"))
def receive_call(actor: Actor) -> None:
    """На телефоне того, кто сейчас действует, есть новый пропущенный звонок."""
    actor.phone.expect(CALL)


@then(sentence("на мой телефон ничего не приходит"))
def receive_nothing(actor: Actor) -> None:
    """С прошлого раза на телефоне не появилось ни СМС, ни звонков."""
    actor.phone.expect_nothing()


@then(sentence("на телефон коллеги ничего не приходит"))
def colleague_receives_nothing(actor: Actor) -> None:
    """С прошлого раза на телефоне коллеги не появилось ни СМС, ни звонков."""
    actor.phone_of(COLLEAGUE).expect_nothing()
