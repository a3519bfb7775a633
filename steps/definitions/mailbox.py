"""What comes by mail, and its codes on a screen."""

from __future__ import annotations

from fixtures.conduct.deeds import Deed
from steps.language.sentence import given_or_when, sentence, then
from steps.screens.actor import Actor
from steps.screens.phone import LETTER
from steps.ways import recovery, vk_id

TOPIC = "Почта и коды из писем"


@then(sentence("на мою почту приходит письмо с кодом"), does=[Deed.LOOK])
def receive_letter(actor: Actor) -> None:
    """В почте того, кто сейчас действует, есть новое письмо с кодом.

    Ещё: пришёл имейл, электронное письмо.
    """
    actor.mailbox.expect(LETTER)


@then(sentence("на мою почту ничего не приходит"), does=[Deed.LOOK])
def receive_no_letter(actor: Actor) -> None:
    """С прошлого раза в почте не появилось ни одного письма.

    Ещё: писем нет.
    """
    actor.mailbox.expect_nothing()


@given_or_when(sentence("ввожу код из письма в поле «{label:Field}»"), does=[Deed.FILL, Deed.CONFIRM])
def fill_code_of_letter(actor: Actor, label: str) -> None:
    """Смотрит в почту и вводит код из последнего ещё не использованного письма.

    Ещё: код с почты, одноразовый код.
    """
    actor.screen.fill(label, actor.mailbox.code(LETTER))


@given_or_when(
    sentence("ввожу код из {which:Which} письма в поле «{label:Field}»"), does=[Deed.FILL, Deed.GUESS]
)
def fill_code_of_letter_by_order(actor: Actor, which: int, label: str) -> None:
    """Смотрит в почту и вводит код из письма, которое пришло таким по счёту, будь он и введён уже раньше.

    Ещё: старый код, прежний код, устаревший код.
    """
    actor.screen.fill(label, actor.mailbox.code_by_order(LETTER, which))


@given_or_when(
    sentence("ввожу неверный код вместо кода из письма в поле «{label:Field}»"), does=[Deed.FILL, Deed.GUESS]
)
def fill_wrong_code_of_letter(actor: Actor, label: str) -> None:
    """Вводит код, который отличается от присланного в письме последней цифрой.

    Ещё: ошибаюсь, ошибочный код.
    """
    actor.screen.fill(label, actor.mailbox.wrong_code())


@given_or_when(
    sentence("{times:Times} подряд ввожу неверный код вместо кода из письма"),
    does=[Deed.FILL, Deed.PRESS, Deed.GUESS, Deed.LOCK_OUT],
)
def mistype_code_of_letter(actor: Actor, times: int) -> None:
    """Столько раз вводит неверный код вместо кода из письма и нажимает «Подтвердить».

    Ещё: ошибаюсь, попытки.
    """
    vk_id.mistype(actor, times, recovery.LETTER_CODE, actor.mailbox.wrong_code(), recovery.CONFIRM)
