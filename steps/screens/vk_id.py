"""The way through VK ID, for scenarios that are about something else: whatever it asks is answered truthfully."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from fixtures.personas import Persona
from steps.screens.phone import SMS

if TYPE_CHECKING:
    from steps.screens.actor import Actor

SEXES = {"female": "Женский", "male": "Мужской"}


def _give_phone(actor: Actor) -> None:
    actor.screen.fill("Телефон", actor.person.phone)
    actor.screen.press("Продолжить")


def _give_password(actor: Actor) -> None:
    actor.screen.fill("Введите пароль", actor.person.vk_password)
    actor.screen.press("Продолжить")


def _give_code(actor: Actor) -> None:
    actor.screen.fill("Введите код", actor.phone.code(SMS))
    actor.screen.press("Продолжить")


def _give_data(actor: Actor) -> None:
    fill_in(actor)
    actor.screen.press("Продолжить")


# How each screen, told by its heading, is answered; any other screen is the end of the way.
WHO_ARE_YOU: dict[str, Callable[[Actor], None]] = {
    "Вход в VK ID": _give_phone,
    "Введите пароль": _give_password,
    "Подтвердите вход": _give_code,
}
ANSWERS: dict[str, Callable[[Actor], None]] = {
    **WHO_ARE_YOU,
    "Личные данные": _give_data,
    "Выберите учебный профиль": lambda actor: actor.screen.press("Продолжить в учебном профиле"),
    "Создание учебного профиля": lambda actor: actor.screen.press("Создать учебный профиль"),
    "Информация о себе": _give_data,
}


def walk_to(actor: Actor, title: str) -> None:
    """Answer screen after screen until the one with this heading is in front."""
    _walk(actor, {screen: answer for screen, answer in ANSWERS.items() if screen != title})
    actor.screen.prove(title)


def walk_to_the_end(actor: Actor) -> None:
    """Answer every screen until VK ID has no more to ask."""
    _walk(actor, ANSWERS)


def confirm_phone(actor: Actor) -> None:
    """Answer every screen that asks who the person is."""
    _walk(actor, WHO_ARE_YOU)


def _walk(actor: Actor, answers: dict[str, Callable[[Actor], None]]) -> None:
    asked: list[str] = []
    while (title := actor.screen.title) in answers:
        if title in asked:
            actor.screen.complain(
                f"VK ID не пускает дальше, хотя ответ дан; пройдены экраны: {', '.join(asked)}"
            )
        asked.append(title)
        answers[title](actor)


def fill_in(actor: Actor) -> None:
    """Fill every field of a data screen with the person's own data."""
    for label, value in _answers(actor.person):
        actor.screen.fill(label, value)
    actor.screen.choose("Пол", SEXES[actor.person.sex])


def see_own_data(actor: Actor) -> None:
    """Return if a data screen shows the person's own data."""
    for label, value in _answers(actor.person):
        actor.screen.see_value(label, value)
    actor.screen.see_choice("Пол", SEXES[actor.person.sex])


def _answers(person: Persona) -> tuple[tuple[str, str], ...]:
    return (
        ("Фамилия", person.last_name),
        ("Имя", person.first_name),
        ("Отчество", person.middle_name),
        ("Дата рождения", person.birth_date.isoformat()),
    )


def mistype_password(actor: Actor, times: int) -> None:
    """Give a wrong password so many times in a row."""
    for _ in range(times):
        actor.screen.fill("Введите пароль", "не тот пароль")
        actor.screen.press("Продолжить")


def mistype_code(actor: Actor, times: int) -> None:
    """Give a wrong code so many times in a row."""
    wrong = actor.phone.wrong_code()
    for _ in range(times):
        actor.screen.fill("Введите код", wrong)
        actor.screen.press("Продолжить")
