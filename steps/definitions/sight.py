"""What a person sees, and does not see, on any screen."""

from __future__ import annotations

from fixtures.cast import ME
from steps.language.sentence import sentence, then
from steps.screens.actor import Actor


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


@then(sentence("в поле «{label:Label}» вижу «{value:Text}»"))
def see_value(actor: Actor, label: str, value: str) -> None:
    """В поле с такой подписью стоит ровно это."""
    actor.screen.see_value(label, value)


@then(sentence("вижу надписи:", columns=("Label",)))
def see_all(actor: Actor, datatable: list[str]) -> None:
    """Видит на экране каждый текст из таблицы, целиком; в каком порядке они стоят, неважно."""
    actor.screen.see_all(datatable)


@then(sentence("вижу по порядку:", columns=("Label",)))
def see_in_order(actor: Actor, datatable: list[str]) -> None:
    """Видит на экране каждый текст из таблицы, целиком, и следующий стоит после предыдущего."""
    actor.screen.see_in_order(datatable)


@then(sentence("вижу кнопки:", columns=("Label",)))
def see_buttons(actor: Actor, datatable: list[str]) -> None:
    """Видит кнопку, ссылку или значок с каждой из этих надписей."""
    actor.screen.see_buttons(datatable)


@then(sentence("в полях вижу:", columns=("Label", "Text")))
def see_values(actor: Actor, datatable: list[list[str]]) -> None:
    """В полях стоит ровно это: слева в таблице подпись поля, справа то, что в нём."""
    actor.screen.see_values(datatable)


@then(sentence("вижу свои фамилию, имя и отчество"))
@then(sentence("вижу фамилию, имя и отчество {whose:Whose}"))
def see_name(actor: Actor, whose: str = ME) -> None:
    """На экране стоят фамилия, имя и отчество этого человека; «свои» — того, кто сейчас действует."""
    actor.screen.see(actor.person_of(whose).full_name)


@then(sentence("вижу «{text:Label}» и свои фамилию, имя и отчество"))
@then(sentence("вижу «{text:Label}» и фамилию, имя и отчество {whose:Whose}"))
def see_name_after(actor: Actor, text: str, whose: str = ME) -> None:
    """Видит этот текст, а сразу за ним — фамилию, имя и отчество этого человека."""
    actor.screen.see(f"{text} {actor.person_of(whose).full_name}")


@then(sentence("вижу обратный отсчёт «{text:Label}»"))
def see_countdown(actor: Actor, text: str) -> None:
    """Видит этот текст и за ним оставшиеся минуты и секунды."""
    actor.screen.see_countdown(text)


@then(sentence("вижу обратный отсчёт «{line:Label}» или на секунды меньше"))
def see_countdown_near(actor: Actor, line: str) -> None:
    """Видит этот текст с оставшимся временем в конце: ровно таким или меньше на секунды, которые успели пройти."""
    actor.screen.see_countdown_near(line)


@then(sentence("в списке «{name:Label}» строк: {number:Number}"))
def see_number_of_lines(actor: Actor, name: str, number: int) -> None:
    """В списке с таким названием ровно столько строк."""
    actor.screen.see_number_of_lines(name, number)


@then(sentence("не вижу «{text:Label}»"))
def miss(actor: Actor, text: str) -> None:
    """На экране, названном перед этим («вижу экран …»), такого текста нет."""
    actor.screen.miss(text)


@then(sentence("нигде на экране не вижу «{text:Label}»"))
def miss_anywhere(actor: Actor, text: str) -> None:
    """На экране, названном перед этим («вижу экран …»), этого нет ни в надписях, ни внутри них, ни в полях."""
    actor.screen.miss_anywhere(text)


@then(sentence("не вижу свои фамилию, имя и отчество"))
@then(sentence("не вижу фамилию, имя и отчество {whose:Whose}"))
def miss_name(actor: Actor, whose: str = ME) -> None:
    """На экране, названном перед этим («вижу экран …»), фамилии, имени и отчества этого человека нет."""
    actor.screen.miss(actor.person_of(whose).full_name)


@then(sentence("не вижу кнопку «{label:Label}»"))
def miss_button(actor: Actor, label: str) -> None:
    """На экране, названном перед этим («вижу экран …»), такой кнопки, ссылки или значка нет."""
    actor.screen.miss_button(label)


@then(sentence("не вижу ни одной кнопки со словом «{word:Word}»"))
def miss_every_button_with(actor: Actor, word: str) -> None:
    """На экране, названном перед этим («вижу экран …»), ни в одной кнопке, ссылке или значке нет этого слова."""
    actor.screen.miss_every_button_with(word)
