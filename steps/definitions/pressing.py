"""What a person presses, ticks and chooses on any screen."""

from __future__ import annotations

from steps.language.sentence import given_or_when, sentence, when
from steps.screens.actor import Actor


@given_or_when(sentence("нажимаю «{label:Label}»"))
def press(actor: Actor, label: str) -> None:
    """Нажимает кнопку, ссылку или значок с такой надписью — точно как на экране."""
    actor.screen.press(label)


@when(sentence("дважды нажимаю «{label:Label}»"))
def press_twice(actor: Actor, label: str) -> None:
    """Нажимает кнопку два раза подряд, не дожидаясь ответа."""
    actor.screen.press_twice(label)


@when(sentence("нажимаю «{label:Label}» и фамилию, имя и отчество {whose:Whose}"))
def press_name(actor: Actor, label: str, whose: str) -> None:
    """Нажимает кнопку, в имени которой после этой надписи стоят фамилия, имя и отчество этого человека."""
    actor.screen.press(f"{label} {actor.person_of(whose).full_name}")


@when(sentence("отмечаю «{label:Label}»"))
def tick(actor: Actor, label: str) -> None:
    """Ставит галочку с такой подписью."""
    actor.screen.tick(label)


@when(sentence("отмечаю фамилию, имя и отчество {whose:Whose}"))
def tick_name(actor: Actor, whose: str) -> None:
    """Ставит отметку у фамилии, имени и отчества этого человека."""
    actor.screen.tick(actor.person_of(whose).full_name)


@when(sentence("выбираю «{option:Label}» в поле «{label:Label}»"))
def choose(actor: Actor, option: str, label: str) -> None:
    """Выбирает строку из списка с такой подписью."""
    actor.screen.choose(label, option)
