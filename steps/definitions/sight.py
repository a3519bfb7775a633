"""What a person sees, and does not see, on any screen."""

from __future__ import annotations

from steps.language.sentence import sentence, then
from steps.screens.actor import COLLEAGUE, Actor
from steps.ways import vk_id


@then(sentence("вижу экран «{title:Label}»"))
def see_screen(actor: Actor, title: str) -> None:
    """Ждёт, пока откроется экран с таким заголовком."""
    actor.screen.prove(title)


@then(sentence("вижу «{text:Label}»"))
def see(actor: Actor, text: str) -> None:
    """Видит на экране ровно такой текст, целиком."""
    actor.screen.see(text)


@then(sentence("вижу сообщение «{text:Label}»"))
def see_message(actor: Actor, text: str) -> None:
    """Видит такое сообщение об ошибке или о сделанном — не заголовок и не подпись поля."""
    actor.screen.see_message(text)


@then(sentence("вижу «{text:Label}» один раз"))
def see_once(actor: Actor, text: str) -> None:
    """Видит такой текст на экране ровно в одном месте."""
    actor.screen.see_once(text)


@then(sentence("вижу кнопку «{label:Label}»"))
def see_button(actor: Actor, label: str) -> None:
    """Видит кнопку, ссылку или значок с такой надписью."""
    actor.screen.see_button(label)


@then(sentence("справа вверху вижу значок «{label:Label}»"))
def see_icon_at_top_right(actor: Actor, label: str) -> None:
    """Видит значок с таким именем в правом верхнем углу окна."""
    actor.layout.see_at_top_right(label)


@then(sentence("вижу обратный отсчёт «{text:Label}»"))
def see_countdown(actor: Actor, text: str) -> None:
    """Видит этот текст и за ним оставшиеся минуты и секунды."""
    actor.screen.see_countdown(text)


@then(sentence("вижу фамилию, имя и отчество коллеги"))
def see_name_of_colleague(actor: Actor) -> None:
    """На экране стоят фамилия, имя и отчество коллеги."""
    actor.screen.see(actor.world.person(COLLEAGUE).full_name)


@then(sentence("не вижу фамилию, имя и отчество коллеги"))
def miss_name_of_colleague(actor: Actor) -> None:
    """На экране, названном перед этим («вижу экран …»), фамилии, имени и отчества коллеги нет."""
    actor.screen.miss(actor.world.person(COLLEAGUE).full_name)


@then(sentence("не вижу ни одной кнопки со словом «{word:Word}»"))
def miss_every_button_with(actor: Actor, word: str) -> None:
    """На экране, названном перед этим («вижу экран …»), ни в одной кнопке, ссылке или значке нет этого слова."""
    actor.screen.miss_every_button_with(word)


@then(sentence("не вижу «{text:Label}»"))
def miss(actor: Actor, text: str) -> None:
    """На экране, названном перед этим («вижу экран …»), такого текста нет."""
    actor.screen.miss(text)


@then(sentence("не вижу кнопку «{label:Label}»"))
def miss_button(actor: Actor, label: str) -> None:
    """На экране, названном перед этим («вижу экран …»), такой кнопки, ссылки или значка нет."""
    actor.screen.miss_button(label)


@then(sentence("в поле «{label:Label}» вижу «{value:Text}»"))
def see_value(actor: Actor, label: str, value: str) -> None:
    """В поле с такой подписью стоит ровно это."""
    actor.screen.see_value(label, value)


@then(sentence("вижу в анкете свои личные данные"))
def see_own_data(actor: Actor) -> None:
    """В полях стоят фамилия, имя, отчество, дата рождения и пол того, кто сейчас действует."""
    vk_id.see_own_data(actor)


@then(sentence("вижу свои фамилию, имя и отчество"))
def see_own_name(actor: Actor) -> None:
    """На экране стоят фамилия, имя и отчество того, кто сейчас действует."""
    actor.screen.see(actor.person.full_name)


@then(sentence("не вижу свои фамилию, имя и отчество"))
def miss_own_name(actor: Actor) -> None:
    """На экране, названном перед этим («вижу экран …»), фамилии, имени и отчества того, кто сейчас действует, нет."""
    actor.screen.miss(actor.person.full_name)


@then(sentence("вижу «{text:Label}» и свои фамилию, имя и отчество"))
def see_own_name_after(actor: Actor, text: str) -> None:
    """Видит этот текст, а сразу за ним — свои фамилию, имя и отчество."""
    actor.screen.see(f"{text} {actor.person.full_name}")


@then(sentence("вижу «{text:Label}» и фамилию, имя и отчество коллеги"))
def see_name_of_colleague_after(actor: Actor, text: str) -> None:
    """Видит этот текст, а сразу за ним — фамилию, имя и отчество коллеги."""
    actor.screen.see(f"{text} {actor.world.person(COLLEAGUE).full_name}")
