"""The way through VK ID, for scenarios that are about something else: whatever it asks is answered truthfully."""

from __future__ import annotations

from fixtures.journals import Captions
from fixtures.people import Persona
from steps.screens.actor import Actor
from steps.screens.promised import CONTINUE_AS
from steps.ways.captions import captions_for, usual_captions
from steps.ways.carrying import carry_out
from steps.ways.errand import Code, Errand, Filled, Move, filled, move
from steps.ways.walking import fill, label_of

SEXES = {"female": "Женский", "male": "Мужской"}

Answers = dict[str, Move]


def _who_are_you(actor: Actor, captions: Captions) -> Answers:
    """How each screen that asks who the person is, told by its heading, is answered."""
    person, phone = actor.person, (captions.phone, usual_captions().phone)
    return {
        "Вход в VK ID": move("Продолжить", Filled(phone, person.phone)),
        "Введите пароль": move("Продолжить", filled("Введите пароль", person.vk_password)),
        "Подтвердите вход": move(captions.code_button, filled("Введите код", Code.SMS)),
    }


def _every_answer(actor: Actor, captions: Captions) -> Answers:
    """How every screen is answered; a screen that is not here is the end of the way."""
    give_data = Move("Продолжить", own_data(actor.person, captions_for(actor)))
    return {
        **_who_are_you(actor, captions),
        "Личные данные": give_data,
        "Вход с VK ID": move(f"{CONTINUE_AS}{actor.person.first_name}"),
        captions.choice_title: move(captions.choice_button),
        "Создание учебного профиля": move("Создать учебный профиль"),
        "Информация о себе": give_data,
        "Добавление профиля Сферум": move("Привязать"),
    }


def walk_to(actor: Actor, title: str) -> None:
    """Answer screen after screen until the one with this heading is in front."""
    answers = _every_answer(actor, captions_for(actor))
    carry_out(actor, Errand(answers=answers, until=title, end=title, stays=True))


def walk_to_the_end(actor: Actor) -> None:
    """Answer every screen until VK ID has no more to ask."""
    carry_out(actor, Errand(answers=_every_answer(actor, captions_for(actor)), stays=True))


def sign_in(actor: Actor) -> None:
    """Sign in on VK ID's own site, which makes the browser remember the person."""
    answers = _who_are_you(actor, usual_captions())
    site = actor.world.stand.site("vk_id")
    carry_out(actor, Errand(site, (move("Войти в VK ID"),), answers, end="Кабинет VK ID"))


def sign_in_to_messenger(actor: Actor) -> None:
    """Sign in to the messenger, which makes the browser remember the person too."""
    _into_messenger(actor, actor.world.stand.site("messenger"))


def walk_into_messenger(actor: Actor) -> None:
    """Answer whatever the messenger's sign-in page and VK ID ask."""
    _into_messenger(actor)


def _into_messenger(actor: Actor, begun_at: str = "") -> None:
    answers = {**_every_answer(actor, usual_captions()), "Вход в VK Мессенджер": move("Войти")}
    carry_out(actor, Errand(begun_at, answers=answers, end="VK Мессенджер"))


def into_service(actor: Actor, site: str, *ways_in: Move, end: str) -> None:
    """Enter a site that calls VK ID's things by their usual words."""
    carry_out(actor, Errand(site, ways_in, _every_answer(actor, usual_captions()), end=end))


def confirm_phone(actor: Actor) -> None:
    """Answer every screen that asks who the person is."""
    carry_out(actor, Errand(answers=_who_are_you(actor, captions_for(actor)), stays=True))


def own_data(person: Persona, captions: Captions) -> tuple[Filled, ...]:
    """Every field of a data screen with the person's own data."""
    birth_date = captions.birth_date, usual_captions().birth_date
    return (
        filled("Фамилия", person.last_name),
        filled("Имя", person.first_name),
        filled("Отчество", person.middle_name),
        Filled(birth_date, person.birth_date.isoformat()),
        Filled(("Пол",), SEXES[person.sex], chosen=True),
    )


def fill_in(actor: Actor) -> None:
    """Fill every field of a data screen with the person's own data."""
    fill(actor, own_data(actor.person, captions_for(actor)))


def see_own_data(actor: Actor) -> None:
    """Return if a data screen shows the person's own data."""
    screen = actor.screen
    for one in own_data(actor.person, captions_for(actor)):
        look = screen.see_choice if one.chosen else screen.see_value
        look(label_of(actor, one), str(one.value))


def mistype(actor: Actor, times: int, label: str, wrong: str, button: str = "Продолжить") -> None:
    """Give this wrong answer so many times in a row."""
    for _ in range(times):
        actor.screen.fill(label, wrong)
        actor.screen.press(button)
