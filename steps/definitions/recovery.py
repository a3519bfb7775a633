"""What only the recovery of a password needs: its first steps at one go, the generator app, the trusted friends."""

from __future__ import annotations

from functools import partial

from fixtures.people import Persona
from fixtures.world import World
from steps.language.sentence import given, sentence, when
from steps.screens.actor import ME, Actor
from steps.screens.phone import SMS
from steps.ways import recovery


@given(sentence("у меня есть приложение-генератор кодов"))
def i_have_a_generator(world: World) -> None:
    """К моему VK ID подключено приложение-генератор кодов; оно стоит на моём телефоне."""
    world.change(ME, Persona.with_generator)


@given(sentence("у меня есть друзья, которым доверяю"))
def i_trust_friends(world: World) -> None:
    """В VK ID названы трое друзей: «Мария В.», «Иван Л.» и «Павел С.»; телефоны у них свои."""
    for name, full_name in recovery.FRIENDS.items():
        world.change(name, partial(Persona.named, full_name=full_name))
    world.change(ME, lambda person: person.trusting(*recovery.FRIENDS))


@given(sentence("начинаю восстановление пароля"))
@when(sentence("начинаю восстановление пароля"))
def begin_recovery(actor: Actor) -> None:
    """Открывает вход в VK ID, вводит свой телефон и нажимает там «Забыли или не установили пароль?».

    Прежняя страница уходит: чтобы не потерять начатую привязку, сначала «открываю вторую вкладку».
    В дневнике ссылка на экране пароля ведёт не сюда: там пароль заменяет код из СМС.
    """
    recovery.begin(actor)


@given(sentence("дохожу в восстановлении пароля до экрана «{title:Label}»"))
@when(sentence("дохожу в восстановлении пароля до экрана «{title:Label}»"))
def walk_in_recovery_to(actor: Actor, title: str) -> None:
    """Отвечает по правде, пока не откроется экран с таким заголовком; способ выбирает нужный, иначе почту."""
    recovery.walk_to(actor, title)


@when(sentence("отмечаю «{label:Label}»"))
def tick(actor: Actor, label: str) -> None:
    """Ставит галочку с такой подписью."""
    actor.screen.tick(label)


@when(sentence("ввожу код из приложения-генератора в поле «{label:Label}»"))
def fill_code_of_generator(actor: Actor, label: str) -> None:
    """Смотрит в приложение-генератор на своём телефоне и вводит код, который оно показывает."""
    actor.screen.fill(label, actor.generator.code())


@when(sentence("ввожу неверный код вместо кода из приложения-генератора в поле «{label:Label}»"))
def fill_wrong_code_of_generator(actor: Actor, label: str) -> None:
    """Вводит код, который отличается последней цифрой от того, что показывает приложение-генератор."""
    actor.screen.fill(label, actor.generator.wrong_code())


@when(sentence("{times:Number} раза подряд ввожу неверный код вместо кода из письма"))
def mistype_code_of_letter(actor: Actor, times: int) -> None:
    """Столько раз вводит неверный код вместо кода из письма и нажимает «Подтвердить»."""
    recovery.mistype(actor, times, recovery.LETTER_CODE, actor.mailbox.wrong_code())


@when(sentence("{times:Number} раза подряд ввожу неверный код вместо кода из приложения-генератора"))
def mistype_code_of_generator(actor: Actor, times: int) -> None:
    """Столько раз вводит неверный код вместо кода из приложения-генератора и нажимает «Подтвердить»."""
    recovery.mistype(actor, times, recovery.APP_CODE, actor.generator.wrong_code())


@when(
    sentence("{times:Number} раза подряд ввожу неверный код вместо кода, который назвал друг «{name:Label}»")
)
def mistype_code_of_friend(actor: Actor, times: int, name: str) -> None:
    """Столько раз вводит неверный код вместо того, что назвал друг, и нажимает «Подтвердить»."""
    recovery.mistype(actor, times, "Код от друга", actor.phone_of(name).wrong_code())


@when(sentence("запоминаю код в приложении-генераторе"))
def look_at_generator(actor: Actor) -> None:
    """Смотрит в приложение-генератор и запоминает код, чтобы ввести его позже."""
    actor.generator.code()


@when(sentence("ввожу запомненный код в поле «{label:Label}»"))
def fill_code_seen_before(actor: Actor, label: str) -> None:
    """Вводит код, который приложение-генератор показывало раньше."""
    actor.screen.fill(label, actor.generator.seen)


@when(sentence("ввожу код, который назвал друг «{name:Label}», в поле «{label:Label}»"))
def fill_code_of_friend(actor: Actor, name: str, label: str) -> None:
    """Вводит код из СМС, которое пришло этому другу."""
    actor.screen.fill(label, actor.phone_of(name).code(SMS))
