"""What only a pupil's scenarios say: the subjects, and where the list of chats stands."""

from __future__ import annotations

from fixtures.world import World
from steps.language.sentence import given, sentence, then
from steps.screens.actor import COLLEAGUE, ME, Actor


@given(sentence("мои предметы — «{first:Label}» и «{second:Label}»"))
def my_subjects_are(world: World, first: str, second: str) -> None:
    """Задаёт предметы, которые я изучаю: у каждого в моём журнале есть чат."""
    world.change(ME, lambda person: person.of_subjects(first, second))


@given(sentence("предмет коллеги — «{subject:Label}»"))
def subject_of_colleague_is(world: World, subject: str) -> None:
    """Задаёт предмет, который изучает коллега."""
    world.change(COLLEAGUE, lambda person: person.of_subjects(subject))


@then(sentence("список «{label:Label}» стоит слева"))
def see_list_at_left(actor: Actor, label: str) -> None:
    """Видит список с таким названием у левого края окна, а остальное — справа от него."""
    actor.layout.see_list_at_left(label)
