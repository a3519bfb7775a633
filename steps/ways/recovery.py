"""The recovery of a password, for scenarios that are about one of its later steps."""

from __future__ import annotations

from functools import partial

from fixtures.cast import FRIENDS, ME
from fixtures.people import Persona
from fixtures.world import World
from steps.screens.actor import Actor
from steps.screens.phone import LETTER, SMS
from steps.ways.arriving import arrive
from steps.ways.captions import usual_captions

WAYS = "Как вы хотите подтвердить, что аккаунт принадлежит вам?"
LETTER_CODE = "Введите код из письма"
APP_CODE = "Введите код из приложения"
CONFIRM = "Подтвердить"
WAY_TO = {  # which way leads to the screen with this heading
    APP_CODE: "С помощью приложения-генератора кодов",
    LETTER_CODE: "С помощью электронной почты",
    "Спросите коды у друзей": "С помощью друзей, которым доверяете",
}


def trust_friends(world: World) -> None:
    """Bring the friends along, as people whom I have named in VK ID."""
    for name, full_name in FRIENDS.items():
        world.change(name, partial(Persona.named, full_name=full_name))
    world.change(ME, lambda person: person.trusting(*FRIENDS))


def begin(actor: Actor) -> None:
    """Come to the recovery from the sign-in of VK ID's own site, and press the link there."""
    screen = actor.screen
    screen.open(actor.world.stand.site("vk_id"))
    screen.press("Войти в VK ID")
    screen.prove("Вход в VK ID")
    screen.fill(usual_captions().phone, actor.person.phone)
    screen.press("Продолжить")
    screen.prove("Введите пароль")
    screen.press("Забыли или не установили пароль?")
    screen.prove("Восстановление пароля")


def walk_to(actor: Actor, title: str) -> None:
    """Answer each step once until the one with this heading is in front; of the ways, the letter if none is meant."""
    screen = actor.screen
    answers = {
        "Восстановление пароля": lambda: screen.fill("Телефон", actor.person.phone),
        "Код подтверждения": lambda: screen.fill("Введите код", actor.phone.code(SMS)),
        "Проверка аккаунта": lambda: None,
        WAYS: lambda: None,
        LETTER_CODE: lambda: screen.fill(LETTER_CODE, actor.mailbox.code(LETTER)),
        APP_CODE: lambda: screen.fill(APP_CODE, actor.generator.code()),
    }
    buttons = {WAYS: WAY_TO.get(title, WAY_TO[LETTER_CODE]), LETTER_CODE: CONFIRM, APP_CODE: CONFIRM}
    while (heading := screen.title) != title and heading in answers:
        answers.pop(heading)()
        screen.press(buttons.get(heading, "Продолжить"))
    arrive(actor, title)
