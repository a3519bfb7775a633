"""What comes to a phone, and its codes on a screen: from an SMS, from a call, from a friend."""

from __future__ import annotations

from fixtures.cast import ME
from fixtures.conduct.deeds import Deed
from steps.language.sentence import given, given_or_when, sentence, then
from steps.screens.actor import Actor
from steps.screens.phone import CALL, SMS, spaced
from steps.ways import recovery, vk_id

TOPIC = "Телефон: СМС, звонки и их коды"


@given(sentence("на мой телефон приходит СМС с кодом"), does=[Deed.LOOK])
@then(sentence("на мой телефон приходит СМС с кодом"), does=[Deed.LOOK])
@then(sentence("на телефон {whose:Whose} приходит СМС с кодом"), does=[Deed.LOOK])
def receive_code(actor: Actor, whose: str = ME) -> None:
    """На этом телефоне есть новое СМС с кодом; «мой» — того, кто сейчас действует.

    Ещё: сообщение, эсэмэс.
    """
    actor.phone_of(whose).expect(SMS)


@then(sentence("на мой телефон поступает звонок"), does=[Deed.LOOK])
def receive_call(actor: Actor) -> None:
    """На телефоне того, кто сейчас действует, есть новый пропущенный звонок.

    Ещё: звонят, сброс звонка.
    """
    actor.phone.expect(CALL)


@then(sentence("на мой телефон ничего не приходит"), does=[Deed.LOOK])
@then(sentence("на телефон {whose:Whose} ничего не приходит"), does=[Deed.LOOK])
def receive_nothing(actor: Actor, whose: str = ME) -> None:
    """С прошлого раза на этом телефоне не появилось ни СМС, ни звонков; «мой» — того, кто сейчас действует.

    Ещё: СМС нет, звонка нет.
    """
    actor.phone_of(whose).expect_nothing()


@given_or_when(sentence("ввожу код из СМС в поле «{label:Field}»"), does=[Deed.FILL, Deed.CONFIRM])
@given_or_when(
    sentence("ввожу код из СМС {whose:Whose} в поле «{label:Field}»"),
    does=[Deed.FILL, Deed.CONFIRM, Deed.OTHERS],
)
def fill_code(actor: Actor, label: str, whose: str = ME) -> None:
    """Смотрит на телефон — свой или того, кто назван, — и вводит код из последнего ещё не использованного СМС.

    Ещё: одноразовый код, эсэмэс, пароль из СМС.
    """
    actor.screen.fill(label, actor.phone_of(whose).code(SMS))


@given_or_when(
    sentence("ввожу код из СМС на номер «{number:Phone}» в поле «{label:Field}»"),
    does=[Deed.FILL, Deed.CONFIRM],
)
def fill_code_of_number(actor: Actor, number: str, label: str) -> None:
    """Вводит код, который пришёл на телефон с этим номером.

    Ещё: одноразовый код, эсэмэс.
    """
    actor.screen.fill(label, actor.phone_with(number).code(SMS))


@given_or_when(
    sentence("ввожу код из {which:Which} СМС в поле «{label:Field}»"), does=[Deed.FILL, Deed.GUESS]
)
@given_or_when(
    sentence("ввожу код из {which:Which} СМС {whose:Whose} в поле «{label:Field}»"),
    does=[Deed.FILL, Deed.GUESS],
)
def fill_code_by_order(actor: Actor, which: int, label: str, whose: str = ME) -> None:
    """Смотрит на телефон и вводит код из СМС, которое пришло таким по счёту, будь он и введён уже раньше.

    Ещё: старый код, прежний код, код, пришедший вторым, устаревший код.
    """
    actor.screen.fill(label, actor.phone_of(whose).code_by_order(SMS, which))


@given_or_when(
    sentence("ввожу код из СМС с пробелом посередине в поле «{label:Field}»"), does=[Deed.FILL, Deed.CONFIRM]
)
def fill_spaced_code(actor: Actor, label: str) -> None:
    """Вводит код из последнего ещё не использованного СМС так, как его часто печатают: три цифры, пробел, три цифры.

    Ещё: код с пробелами, пробел внутри кода.
    """
    actor.screen.fill(label, spaced(actor.phone.code(SMS)))


@given_or_when(
    sentence("ввожу неверный код вместо кода из СМС в поле «{label:Field}»"), does=[Deed.FILL, Deed.GUESS]
)
def fill_wrong_code(actor: Actor, label: str) -> None:
    """Вводит код, который отличается от присланного последней цифрой.

    Ещё: ошибаюсь, ошибочный код.
    """
    actor.screen.fill(label, actor.phone.wrong_code())


@given_or_when(
    sentence("{times:Times} подряд ввожу неверный код вместо кода из СМС"),
    does=[Deed.FILL, Deed.PRESS, Deed.GUESS, Deed.LOCK_OUT],
)
def mistype_code(actor: Actor, times: int) -> None:
    """Столько раз вводит неверный код и нажимает «Продолжить».

    Ещё: ошибаюсь, попытки.
    """
    vk_id.mistype(actor, times, "Введите код", actor.phone.wrong_code())


@given_or_when(
    sentence("ввожу последние цифры звонившего номера в поле «{label:Field}»"), does=[Deed.FILL, Deed.CONFIRM]
)
def fill_code_of_call(actor: Actor, label: str) -> None:
    """Смотрит на телефон и вводит четыре последние цифры номера, с которого звонили.

    Ещё: код из звонка.
    """
    actor.screen.fill(label, actor.phone.code(CALL))


@given_or_when(
    sentence("ввожу код, который назвал друг «{name:Friend}», в поле «{label:Field}»"),
    does=[Deed.FILL, Deed.CONFIRM, Deed.OTHERS],
)
def fill_code_of_friend(actor: Actor, name: str, label: str) -> None:
    """Вводит код из СМС, которое пришло этому другу.

    Ещё: доверенный друг.
    """
    actor.screen.fill(label, actor.phone_of(name).code(SMS))


@given_or_when(
    sentence("{times:Times} подряд ввожу неверный код вместо кода, который назвал друг «{name:Friend}»"),
    does=[Deed.FILL, Deed.PRESS, Deed.GUESS, Deed.LOCK_OUT],
)
def mistype_code_of_friend(actor: Actor, times: int, name: str) -> None:
    """Столько раз вводит неверный код вместо того, что назвал друг, и нажимает «Подтвердить».

    Ещё: ошибаюсь, попытки.
    """
    vk_id.mistype(actor, times, "Код от друга", actor.phone_of(name).wrong_code(), recovery.CONFIRM)
