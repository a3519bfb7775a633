"""The way through VK ID, for scenarios that are about something else: whatever it asks is answered truthfully."""

from __future__ import annotations

from collections.abc import Callable

from fixtures.journals import Captions
from steps.screens.actor import Actor
from steps.screens.phone import SMS
from steps.screens.promised import CONTINUE_AS
from steps.ways.arriving import arrive
from steps.ways.captions import captions_for, usual_captions

SEXES = {"female": "Женский", "male": "Мужской"}

Answers = dict[str, Callable[[], None]]


def _who_are_you(actor: Actor, captions: Captions) -> Answers:
    """How each screen that asks who the person is, told by its heading, is answered."""
    screen, person = actor.screen, actor.person

    def answer(field: str, value: str, button: str) -> None:
        screen.fill(field, value)
        screen.press(button)

    return {
        "Вход в VK ID": lambda: answer(
            screen.field_called(captions.phone, usual_captions().phone), person.phone, "Продолжить"
        ),
        "Введите пароль": lambda: answer("Введите пароль", person.vk_password, "Продолжить"),
        "Подтвердите вход": lambda: answer("Введите код", actor.phone.code(SMS), captions.code_button),
    }


def _every_answer(actor: Actor, captions: Captions) -> Answers:
    """How every screen is answered; a screen that is not here is the end of the way."""
    screen = actor.screen

    def give_data() -> None:
        fill_in(actor)
        screen.press("Продолжить")

    return {
        **_who_are_you(actor, captions),
        "Личные данные": give_data,
        "Вход с VK ID": lambda: screen.press(f"{CONTINUE_AS}{actor.person.first_name}"),
        captions.choice_title: lambda: screen.press(captions.choice_button),
        "Создание учебного профиля": lambda: screen.press("Создать учебный профиль"),
        "Информация о себе": give_data,
        "Добавление профиля Сферум": lambda: screen.press("Привязать"),
    }


def walk_to(actor: Actor, title: str) -> None:
    """Answer screen after screen until the one with this heading is in front."""
    answers = _every_answer(actor, captions_for(actor))
    answers.pop(title, None)
    _walk(actor, answers)
    arrive(actor, title)


def walk_to_the_end(actor: Actor) -> None:
    """Answer every screen until VK ID has no more to ask."""
    _walk(actor, _every_answer(actor, captions_for(actor)))


def sign_in(actor: Actor) -> None:
    """Sign in on VK ID's own site, which makes the browser remember the person."""
    actor.screen.open(actor.world.stand.site("vk_id"))
    actor.screen.press("Войти в VK ID")
    _walk(actor, _who_are_you(actor, usual_captions()))
    actor.screen.prove("Кабинет VK ID")


def sign_in_to_messenger(actor: Actor) -> None:
    """Sign in to the messenger, which makes the browser remember the person too."""
    actor.screen.open(actor.world.stand.site("messenger"))
    walk_into_messenger(actor)


def walk_into_messenger(actor: Actor) -> None:
    """Answer whatever the messenger's sign-in page and VK ID ask."""
    answers = _every_answer(actor, usual_captions())
    _walk(actor, {**answers, "Вход в VK Мессенджер": lambda: actor.screen.press("Войти")})
    actor.screen.prove("VK Мессенджер")


def walk_for_itself(actor: Actor) -> None:
    """Answer every screen of a client that calls things by VK ID's usual words."""
    _walk(actor, _every_answer(actor, usual_captions()))


def confirm_phone(actor: Actor) -> None:
    """Answer every screen that asks who the person is."""
    _walk(actor, _who_are_you(actor, captions_for(actor)))


def _walk(actor: Actor, answers: Answers) -> None:
    asked: list[str] = []
    while (title := actor.screen.title) in answers:
        if title in asked:
            actor.screen.complain(
                f"VK ID не пускает дальше, хотя ответ дан; пройдены экраны: {', '.join(asked)}"
            )
        asked.append(title)
        answers[title]()


def fill_in(actor: Actor) -> None:
    """Fill every field of a data screen with the person's own data."""
    for label, value in _answers(actor):
        actor.screen.fill(label, value)
    actor.screen.choose("Пол", SEXES[actor.person.sex])


def see_own_data(actor: Actor) -> None:
    """Return if a data screen shows the person's own data."""
    for label, value in _answers(actor):
        actor.screen.see_value(label, value)
    actor.screen.see_choice("Пол", SEXES[actor.person.sex])


def _answers(actor: Actor) -> tuple[tuple[str, str], ...]:
    person = actor.person
    birth_date = actor.screen.field_called(captions_for(actor).birth_date, usual_captions().birth_date)
    return (
        ("Фамилия", person.last_name),
        ("Имя", person.first_name),
        ("Отчество", person.middle_name),
        (birth_date, person.birth_date.isoformat()),
    )


def mistype(actor: Actor, times: int, label: str, wrong: str, button: str = "Продолжить") -> None:
    """Give this wrong answer so many times in a row."""
    for _ in range(times):
        actor.screen.fill(label, wrong)
        actor.screen.press(button)
