"""What only a parent's scenarios look for: the navigation bar, the narrow screen, a name that must not be seen."""

from __future__ import annotations

from steps.language.sentence import given, sentence, then, when
from steps.screens.actor import CHILD, SECOND_PARENT, Actor
from steps.ways import vk_id


@given(sentence("вхожу в VK Мессенджер"))
@when(sentence("вхожу в VK Мессенджер"))
def sign_in_to_messenger(actor: Actor) -> None:
    """Открывает VK Мессенджер и входит в него по VK ID; с этих пор браузер помнит этот VK ID."""
    vk_id.sign_in_to_messenger(actor)


@then(sentence("в навигационной панели по порядку вижу «{sections:Label}»"))
def see_navigation(actor: Actor, sections: str) -> None:
    """Видит в навигационной панели ровно эти разделы, в этом порядке; между ними — пробел."""
    actor.layout.see_navigation(sections)


@then(sentence("в навигационной панели вижу значок «{label:Label}»"))
def see_icon_in_navigation(actor: Actor, label: str) -> None:
    """Видит в навигационной панели значок с таким именем."""
    actor.layout.see_in_navigation(label)


@then(sentence("страница умещается на экране по ширине"))
def see_it_fits(actor: Actor) -> None:
    """Вбок прокручивать нечего: ничего не шире экрана."""
    actor.layout.see_it_fits()


@then(sentence("вижу обратный отсчёт «{line:Label}» или на секунды меньше"))
def see_countdown_near(actor: Actor, line: str) -> None:
    """Видит этот текст с оставшимся временем в конце: ровно таким или меньше на секунды, которые успели пройти."""
    actor.screen.see_countdown_near(line)


@then(sentence("нигде на экране не вижу «{text:Label}»"))
def miss_anywhere(actor: Actor, text: str) -> None:
    """На экране, названном перед этим («вижу экран …»), этого нет ни в надписях, ни внутри них, ни в полях."""
    actor.screen.miss_anywhere(text)


@then(sentence("вижу фамилию, имя и отчество второго родителя"))
def see_name_of_second_parent(actor: Actor) -> None:
    """На экране стоят фамилия, имя и отчество второго родителя."""
    actor.screen.see(actor.world.person(SECOND_PARENT).full_name)


@then(sentence("вижу фамилию, имя и отчество ребёнка"))
def see_name_of_child(actor: Actor) -> None:
    """На экране стоят фамилия, имя и отчество ребёнка."""
    actor.screen.see(actor.world.person(CHILD).full_name)
