"""What a person presses, ticks and chooses on any screen."""

from __future__ import annotations

from fixtures.conduct.deeds import Deed
from steps.language.parts import Part
from steps.language.sentence import given_or_when, sentence
from steps.screens.actor import Actor

TOPIC = "Нажать, отметить, выбрать"


@given_or_when(sentence("нажимаю «{label:Label}»"), does=[Deed.PRESS])
@given_or_when(sentence("нажимаю «{label:Label}» {part:Part}"), does=[Deed.PRESS])
def press(actor: Actor, label: str, part: Part | None = None) -> None:
    """Нажимает кнопку, ссылку или значок с такой надписью — точно как на экране.

    Ещё: щёлкаю, кликаю, жму, выбираю, перехожу во вкладку, кнопка, ссылка, значок, иконка, вкладка, пункт меню.
    """
    actor.screen.within(part).press(label)


@given_or_when(sentence("дважды нажимаю «{label:Label}»"), does=[Deed.PRESS])
def press_twice(actor: Actor, label: str) -> None:
    """Нажимает кнопку два раза подряд, не дожидаясь ответа.

    Ещё: двойной щелчок, двойное нажатие, кнопка.
    """
    actor.screen.press_twice(label)


@given_or_when(sentence("нажимаю «{label:Label}» и фамилию, имя и отчество {whose:Whose}"), does=[Deed.PRESS])
def press_name(actor: Actor, label: str, whose: str) -> None:
    """Нажимает кнопку, в имени которой после этой надписи стоят фамилия, имя и отчество этого человека.

    Ещё: выбираю человека, кнопка с именем.
    """
    actor.screen.press(f"{label} {actor.person_of(whose).full_name}")


@given_or_when(sentence("отмечаю «{label:Label}»"), does=[Deed.PRESS])
@given_or_when(sentence("отмечаю «{label:Label}» {part:Part}"), does=[Deed.PRESS])
def tick(actor: Actor, label: str, part: Part | None = None) -> None:
    """Ставит галочку с такой подписью.

    Ещё: галочка, флажок, чекбокс, ставлю отметку.
    """
    actor.screen.within(part).tick(label)


@given_or_when(sentence("отмечаю фамилию, имя и отчество {whose:Whose}"), does=[Deed.PRESS])
def tick_name(actor: Actor, whose: str) -> None:
    """Ставит отметку у фамилии, имени и отчества этого человека.

    Ещё: галочка, выбираю человека.
    """
    actor.screen.tick(actor.person_of(whose).full_name)


@given_or_when(sentence("выбираю «{option:Label=строка списка}» в поле «{label:Field}»"), does=[Deed.PRESS])
@given_or_when(
    sentence("выбираю «{option:Label=строка списка}» в поле «{label:Field}» {part:Part}"), does=[Deed.PRESS]
)
def choose(actor: Actor, option: str, label: str, part: Part | None = None) -> None:
    """Выбирает строку из списка с такой подписью.

    Ещё: выпадающий список, раскрываю список.
    """
    actor.screen.within(part).choose(label, option)
