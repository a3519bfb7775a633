"""The generator app on a phone and its codes on a screen."""

from __future__ import annotations

from fixtures.conduct.deeds import Deed
from steps.language.sentence import given_or_when, sentence
from steps.screens.actor import Actor
from steps.ways import recovery, vk_id

TOPIC = "Приложение-генератор и его коды"


@given_or_when(
    sentence("ввожу код из приложения-генератора в поле «{label:Field}»"), does=[Deed.FILL, Deed.CONFIRM]
)
def fill_code_of_generator(actor: Actor, label: str) -> None:
    """Смотрит в приложение-генератор на своём телефоне и вводит код, который оно показывает.

    Ещё: одноразовый код, аутентификатор, TOTP.
    """
    actor.screen.fill(label, actor.generator.code())


@given_or_when(sentence("запоминаю код в приложении-генераторе"), does=[Deed.LOOK])
def look_at_generator(actor: Actor) -> None:
    """Смотрит в приложение-генератор и запоминает код, чтобы ввести его позже.

    Ещё: аутентификатор.
    """
    actor.generator.code()


@given_or_when(sentence("ввожу запомненный код в поле «{label:Field}»"), does=[Deed.FILL, Deed.GUESS])
def fill_code_seen_before(actor: Actor, label: str) -> None:
    """Вводит код, который приложение-генератор показывало раньше.

    Ещё: старый код, аутентификатор.
    """
    actor.screen.fill(label, actor.generator.seen)


@given_or_when(
    sentence("ввожу неверный код вместо кода из приложения-генератора в поле «{label:Field}»"),
    does=[Deed.FILL, Deed.GUESS],
)
def fill_wrong_code_of_generator(actor: Actor, label: str) -> None:
    """Вводит код, который отличается последней цифрой от того, что показывает приложение-генератор.

    Ещё: ошибаюсь, ошибочный код.
    """
    actor.screen.fill(label, actor.generator.wrong_code())


@given_or_when(
    sentence("{times:Times} подряд ввожу неверный код вместо кода из приложения-генератора"),
    does=[Deed.FILL, Deed.PRESS, Deed.GUESS, Deed.LOCK_OUT],
)
def mistype_code_of_generator(actor: Actor, times: int) -> None:
    """Столько раз вводит неверный код вместо кода из приложения-генератора и нажимает «Подтвердить».

    Ещё: ошибаюсь, попытки.
    """
    vk_id.mistype(actor, times, recovery.APP_CODE, actor.generator.wrong_code(), recovery.CONFIRM)
