"""The recovery of a password, for scenarios that are about one of its later steps."""

from __future__ import annotations

from functools import partial

from fixtures.cast import FRIENDS, ME
from fixtures.people import Persona
from fixtures.world import World
from steps.screens.actor import Actor
from steps.ways.captions import usual_captions
from steps.ways.carrying import carry_out
from steps.ways.errand import Code, Errand, filled, move

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
    number = filled(usual_captions().phone, actor.person.phone)
    moves = (
        move("Войти в VK ID"),
        move("Продолжить", number, on="Вход в VK ID"),
        move("Забыли или не установили пароль?", on="Введите пароль"),
    )
    carry_out(actor, Errand(actor.world.stand.site("vk_id"), moves, end="Восстановление пароля"))


def walk_to(actor: Actor, title: str) -> None:
    """Answer each step once until the one with this heading is in front; of the ways, the letter if none is meant."""
    answers = {
        "Восстановление пароля": move("Продолжить", filled("Телефон", actor.person.phone)),
        "Код подтверждения": move("Продолжить", filled("Введите код", Code.SMS)),
        "Проверка аккаунта": move("Продолжить"),
        WAYS: move(WAY_TO.get(title, WAY_TO[LETTER_CODE])),
        LETTER_CODE: move(CONFIRM, filled(LETTER_CODE, Code.LETTER)),
        APP_CODE: move(CONFIRM, filled(APP_CODE, Code.APP)),
    }
    carry_out(actor, Errand(answers=answers, until=title, end=title, stays=True))
