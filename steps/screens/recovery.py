"""The recovery of a password, for scenarios that are about one of its later steps; and the friends it may ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steps.screens import vk_id
from steps.screens.captions import captions_of
from steps.screens.phone import SMS

if TYPE_CHECKING:
    from steps.screens.actor import Actor

# The trusted friends of the scenarios: what VK ID calls them, and who they are in full.
FRIENDS = {
    "Мария В.": "Ветрова Мария Олеговна",
    "Иван Л.": "Лугов Иван Петрович",
    "Павел С.": "Снегов Павел Ильич",
}


def begin(actor: Actor) -> None:
    """Come to the recovery from the sign-in of VK ID's own site, and press the link there."""
    screen = actor.screen
    screen.open(actor.world.stand.site("vk_id"))
    screen.press("Войти в VK ID")
    screen.prove("Вход в VK ID")
    screen.fill(captions_of(vk_id.OWN).phone, actor.person.phone)
    screen.press("Продолжить")
    screen.prove("Введите пароль")
    screen.press("Забыли или не установили пароль?")
    screen.prove("Восстановление пароля")


def walk_to(actor: Actor, title: str) -> None:
    """Answer, each once, the steps that everybody is asked until the one with this heading is in front."""
    screen = actor.screen
    answers = {
        "Восстановление пароля": lambda: screen.fill("Телефон", actor.person.phone),
        "Код подтверждения": lambda: screen.fill("Введите код", actor.phone.code(SMS)),
        "Проверка аккаунта": lambda: None,
    }
    while (heading := screen.title) != title and heading in answers:
        answers.pop(heading)()
        screen.press("Продолжить")
    screen.prove(title)
