"""What happens in a person's mailbox."""

from __future__ import annotations

from fixtures.people import Persona
from fixtures.world import World
from steps.language.sentence import given, sentence, then, when
from steps.screens.actor import ME, Actor
from steps.screens.phone import LETTER


@given(sentence("к моему VK ID привязана почта"))
def i_have_a_mailbox(world: World) -> None:
    """В моём VK ID указан мой почтовый ящик."""
    world.change(ME, Persona.with_own_email)


@when(sentence("ввожу код из письма в поле «{label:Label}»"))
def fill_code_of_letter(actor: Actor, label: str) -> None:
    """Смотрит в почту и вводит код из последнего ещё не использованного письма."""
    actor.screen.fill(label, actor.mailbox.code(LETTER))


@when(sentence("ввожу прежний код из письма в поле «{label:Label}»"))
def fill_earlier_code_of_letter(actor: Actor, label: str) -> None:
    """Вводит код из предпоследнего письма."""
    actor.screen.fill(label, actor.mailbox.earlier_code())


@when(sentence("ввожу неверный код вместо кода из письма в поле «{label:Label}»"))
def fill_wrong_code_of_letter(actor: Actor, label: str) -> None:
    """Вводит код, который отличается от присланного в письме последней цифрой."""
    actor.screen.fill(label, actor.mailbox.wrong_code())


@when(sentence("ввожу свою почту в поле «{label:Label}»"))
def fill_email(actor: Actor, label: str) -> None:
    """Вводит адрес почты того, кто сейчас действует."""
    actor.screen.fill(label, actor.person.email)


@then(sentence("на мою почту приходит письмо с кодом"))
def receive_letter(actor: Actor) -> None:
    """В почте того, кто сейчас действует, есть новое письмо с кодом."""
    actor.mailbox.expect(LETTER)


@then(sentence("на мою почту ничего не приходит"))
def receive_no_letter(actor: Actor) -> None:
    """С прошлого раза в почте не появилось ни одного письма."""
    actor.mailbox.expect_nothing()
